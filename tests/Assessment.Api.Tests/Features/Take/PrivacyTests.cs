using Assessment.Api.Features.Accounts;
using Assessment.Api.Security;
using Assessment.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>What a participant answers on the pages of a research test is on no page of staff.</summary>
public sealed class PrivacyTests : TakeTests
{
    private const string Password = "correct horse battery staple", Planted = "planted-words-of-an-officer";

    [Test]
    public async Task No_page_of_staff_shows_an_answer_or_a_receipt_of_the_research_plane()
    {
        var (door, browser) = await StartedAsync();
        await browser.AnswerAsync(8, "next", Planted);
        await browser.AnswerAsync(9, "next", Planted);
        await browser.Page.GetAsync("/take/review");
        await browser.Page.PostAsync("/take/review");
        var attempt = (await AttemptsAsync(door)).Single();
        using var staff = await SignedInAsync();
        var pages = Pages().ToList();
        pages.Should().NotBeEmpty();
        foreach (var page in pages)
        {
            foreach (var id in new[] { People.Id, door.AdministrationId, attempt.AttemptId, FormId })
            {
                var shown = await staff.GetAsync(PathOf(page, id));
                shown.Html.Should().NotContain(Planted, page.RoutePattern.RawText).And.NotContain(attempt.Receipt!, page.RoutePattern.RawText);
            }
        }
    }

    [Test]
    public async Task No_address_of_the_journey_holds_code_token_or_answer()
    {
        var door = await People.OpenAsync("pre", FormId);
        var browser = Browser();
        var shown = new List<ShownPage> { await browser.EnterAsync(door.JoinCode, Token()), await browser.Page.PostAsync("/take/practice", ("go", "start")) };
        for (var item = 1; item <= 3; item++) shown.Add(await browser.AnswerAsync(item, "next", item == 3 ? "true" : "b"));
        await browser.Page.GetAsync("/take/review");
        shown.Add(await browser.Page.PostAsync("/take/review"));
        shown.Select(page => page.Path).Should().Equal("/take/practice", "/take/test", "/take/item/2?saved", "/take/item/3?saved", "/take/item/4?saved", "/take/receipt");
    }

    [Test]
    public async Task No_page_of_the_test_holds_a_key()
    {
        var (_, browser) = await StartedAsync();
        var html = (await browser.Page.GetAsync("/take/test")).Html;
        // Weights, points, accepted answers and ends of the form file.
        foreach (var secret in new[] { "\"key\"", "weight", "points", "988", "safe", "Says back", "DE_ALT" }) html.Should().NotContain(secret);
    }

    private async Task<PageClient> SignedInAsync()
    {
        var name = $"trainer{Guid.NewGuid():N}"[..20];
        var code = (await Agency.Admin.PostAsync<AddAccount.Answer>("/api/accounts", new { signInName = name, label = "Admin", role = "agency-admin" })).Code;
        var browser = new PageClient(Application.Address);
        await browser.GetAsync("/welcome");
        await browser.PostAsync("/welcome", ("Code", code), ("Password", Password), ("Again", Password));
        return browser;
    }

    private IEnumerable<RouteEndpoint> Pages() =>
        Application.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.Metadata.GetMetadata<StaffPageAttribute>() is not null);

    private static string PathOf(RouteEndpoint endpoint, Guid id) => '/' + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content
        : segment.Parts[0] is RoutePatternParameterPart parameter && parameter.ParameterPolicies.Any(policy => policy.Content == "int") ? "1"
        : id.ToString()));
}
