using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Take;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>The participant's way through a held test, without script.</summary>
public sealed class WaitTests : TakeTests
{
    [Test]
    public async Task Who_joins_a_held_test_waits_and_goes_on_after_the_start([Values("en", "es")] string language)
    {
        var (texts, browser, door) = (TakeTexts.In(language), Browser(), await HeldAsync());
        await browser.Page.GetAsync("/take");
        await browser.LookAsync(language);
        var practice = await browser.EnterAsync(door.JoinCode, Token());
        practice.Html.Should().Contain(texts.BeforeHeldStart).And.NotContain(texts.BeforeStart);
        var waiting = await browser.Page.PostAsync("/take/practice", ("go", "start"));
        waiting.Path.Should().Be("/take/wait");
        waiting.Html.Should().Contain(texts.WaitTitle).And.Contain(texts.WaitHint).And.Contain(texts.LookAgain);
        foreach (var path in new[] { "/take/test", "/take/item/1", "/take/review" }) (await browser.Page.GetAsync(path)).Path.Should().Be("/take/wait", path);
        (await browser.Page.PostAsync("/take/item/1", ("value", "a"), ("go", "next"))).Path.Should().Be("/take/wait");
        (await browser.Page.PostAsync("/take/review")).Path.Should().Be("/take/wait");

        (await Agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/start")).EnsureSuccessStatusCode();
        (await browser.Page.GetAsync("/take/wait")).Path.Should().Be("/take/test");
        (await browser.AnswerAsync(1, "next", "a")).Path.Should().Be("/take/item/2?saved");
    }

    [Test]
    public async Task Who_joins_after_the_start_does_not_wait()
    {
        var door = await HeldAsync();
        (await Agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/start")).EnsureSuccessStatusCode();
        (await Browser().StartAsync(door.JoinCode, Token())).Path.Should().Be("/take/test");
    }

    [Test]
    public async Task A_test_that_is_closed_before_its_start_says_so()
    {
        var (browser, door) = (Browser(), await HeldAsync());
        await browser.StartAsync(door.JoinCode, Token());
        (await Agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
        (await browser.Page.GetAsync("/take/wait")).Html.Should().Contain(TakeTexts.English.EndedUnstarted).And.NotContain(TakeTexts.English.WaitTitle);
    }

    [Test]
    public async Task Nobody_without_a_ticket_waits() => (await Browser().Page.GetAsync("/take/wait")).Path.Should().Be("/take");

    private Task<OpenAdministration.Answer> HeldAsync() => People.OpenAsync("pre", [FormId], new { held = true });
}
