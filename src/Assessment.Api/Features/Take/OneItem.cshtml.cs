using System.Globalization;
using System.Text.Json;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Data.Responses;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>One item, for devices without script: each button saves the answer, then goes where it says.</summary>
[OpenPage("The participant's ticket opens it.")]
public sealed class OneItemModel : TakePage
{
    /// <summary>Number of the item.</summary>
    [BindProperty(SupportsGet = true)]
    public int N { get; set; }

    /// <summary>What the buttons and controls sent.</summary>
    [BindProperty]
    public SentAnswer Sent { get; set; } = new();

    internal Sitting? Sitting { get; private set; }

    internal ItemOnScreen? OnScreen { get; private set; }

    internal AnswerConflict? Conflict { get; private set; }

    internal TimeLeft Time => TimeLeft.Of(Sitting!, Clock.GetUtcNow(), Texts);

    /// <summary>Whether the answer to the item before this one was just saved.</summary>
    public bool JustSaved => Request.Query.ContainsKey("saved") && Sitting![N - 1] is { IsAnswered: true };

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Sitting = await SitAsync(stop);
        return AwayFrom(Sitting) ?? Show(null, null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Sent.Look is not null) Choose(Sent.Look);
        Sitting = await SitAsync(stop);
        if (Sitting?[N] is not { } one) return Sitting is null ? ToDoor() : LocalRedirect("/take/review");
        if (Sent.Conflict && Sent.Look is not null) return ShowConflict(one, Sent.Words);
        if (Sent.WordsFor(one.Item, Clock.GetUtcNow()) is not { } words) return Show(Sent.Value, Texts.NotWholeOf(one.Item.Type));
        if (IsNew(one, words) && await SaveAsync(one, words, Sent.Seen, stop) is { } trouble) return trouble;
        return Next(one, words);
    }

    /// <summary>Nothing is sent when nothing was entered, or when the server has the same.</summary>
    private bool IsNew(TestItem one, IReadOnlyList<string> words) =>
        words.Count == 0 ? one.IsAnswered && Sent.Seen >= one.Revision : AnswerControls.Spelled(words) != one.Saved?.Value;

    /// <summary>Saves; answers the page to show when the answer was not taken.</summary>
    private async Task<IActionResult?> SaveAsync(TestItem one, IReadOnlyList<string> words, long seen, CancellationToken stop)
    {
        var holder = Sitting!.Holder;
        var request = new SaveResponse.Request(JsonSerializer.SerializeToElement(words), seen + 1, TakeCookies.DeviceOf(HttpContext), seen);
        var answer = await StoredAsync(SaveResponse.Handle(
            holder.AttemptId, one.Item.Identifier, request, holder, Part<FormVersions>(),
            Part<ResponseWriter>(), Clock, stop));
        if (Took(answer, out SaveResponse.Answer saved))
        {
            // This device has saved since the page was loaded, and the person went back and chose again. A scenario does not go back.
            return saved.State == "superseded" && one.Item.Type != "scenario" ? await SaveAsync(one, words, saved.Revision, stop) : null;
        }

        if (Problem!.Extensions["code"] as string == "stale-revision") return ShowConflict(one, words);
        return Show(Sent.Value, Problem.Extensions["code"] as string == "response-invalid" ? Texts.InvalidOf(one.Item.Type) : null);
    }

    private LocalRedirectResult Next(TestItem one, IReadOnlyList<string> words)
    {
        var stay = Sent.Look is not null || Sent.Go is "clear" or "turn" or "mine" || one.Item.Type == "scenario" && words.Count > Sent.Path.Count;
        return LocalRedirect((stay, Sent.Go) switch
        {
            (true, _) => $"/take/item/{N}",
            (_, "back") => string.Create(CultureInfo.InvariantCulture, $"/take/item/{Math.Max(1, N - 1)}"),
            (_, "review") => "/take/review",
            _ when N >= Sitting!.Items.Count => "/take/review",
            _ => string.Create(CultureInfo.InvariantCulture, $"/take/item/{N + 1}?saved"),
        });
    }

    private IActionResult ShowConflict(TestItem one, IReadOnlyList<string> words)
    {
        var page = Show(null, null);
        var stored = one.Saved?.Value is { } value ? AnswerControls.WordsOf(one.Item, value) : [];
        Conflict = new AnswerConflict(AnswerWords.Of(OnScreen!, stored, Texts), AnswerWords.Of(OnScreen!, words, Texts), words, one.Revision);
        return page;
    }

    private IActionResult Show(IReadOnlyList<string>? entered, string? fault)
    {
        if (Sitting![N] is not { } one) return LocalRedirect("/take/review");
        OnScreen = new ItemOnScreen(one, Sitting.Items.Count, Texts)
        {
            Entered = one.Item.Type == "scenario" ? null : entered,
            Fault = fault,
            ShownAt = Clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        return Page();
    }
}

/// <summary>Two devices gave an answer each; the person chooses.</summary>
/// <param name="Stored">The answer on the server, in words.</param>
/// <param name="Here">The answer that was sent, in words.</param>
/// <param name="Words">The answer that was sent, as the API takes it.</param>
/// <param name="Newest">The revision that the person has seen now.</param>
internal sealed record AnswerConflict(IReadOnlyList<string> Stored, IReadOnlyList<string> Here, IReadOnlyList<string> Words, long Newest);
