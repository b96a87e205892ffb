using Assessment.Api.Features.Attempts;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>Time that runs out, tests that are ended, receipts and results.</summary>
public sealed class EndTests : TakeTests
{
    [Test]
    public async Task The_time_that_is_left_is_told_and_warned_of_five_minutes_and_one_minute_before()
    {
        var (_, browser) = await StartedAsync(new { timeLimitMinutes = 20 });
        (await browser.OpenAsync(1)).Html.Should().MatchRegex("Time left: (19|20) minutes").And.Contain("Ask your trainer").And.NotContain("role=\"alert\"");
        At(minutes: 16);
        (await browser.OpenAsync(1)).Html.Should().MatchRegex("role=\"alert\">\\s*<p>Time left: (3|4) minutes");
        At(minutes: 19.5);
        (await browser.OpenAsync(1)).Html.Should().Contain("Less than one minute is left");
        At(minutes: 20.5);
        (await browser.Page.GetAsync("/take/review")).Html.Should().Contain("Time is up. What you saved is kept and counts.");
    }

    [Test]
    public async Task A_test_without_an_end_says_nothing_of_time()
    {
        var (_, browser) = await StartedAsync();
        (await browser.OpenAsync(1)).Html.Should().NotContain("id=\"time\"");
    }

    [Test]
    public async Task Extra_time_counts_at_the_next_page()
    {
        var (door, browser) = await StartedAsync(new { timeLimitMinutes = 20 });
        At(minutes: 19);
        (await Agency.Admin.PostAsync($"/api/attempts/{(await AttemptsAsync(door)).Single().AttemptId}/extra-time", new { minutes = 30 })).EnsureSuccessStatusCode();
        (await browser.OpenAsync(1)).Html.Should().MatchRegex("Time left: (29|30|31) minutes");
    }

    [Test]
    public async Task After_the_end_an_answer_is_refused_and_what_was_saved_is_handed_in()
    {
        var (door, browser) = await StartedAsync(new { timeLimitMinutes = 20 });
        await browser.AnswerAsync(1, "next", "b");
        var late = await browser.OpenAsync(2);
        At(minutes: 31);
        (await browser.SendAsync(late, "next", "a")).Html.Should().Contain("Your time is up").And.Contain("value=\"a\" checked");
        (await browser.Page.GetAsync("/take/receipt")).Html.Should().Contain("Not handed in yet").And.Contain("handed in for you within minutes");
        (await Application.Services.GetRequiredService<ExpiredAttempts>().HandInAsync(default)).Should().Be(1);
        (await browser.Page.GetAsync("/take/receipt")).Html.Should().Contain("Time was up, so what you had saved was handed in").And.Contain((await AttemptsAsync(door)).Single().Receipt);
    }

    [Test]
    public async Task A_test_that_the_trainer_ended_says_so_after_the_grace()
    {
        var (door, browser) = await StartedAsync();
        var late = await browser.OpenAsync(1);
        (await Agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
        At(minutes: 11);
        (await browser.SendAsync(late, "next", "b")).Html.Should().Contain("The test has ended. What you saved before is kept and counts.");
    }

    [Test]
    public async Task The_own_result_is_shown_where_the_instrument_allows_it_and_only_after_the_last_form()
    {
        var form = await Agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"));
        (await Agency.Admin.PutAsync($"/api/forms/{form}/feedback", new { feedback = "objectives" })).EnsureSuccessStatusCode();
        var (door, other) = (await People.OpenAsync("pre", form), await People.OpenAsync("pre", FormId));
        var browser = Browser();
        await browser.StartAsync(door.JoinCode, Token());
        await browser.AnswerAsync(1, "next", "b");
        (await HandInAsync(browser)).Html.Should().Contain("comes after the last form");
        await browser.StartAsync(other.JoinCode, Token());
        (await HandInAsync(browser)).Html.Should().Contain("shows no results to single people");
        await browser.EnterAsync(door.JoinCode, Token());
        var shown = Browser();
        await shown.Page.GetAsync("/take/continue");
        var attempt = (await AttemptsAsync(door)).Single().AttemptId;
        var code = (await Agency.Admin.PostAsync<MoveAttempt.Answer>($"/api/attempts/{attempt}/move")).MoveCode;
        var result = await shown.Page.PostAsync("/take/continue", ("MoveCode", code), ("Token", Token()));
        result.Path.Should().Be("/take/receipt");
        // The first item is worth one point of DE_ALT.1, "Use time and distance."; the form has five points.
        result.Html.Should().MatchRegex(@"Use time and distance\.</th><td class=""number"">1</td><td class=""number"">1</td>")
            .And.MatchRegex(@"All together</th><td class=""number"">1</td><td class=""number"">5</td>");
    }

    [Test]
    public async Task The_time_of_handing_in_is_that_of_the_agency()
    {
        var (_, browser) = await StartedAsync();
        // The clock stands at 8:00 UTC on 2 March; Ohio is five hours behind in winter.
        (await HandInAsync(browser)).Html.Should().Contain(">2026-03-02 03:00<");
    }

    private static async Task<ShownPage> HandInAsync(TakeBrowser browser)
    {
        await browser.Page.GetAsync("/take/review");
        return await browser.Page.PostAsync("/take/review");
    }

    private void At(double minutes) => Application.Clock.Set(AssessmentApplication.FirstDay.AddMinutes(minutes));
}
