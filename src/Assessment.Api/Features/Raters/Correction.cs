namespace Assessment.Api.Features.Raters;

/// <summary>How long raters may correct what they entered (docs/privacy.md).</summary>
internal static class Correction
{
    /// <summary>Days after the day of the entry.</summary>
    public const int Days = 30;

    /// <summary>Whether the days are over. Whole days in UTC, so that the last one counts to its end.</summary>
    public static bool IsLate(DateTimeOffset entered, DateTimeOffset now) => (now.UtcDateTime.Date - entered.UtcDateTime.Date).Days > Days;
}
