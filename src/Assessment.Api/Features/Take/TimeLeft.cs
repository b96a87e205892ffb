namespace Assessment.Api.Features.Take;

/// <summary>What a page says about the time that is left.</summary>
/// <param name="Left">Until the end; null without an end.</param>
/// <param name="Texts">Sentences in the language of the page.</param>
internal sealed record TimeLeft(TimeSpan? Left, TakeTexts Texts)
{
    /// <summary>From five minutes before the end on, and again from one.</summary>
    public bool IsShort => Left <= TimeSpan.FromMinutes(5);

    /// <summary>The sentence; null without an end.</summary>
    public string? Sentence => Left switch
    {
        null => null,
        { Ticks: <= 0 } => Texts.TimeIsUp,
        { TotalMinutes: <= 1 } => Texts.LastMinute,
        { } left => Texts.MinutesLeftOf((int)left.TotalMinutes),
    };

    public static TimeLeft Of(Sitting sitting, DateTimeOffset now, TakeTexts texts) => new(sitting.Attempt.EndsAt - now, texts);
}
