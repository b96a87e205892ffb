namespace Assessment.Domain.Delivery;

/// <summary>
/// A test that is opened held: people join and wait, and a trainer in the room starts it for all of them. A test that is not held
/// has started when it opens.
/// </summary>
public static class HeldStart
{
    /// <summary>Whether a test may be held at a wave. Follow-ups are taken in people's own time, when nobody is there to start them.</summary>
    /// <param name="windowFromMonths">First month of the wave's window after training; null for waves tied to the class itself.</param>
    public static bool MayHold(int? windowFromMonths) => windowFromMonths is null;

    /// <summary>When the time of an attempt is up: it runs from the start or from joining, whichever is later. Null without a limit, and before the start.</summary>
    /// <param name="startedAt">When the test started; null before.</param>
    /// <param name="joinedAt">When the person joined.</param>
    /// <param name="minutes">Minutes of the attempt, extra time included; null without a limit.</param>
    public static DateTimeOffset? EndOf(DateTimeOffset? startedAt, DateTimeOffset joinedAt, int? minutes) =>
        startedAt is { } start && minutes is { } limit ? (start > joinedAt ? start : joinedAt).AddMinutes(limit) : null;
}
