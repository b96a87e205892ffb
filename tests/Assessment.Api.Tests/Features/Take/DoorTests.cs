using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Take;
using Assessment.Api.Tests.Features.Studies;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>What the door says, in both languages: what happened and what to do.</summary>
public sealed class DoorTests : TakeTests
{
    private TakeTexts texts = null!;

    [Test]
    public async Task The_notice_of_the_plane_is_shown_before_anything_is_asked([Values("research", "training")] string plane, [Values("en", "es")] string language)
    {
        var browser = await InAsync(language);
        var door = plane == "research" ? await People.OpenAsync("pre", FormId) : await TrainingAsync();
        await browser.Page.GetAsync("/take");
        var notice = await browser.Page.PostAsync("/take", ("JoinCode", $" {door.JoinCode[..3]} {door.JoinCode[3..]} "));
        notice.Path.Should().Be("/take/notice");
        foreach (var line in (await NoticeAsync(door, language)).Split('\n')) notice.Html.Should().Contain(line);
        notice.Html.Contains(texts.DoYouAgree, StringComparison.Ordinal).Should().Be(plane == "research", "only research asks for consent");
        notice.Html.Should().NotContain(Token());
    }

    [Test]
    public async Task Letters_that_open_no_door_say_so([Values("en", "es")] string language)
    {
        var browser = await InAsync(language);
        (await browser.EnterAsync("ABCDEF", Token())).Html.Should().Contain(texts.TokenUnknown).And.Contain("value=\"ABCDEF\"");
        (await browser.EnterAsync("", Token())).Html.Should().Contain(texts.TokenUnknown);
    }

    [Test]
    public async Task A_token_that_is_none_or_of_another_class_says_so([Values("en", "es")] string language)
    {
        var browser = await InAsync(language);
        var door = await People.OpenAsync("pre", FormId);
        var foreign = (await Agency.ClassAsync(1)).People[0].Token!;
        (await browser.EnterAsync(door.JoinCode, "what is it")).Html.Should().Contain(texts.TokenUnknown).And.Contain("value=\"what is it\"");
        (await browser.EnterAsync(door.JoinCode, foreign)).Html.Should().Contain(texts.TokenUnknown);
        (await AttemptsAsync(door)).Should().BeEmpty();
    }

    [Test]
    public async Task A_token_in_use_on_another_device_says_so_and_shows_the_way_on([Values("en", "es")] string language)
    {
        var (door, _) = await StartedAsync();
        var browser = await InAsync(language);
        (await browser.EnterAsync(door.JoinCode, Token())).Html.Should().Contain(texts.AttemptExists).And.Contain("href=\"/take/continue\"");
    }

    [Test]
    public async Task A_closed_door_says_so_before_and_after_the_token([Values("en", "es")] string language)
    {
        var browser = await InAsync(language);
        var door = await People.OpenAsync("pre", FormId);
        (await Agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
        await browser.Page.GetAsync("/take");
        var notice = await browser.Page.PostAsync("/take", ("JoinCode", door.JoinCode));
        notice.Html.Should().Contain(texts.DoorClosed);
        (await browser.DecideAsync(notice, Token(), "granted")).Html.Should().Contain(texts.StartClosed);
        (await AttemptsAsync(door)).Should().BeEmpty();
    }

    [Test]
    public async Task A_door_that_closes_during_practice_is_told_there()
    {
        var door = await People.OpenAsync("pre", FormId);
        var browser = await InAsync("en");
        (await browser.EnterAsync(door.JoinCode, Token())).Path.Should().Be("/take/practice");
        (await Agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
        (await browser.Page.PostAsync("/take/practice", ("go", "start"))).Html.Should().Contain(texts.StartClosed);
    }

    [Test]
    public async Task Who_has_handed_in_is_told_that_the_receipt_stands([Values("en", "es")] string language)
    {
        var (door, first) = await StartedAsync();
        await first.Page.GetAsync("/take/review");
        await first.Page.PostAsync("/take/review");
        var browser = await InAsync(language);
        (await browser.EnterAsync(door.JoinCode, Token())).Html.Should().Contain(texts.AttemptsUsed);
    }

    [Test]
    public async Task Research_asks_for_a_decision_and_either_one_lets_the_person_in([Values("en", "es")] string language)
    {
        var door = await People.OpenAsync("pre", FormId);
        var browser = await InAsync(language);
        (await browser.EnterAsync(door.JoinCode, Token(), consent: null)).Html.Should().Contain(texts.ConsentMissing);
        (await browser.StartAsync(door.JoinCode, Token(), "refused")).Path.Should().Be("/take/test");
        (await Browser().StartAsync(door.JoinCode, Token(1), "granted")).Path.Should().Be("/take/test");
    }

    [Test]
    public async Task A_notice_that_changed_between_reading_and_deciding_is_read_again([Values("en", "es")] string language)
    {
        var door = await People.OpenAsync("pre", FormId);
        var browser = await InAsync(language);
        await browser.Page.GetAsync("/take");
        var read = await browser.Page.PostAsync("/take", ("JoinCode", door.JoinCode));
        (await (await StudyPlay.DeclareAsync(Application)).JoinAsync(Agency)).EnsureSuccessStatusCode();
        var again = await browser.DecideAsync(read, Token(), "granted");
        again.Html.Should().Contain(texts.NoticeChanged).And.Contain("Academy study");
        (await browser.DecideAsync(again, Token(), "granted")).Path.Should().Be("/take/practice");
    }

    [Test]
    public async Task Consent_is_taken_back_with_the_token_and_once_more_changes_nothing([Values("en", "es")] string language)
    {
        var (door, _) = await StartedAsync();
        var browser = await InAsync(language);
        await browser.Page.GetAsync("/take/withdraw");
        (await WithdrawAsync(browser, door, "wrong")).Html.Should().Contain(texts.TokenUnknown);
        (await WithdrawAsync(browser, door, Token())).Html.Should().Contain(texts.WithdrawDone);
        (await WithdrawAsync(browser, door, Token())).Html.Should().Contain(texts.WithdrawNone);
    }

    [Test]
    public async Task Pages_without_a_door_or_ticket_lead_to_the_door()
    {
        foreach (var path in new[] { "/take/notice", "/take/practice", "/take/test", "/take/item/1", "/take/review", "/take/receipt" })
        {
            (await Browser().Page.GetAsync(path)).Path.Should().Be("/take", path);
        }
    }

    [Test]
    public async Task The_browsers_language_is_spoken_until_the_person_chooses()
    {
        using var client = new HttpClient { BaseAddress = Application.Address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de, es-MX;q=0.8, en;q=0.5");
        (await client.GetStringAsync("/take")).Should().Contain("<html lang=\"es\"");
    }

    private async Task<TakeBrowser> InAsync(string language)
    {
        texts = TakeTexts.In(language);
        var browser = Browser();
        await browser.Page.GetAsync("/take");
        await browser.LookAsync(language);
        return browser;
    }

    private async Task<OpenAdministration.Answer> TrainingAsync() =>
        await People.OpenAsync("pre", await Agency.PublishAsync(AssessmentApplicationForms.Knowledge("A", "drill", "training")));

    private async Task<string> NoticeAsync(OpenAdministration.Answer door, string language) =>
        (await Application.Nobody.PostAsync<OpenDoor.Answer>("/api/doors", new { joinCode = door.JoinCode, language })).Notice;

    private static Task<ShownPage> WithdrawAsync(TakeBrowser browser, OpenAdministration.Answer door, string token) =>
        browser.Page.PostAsync("/take/withdraw", ("JoinCode", door.JoinCode), ("Token", token));
}
