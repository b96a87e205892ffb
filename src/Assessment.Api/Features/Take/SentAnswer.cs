using System.Globalization;
using Assessment.Api.Features.Attempts;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>The form of one item as it was sent.</summary>
public sealed class SentAnswer
{
    private const long MostMilliseconds = 86_400_000;

    /// <summary>The button: next, back, review, clear, turn, or mine after a conflict.</summary>
    [FromForm(Name = "go")]
    public string? Go { get; set; }

    /// <summary>A change of language or text size.</summary>
    [FromForm(Name = "look")]
    public string? Look { get; set; }

    /// <summary>Newest revision of the item that the page showed.</summary>
    [FromForm(Name = "seen")]
    public long Seen { get; set; }

    /// <summary>Values of the controls.</summary>
    [FromForm(Name = "value")]
    public List<string> Value { get; set; } = [];

    /// <summary>Turns of a scenario that the page showed as taken.</summary>
    [FromForm(Name = "path")]
    public List<string> Path { get; set; } = [];

    /// <summary>When the page was made, milliseconds since 1970-01-01 UTC.</summary>
    [FromForm(Name = "shown")]
    public long Shown { get; set; }

    /// <summary>An answer chosen after a conflict, as the API takes it.</summary>
    [FromForm(Name = "words")]
    public List<string> Words { get; set; } = [];

    /// <summary>Whether the form is the one that asks which of two answers counts.</summary>
    [FromForm(Name = "conflict")]
    public bool Conflict { get; set; }

    /// <summary>What the API takes for it, empty for no answer; null when the answer is not whole yet.</summary>
    internal IReadOnlyList<string>? WordsFor(ItemView item, DateTimeOffset now)
    {
        if (Conflict) return Words;
        if (Go == "clear") return [];
        var values = Value.Where(value => value is not null).ToList();
        return item.Type == "scenario" ? Followed(values, now) : AnswerControls.Words(item, values);
    }

    /// <summary>The path with the turn just taken, timed from when its page was made.</summary>
    private List<string> Followed(List<string> chosen, DateTimeOffset now)
    {
        var taken = Math.Clamp(now.ToUnixTimeMilliseconds() - Shown, 0, MostMilliseconds);
        return chosen is [var turn] ? [.. Path, string.Create(CultureInfo.InvariantCulture, $"{turn}:{taken}")] : Path;
    }
}
