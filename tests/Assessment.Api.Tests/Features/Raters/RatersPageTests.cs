using System.Text.RegularExpressions;
using Assessment.Api.Tests.Features.Ratings;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Raters;

/// <summary>An administrator registers raters and gives them responses on a page.</summary>
public sealed class RatersPageTests : ApplicationTests
{
    [Test]
    public async Task A_colleague_becomes_a_rater_and_finds_the_responses_that_were_given()
    {
        var scene = await RatingScene.PlayAsync(Application, 5);
        var coder = await StaffMember.AddAsync(Application, scene.Agency, "evaluator");
        using var admin = await AdminAsync(scene.Agency);
        var page = await admin.GetAsync("/raters");
        Cells(page.Html).Should().Equal("5", "0", "0");
        page.Html.Should().Contain("The evaluator (evaluator)");
        page = await admin.PostAsync("/raters?handler=Add", ("Account", $"{coder.Account}"), ("Kind", "coder"));
        page.Html.Should().Contain("The evaluator is a rater now.").And.NotContain("The evaluator (evaluator)", "an account is one rater's");
        var raters = Regex.Matches(page.Html, "name=\"Chosen\" value=\"([^\"]+)\"").Select(match => ("Chosen", match.Groups[1].Value)).ToList();
        raters.Should().HaveCount(3);
        (await GiveAsync([raters[2]], "0")).Should().Contain("Given now: 5 to a first rater, 0 to a second.");
        var twice = await GiveAsync(raters, "40");
        twice.Should().Contain("Given now: 0 to a first rater, 2 to a second.");
        Cells(twice).Should().Equal("5", "5", "2");
        using var own = await coder.BrowserAsync(Application);
        (await own.GetAsync("/ratings")).Html.Should().Contain("5 left, 0 done.");
        (await Application.AuditAsync(scene.Agency)).Count(entry => entry.Action == "assign.ratings").Should().Be(2);

        async Task<string> GiveAsync(List<(string, string)> chosen, string percent) =>
            (await admin.PostAsync("/raters?handler=Give", [("Test", $"{scene.Door.AdministrationId}"), ("Percent", percent), .. chosen])).Html;
    }

    [Test]
    public async Task What_is_missing_or_not_allowed_is_said_beside_its_field_or_above_the_form()
    {
        var scene = await RatingScene.PlayAsync(Application, 2);
        using var admin = await AdminAsync(scene.Agency);
        var page = await admin.GetAsync("/raters");
        var rater = Regex.Match(page.Html, "name=\"Chosen\" value=\"([^\"]+)\"").Groups[1].Value;
        var test = ("Test", $"{scene.Door.AdministrationId}");
        (await admin.PostAsync("/raters?handler=Give", test, ("Percent", "20"))).Html.Should().Contain("Choose one rater or more.");
        (await admin.PostAsync("/raters?handler=Give", test, ("Percent", "120"), ("Chosen", rater))).Html.Should().Contain("A number from 0 to 100.");
        (await admin.PostAsync("/raters?handler=Give", test, ("Percent", "20"), ("Chosen", rater))).Html.Should().Contain("two at least when attempts are rated twice");
        (await admin.PostAsync("/raters?handler=Add", ("Kind", "coder"), ("Label", "x"))).Html.Should().Contain("id=\"label-fault\"").And.NotContain("is a rater now");
        (await admin.PostAsync("/raters?handler=Add", ("Kind", "trainer"), ("Label", "Guest trainer"))).Html.Should().Contain("Guest trainer is a rater now.");
        var guest = Regex.Match((await admin.GetAsync("/raters")).Html, "value=\"([^\"]+)\"> Guest trainer").Groups[1].Value;
        (await admin.PostAsync("/raters?handler=Give", test, ("Percent", "0"), ("Chosen", guest))).Html.Should().Contain("read by raters of kind coder alone");
    }

    [Test]
    public async Task Another_agencys_tests_and_raters_are_not_there()
    {
        var theirs = await RatingScene.PlayAsync(Application, 2);
        using var admin = await AdminAsync(await Application.NewAgencyAsync());
        (await admin.GetAsync("/raters")).Html.Should().Contain("No written answer").And.Contain("There is none yet.");
        (await admin.PostAsync("/raters?handler=Give", ("Test", $"{theirs.Door.AdministrationId}"), ("Percent", "0"), ("Chosen", $"{theirs.Coders[0].RaterId}")))
            .Html.Should().Contain("There is no administration, or no rater, with this id.");
    }

    private async Task<PageClient> AdminAsync(AssessmentApplicationAgency agency) =>
        await (await StaffMember.AddAsync(Application, agency, "agency-admin")).BrowserAsync(Application);

    /// <summary>Handed in, with a rater, with two.</summary>
    private static IEnumerable<string> Cells(string html) => Regex.Matches(html, "<td>([0-9]+)</td>").Select(match => match.Groups[1].Value);
}
