using System.Net;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Data;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>One person, several devices, or one device sent twice: nothing is lost and nothing is overwritten unseen.</summary>
public sealed class DeviceTests : TakeTests
{
    [Test]
    public async Task Another_device_goes_on_at_the_same_place_with_move_code_and_token()
    {
        var (door, phone) = await StartedAsync();
        await phone.AnswerAsync(1, "next", "b");
        var tablet = Browser();
        await tablet.Page.GetAsync("/take/continue");
        (await ContinueAsync(tablet, "ABCDEF")).Html.Should().Contain("move code is wrong or too old");
        var code = await MoveCodeAsync(door);
        (await ContinueAsync(tablet, code, Token(1))).Html.Should().Contain("move code is wrong or too old", "the code needs its own person's token");
        var test = await ContinueAsync(tablet, code);
        test.Path.Should().Be("/take/test");
        test.Html.Should().Contain("content=\"0;url=/take/item/2\"", "the first item is answered");
        (await tablet.OpenAsync(1)).Html.Should().Contain("value=\"b\" checked");
        (await AttemptsAsync(door)).Should().ContainSingle();
    }

    [Test]
    public async Task Two_devices_that_answer_one_item_are_told_and_the_person_chooses([Values("mine", "theirs")] string choice)
    {
        var (door, phone, tablet) = await OnTwoDevicesAsync();
        var (onPhone, onTablet) = (await phone.OpenAsync(1), await tablet.OpenAsync(1));
        (await phone.SendAsync(onPhone, "next", "a")).Path.Should().Be("/take/item/2?saved");
        var conflict = await tablet.SendAsync(onTablet, "next", "b");
        conflict.Status.Should().Be(HttpStatusCode.Conflict);
        conflict.Html.Should().Contain("There are two answers").And.Contain("A better view of the street").And.Contain("Time to think and to talk");
        conflict.Html.Should().NotContain("role=\"alert\"", "it is no fault of the person");
        (await FirstAnswerAsync(door)).Should().Be("a", "nothing is overwritten before the person has chosen");

        if (choice == "mine")
        {
            await tablet.Page.PostAsync("/take/item/1", ("seen", TakeBrowser.Hidden(conflict, "seen")), ("words", "b"), ("conflict", "true"), ("go", "mine"));
        }
        else
        {
            (await tablet.OpenAsync(1)).Html.Should().Contain("value=\"a\" checked");
        }

        (await FirstAnswerAsync(door)).Should().Be(choice == "mine" ? "b" : "a");
    }

    [Test]
    public async Task A_conflict_tells_the_parts_of_an_answer_in_the_language_of_the_page()
    {
        var (_, phone, tablet) = await OnTwoDevicesAsync();
        await tablet.Page.GetAsync("/take");
        await tablet.LookAsync("es");
        var stale = await tablet.OpenAsync(11);
        await phone.AnswerAsync(11, "next", "best:a", "worst:d");
        var conflict = await tablet.SendAsync(stale, "next", "best:b");
        conflict = await tablet.Page.PostAsync("/take/item/11", ("seen", "1"), ("words", "best:b"), ("conflict", "true"), ("look", "larger"));
        conflict.Html.Should().Contain("class=\"larger\"").And.Contain("Lo mejor: ES: Follow in the car").And.Contain("Lo peor: ES: Draw a weapon").And.Contain("Lo mejor: ES: Call her by name");
    }

    [Test]
    public async Task The_same_answer_from_two_devices_or_none_from_the_second_is_no_conflict()
    {
        var (door, phone, tablet) = await OnTwoDevicesAsync();
        var (same, blank) = (await tablet.OpenAsync(1), await tablet.OpenAsync(2));
        await phone.AnswerAsync(1, "next", "b");
        await phone.AnswerAsync(2, "next", "a");
        (await tablet.SendAsync(same, "next", "b")).Path.Should().Be("/take/item/2?saved");
        (await tablet.SendAsync(blank, "next")).Path.Should().Be("/take/item/3?saved");
        (await ResponsesAsync(door)).Select(response => response.Value).Should().Equal("b", "a");
    }

    [Test]
    public async Task A_double_click_saves_once_and_going_back_to_choose_again_saves_the_last_choice()
    {
        var (door, browser) = await StartedAsync();
        var shown = await browser.OpenAsync(1);
        await Task.WhenAll(browser.SendAsync(shown, "next", "a"), browser.SendAsync(shown, "next", "a"));
        (await EventsAsync(door)).Should().Equal(("a", 1));
        await browser.SendAsync(shown, "next", "c");
        await browser.SendAsync(shown, "next", "b");
        (await EventsAsync(door)).Should().Equal(("a", 1), ("c", 2), ("b", 3));
    }

    [Test]
    public async Task A_start_that_is_sent_twice_begins_one_attempt()
    {
        var door = await People.OpenAsync("pre", FormId);
        var browser = Browser();
        await browser.EnterAsync(door.JoinCode, Token());
        var starts = await Task.WhenAll(browser.Page.PostAsync("/take/practice", ("go", "start")), browser.Page.PostAsync("/take/practice", ("go", "start")));
        starts.Should().OnlyContain(start => start.Path == "/take/test");
        (await browser.Page.PostAsync("/take/practice", ("go", "start"))).Path.Should().Be("/take/test");
        (await AttemptsAsync(door)).Should().ContainSingle();
    }

    [Test]
    public async Task Handing_in_twice_shows_one_receipt_and_a_late_answer_is_told()
    {
        var (door, phone, tablet) = await OnTwoDevicesAsync();
        var late = await tablet.OpenAsync(1);
        await phone.Page.GetAsync("/take/review");
        var (first, second) = (await phone.Page.PostAsync("/take/review"), await phone.Page.PostAsync("/take/review"));
        var receipt = (await AttemptsAsync(door)).Single().Receipt;
        first.Html.Should().Contain(receipt);
        second.Html.Should().Contain(receipt);
        (await tablet.SendAsync(late, "next", "b")).Html.Should().Contain("This test is handed in").And.Contain("href=\"/take/receipt\"");
        (await phone.OpenAsync(1)).Path.Should().Be("/take/receipt");
        (await ResponsesAsync(door)).Should().BeEmpty();
    }

    [Test]
    public async Task A_ticket_that_has_expired_leads_back_and_the_same_device_goes_on_with_the_token()
    {
        var (door, browser) = await StartedAsync();
        await browser.AnswerAsync(1, "next", "b");
        SetTicket(browser, await ExpiredTicketAsync(door));
        Application.Clock.Set(AssessmentApplication.FirstDay.AddHours(25));
        var again = await browser.OpenAsync(2);
        (again.Path, again.Html.Contains("Every answer that was on the server is still there", StringComparison.Ordinal)).Should().Be(("/take/again", true));
        (await browser.EnterAsync(door.JoinCode, Token())).Path.Should().Be("/take/test", "it goes on at once, without practice");
        (await browser.OpenAsync(1)).Html.Should().Contain("value=\"b\" checked");
    }

    [Test]
    public async Task A_device_that_is_handed_on_shows_nobody_the_test_before()
    {
        var (door, tablet) = await StartedAsync();
        await tablet.AnswerAsync(1, "next", "b");
        (await tablet.Page.GetAsync("/take")).Html.Should().Contain("A test is open on this device");
        (await tablet.StartAsync(door.JoinCode, Token(1))).Path.Should().Be("/take/test");
        (await tablet.OpenAsync(1)).Html.Should().NotContain("checked");
        (await AttemptsAsync(door)).Should().HaveCount(2);

        await tablet.Page.PostAsync("/take?handler=Leave");
        (await tablet.Page.GetAsync("/take")).Html.Should().NotContain("A test is open on this device");
        (await tablet.OpenAsync(1)).Path.Should().Be("/take");
    }

    [Test]
    public async Task A_second_go_after_handing_in_is_an_attempt_of_its_own()
    {
        var (door, browser) = await StartedAsync(new { attemptsAllowed = 2 });
        await browser.Page.GetAsync("/take/review");
        await browser.Page.PostAsync("/take/review");
        (await browser.StartAsync(door.JoinCode, Token())).Path.Should().Be("/take/test");
        (await AttemptsAsync(door)).Select(attempt => attempt.Ordinal).Should().Equal(1, 2);
    }

    private async Task<(OpenAdministration.Answer Door, TakeBrowser Phone, TakeBrowser Tablet)> OnTwoDevicesAsync()
    {
        var (door, phone) = await StartedAsync();
        var tablet = Browser();
        await tablet.Page.GetAsync("/take/continue");
        (await ContinueAsync(tablet, await MoveCodeAsync(door))).Path.Should().Be("/take/test");
        return (door, phone, tablet);
    }

    private Task<ShownPage> ContinueAsync(TakeBrowser browser, string code, string? token = null) =>
        browser.Page.PostAsync("/take/continue", ("MoveCode", code), ("Token", token ?? Token()));

    private async Task<string> MoveCodeAsync(OpenAdministration.Answer door) =>
        (await Agency.Admin.PostAsync<MoveAttempt.Answer>($"/api/attempts/{(await AttemptsAsync(door)).Single().AttemptId}/move")).MoveCode;

    private async Task<IReadOnlyList<(string?, long)>> EventsAsync(OpenAdministration.Answer door)
    {
        var attempt = (await AttemptsAsync(door)).Single();
        return [.. (await Application.ReadAsync(session => new AttemptStore(session).Events(attempt.AgencyId, attempt.AttemptNo))).Select(one => (one.Value, one.Revision))];
    }

    /// <summary>A ticket of the attempt that the service has not met yet: one that it knows is good for a minute by the real clock.</summary>
    private async Task<string> ExpiredTicketAsync(OpenAdministration.Answer door)
    {
        var code = await MoveCodeAsync(door);
        return (await Application.Nobody.PostAsync<ContinueAttempt.Answer>("/api/attempts/continue", new { moveCode = code, token = Token() })).Ticket;
    }

    private void SetTicket(TakeBrowser browser, string ticket) =>
        browser.Page.Cookies.Add(new Cookie("assessment-ticket", ticket, "/take", Application.Address.Host));
}
