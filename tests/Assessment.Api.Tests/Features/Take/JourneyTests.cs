using System.Net;
using System.Text.RegularExpressions;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>From the six letters to the receipt without script: every type of item, in both languages.</summary>
public sealed partial class JourneyTests : TakeTests
{
    /// <summary>For each item: what its controls send, and what is stored then.</summary>
    private static readonly (string[] Sent, string Stored)[] Answers =
    [
        (["b"], "b"),
        (["a", "c"], "a|c"),
        (["false"], "false"),
        (["2:a", "1:b", "3:c"], "b|a|c"),
        (["a:y", "b:x"], "a:y|b:x"),
        (["g1:a", "g2:b"], "g1:a|g2:b"),
        (["20.50"], "20.5"),
        (["  988 "], "988"),
        (["First line\r\nsecond | line"], "First line\nsecond | line"),
        (["a"], "a"),
        (["", "best:b", "worst:d"], "best:b|worst:d"),
        (["a:3", "b:1"], "a:3|b:1"),
    ];

    [Test]
    public async Task Every_type_is_answered_on_its_page_and_handed_in([Values("en", "es")] string language)
    {
        var door = await People.OpenAsync("pre", FormId);
        var browser = Browser();
        await browser.Page.GetAsync("/take");
        await browser.LookAsync(language);
        var practice = await browser.EnterAsync(door.JoinCode.ToLowerInvariant(), Token());
        practice.Html.Should().Contain(language == "es" ? "Martes" : "Tuesday").And.Contain($"<html lang=\"{language}\"");
        (await browser.Page.PostAsync("/take/practice", ("go", "try"), ("value", "a"))).Html.Should().Contain(language == "es" ? "no se guardó" : "was not kept");
        (await AttemptsAsync(door)).Should().BeEmpty("time runs from the start alone");
        (await browser.Page.PostAsync("/take/practice", ("go", "start"))).Html.Should().Contain("content=\"0;url=/take/item/1\"");

        for (var n = 1; n <= Answers.Length; n++)
        {
            var shown = await browser.OpenAsync(n);
            shown.Html.Contains(EveryTypeForm.Spanish, StringComparison.Ordinal).Should().Be(language == "es", "item {0}", n);
            var next = await browser.SendAsync(shown, "next", Answers[n - 1].Sent);
            next.Path.Should().Be($"/take/item/{n + 1}?saved", "item {0}", n);
            next.Html.Should().Contain(language == "es" ? "está en el servidor" : "is on the server");
        }

        await TakeScenarioAsync(browser);
        var review = await browser.Page.GetAsync("/take/review");
        review.Html.Should().Contain(language == "es" ? "Todas las preguntas están contestadas" : "Every question is answered");
        var stored = (await ResponsesAsync(door)).Select(response => response.Value).ToList();
        stored[..^1].Should().Equal(Answers.Select(answer => answer.Stored));
        stored[^1].Should().MatchRegex(@"^n1:talk:\d+\|n2:wait:\d+$");

        var receipt = await browser.Page.PostAsync("/take/review");
        receipt.Path.Should().Be("/take/receipt");
        receipt.Html.Should().Contain((await AttemptsAsync(door)).Single().Receipt);
    }

    [Test]
    public async Task A_page_shows_what_was_answered_before()
    {
        var (_, browser) = await StartedAsync();
        for (var n = 1; n <= Answers.Length; n++)
        {
            await browser.AnswerAsync(n, "next", Answers[n - 1].Sent);
            var html = (await browser.OpenAsync(n)).Html;
            html.Should().Contain("On server");
            foreach (var value in Answers[n - 1].Sent.Where(value => value.Length > 0))
            {
                var shown = value.Trim() is "20.50" ? "20.5" : value.Trim().Replace("\r", "", StringComparison.Ordinal);
                Chosen(shown).IsMatch(html).Should().BeTrue("item {0} was answered {1}", n, shown);
            }
        }

        // The page of all items shows the same.
        var all = (await browser.Page.GetAsync("/take/test")).Html;
        ChosenCount().Matches(all).Should().HaveCountGreaterThan(10);
    }

    [Test]
    public async Task The_language_changes_in_mid_test_and_saves_the_answer_of_the_page()
    {
        var (door, browser) = await StartedAsync();
        var shown = await browser.OpenAsync(1);
        var changed = await browser.Page.PostAsync("/take/item/1", ("seen", TakeBrowser.Hidden(shown, "seen")), ("value", "b"), ("look", "es"));
        changed.Path.Should().Be("/take/item/1");
        changed.Html.Should().Contain("<html lang=\"es\"").And.Contain("Pregunta 1 de 13").And.Contain(EveryTypeForm.Spanish);
        Chosen("b").IsMatch(changed.Html).Should().BeTrue();
        (await FirstAnswerAsync(door)).Should().Be("b");
        (await browser.Page.PostAsync("/take/item/1", ("seen", "1"), ("value", "b"), ("look", "larger"))).Html.Should().Contain("class=\"larger\"");
    }

    [Test]
    public async Task A_change_of_language_keeps_what_is_not_whole_yet()
    {
        var (door, browser) = await StartedAsync();
        var changed = await browser.Page.PostAsync("/take/item/4", ("seen", "0"), ("value", "2:a"), ("value", ""), ("value", "2:c"), ("look", "es"));
        changed.Html.Should().Contain("<html lang=\"es\"").And.Contain("Cada línea necesita un lugar");
        Chosen("2:a").IsMatch(changed.Html).Should().BeTrue();
        (await ResponsesAsync(door)).Should().BeEmpty();
    }

    [Test]
    public async Task An_answer_that_does_not_fit_is_told_beside_it_and_stays_on_the_page()
    {
        var (door, browser) = await StartedAsync();
        var wrong = await browser.AnswerAsync(7, "next", "about twenty");
        wrong.Html.Should().Contain("Enter a number").And.Contain("value=\"about twenty\"").And.Contain("answer-7-fault");
        (await browser.AnswerAsync(11, "next", "best:a", "best:b")).Html.Should().Contain("Only one line can be the best");
        (await browser.AnswerAsync(1, "next", "nonsense")).Html.Should().Contain("does not fit the question");
        (await ResponsesAsync(door)).Should().BeEmpty();
    }

    [Test]
    public async Task Going_on_without_an_answer_saves_nothing_and_the_overview_counts_it()
    {
        var (door, browser) = await StartedAsync();
        (await browser.AnswerAsync(1, "next")).Path.Should().Be("/take/item/2?saved");
        (await browser.AnswerAsync(2, "review", "a")).Html.Should().Contain("Questions without an answer: 12");
        (await ResponsesAsync(door)).Should().ContainSingle();
        (await browser.AnswerAsync(2, "clear", "a")).Path.Should().Be("/take/item/2");
        (await ResponsesAsync(door)).Should().ContainSingle().Which.Value.Should().BeNull();
    }

    [Test]
    public async Task A_stimulus_is_shown_with_the_items_it_covers_and_its_files_open_with_the_ticket_alone()
    {
        var (_, browser) = await StartedAsync();
        (await browser.OpenAsync(10)).Html.Should().Contain("outer side of a railing").And.Contain("src=\"/take/media/bridge.png\" alt=\"A man behind the railing of a bridge\"");
        (await browser.OpenAsync(11)).Html.Should().NotContain("railing");
        (await browser.OpenAsync(13)).Html.Should().Contain("<track kind=\"captions\" src=\"/take/media/talk.vtt\"").And.Contain("The officer steps back");
        (await browser.Page.GetAsync("/take/media/bridge.png")).Html.Should().Be("bridge.png", "test files hold their own path");
        (await browser.Page.GetAsync("/take/media/other.png")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Browser().Page.GetAsync("/take/media/bridge.png")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_scenario_shows_one_moment_at_a_time_and_does_not_go_back()
    {
        var (door, browser) = await StartedAsync();
        var first = await browser.OpenAsync(13);
        first.Html.Should().Contain("shouts through the door").And.NotContain("low voice").And.NotContain("throws something");
        (await browser.SendAsync(first, "turn", "n1:talk")).Html.Should().Contain("low voice").And.NotContain("shouts through");
        (await browser.SendAsync(first, "turn", "n1:rush")).Html.Should().Contain("low voice", "the first turn stands");
        (await ResponsesAsync(door)).Single().Value.Should().StartWith("n1:talk:").And.NotContain("|");
    }

    [Test]
    public async Task Scales_and_checklists_are_answered_by_one_choice_a_screen()
    {
        var scale = await People.OpenAsync("pre", await Agency.PublishAsync(AssessmentApplicationForms.Scale));
        var list = await People.OpenAsync("pre", await Agency.PublishAsync(AssessmentApplicationForms.Checklist));
        var browser = Browser();
        await browser.StartAsync(scale.JoinCode, Token());
        (await browser.OpenAsync(1)).Html.Should().Contain("Partly");
        await browser.AnswerAsync(1, "next", "2");
        (await FirstAnswerAsync(scale)).Should().Be("2");
        await browser.StartAsync(list.JoinCode, Token());
        (await browser.OpenAsync(1)).Html.Should().Contain("No opportunity to show it");
        await browser.AnswerAsync(1, "next", "no-opportunity");
        (await FirstAnswerAsync(list)).Should().Be("no-opportunity");
    }

    private static async Task TakeScenarioAsync(TakeBrowser browser)
    {
        (await browser.AnswerAsync(13, "turn", "n1:talk")).Path.Should().Be("/take/item/13");
        (await browser.AnswerAsync(13, "next", "n2:wait")).Html.Should().Contain("He opens the door");
        (await browser.AnswerAsync(13, "next")).Path.Should().Be("/take/review");
    }

    private static Regex Chosen(string value) => new(
        $"value=\"{Regex.Escape(value)}\"[^>]*(checked|selected)|<input id=\"answer-\\d+-value\" name=\"value\" value=\"{Regex.Escape(value)}\"|<textarea[^>]*>\\s*{Regex.Escape(value)}");

    [GeneratedRegex("(checked|selected)=\"")]
    private static partial Regex ChosenCount();
}
