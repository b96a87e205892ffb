namespace Assessment.Domain.Delivery;

/// <summary>How urgently a follow-up should be asked for.</summary>
public enum Reminder
{
    /// <summary>The window is not open.</summary>
    None,

    /// <summary>First half of the window.</summary>
    First,

    /// <summary>Second half of the window.</summary>
    Second,

    /// <summary>Last two weeks of the window.</summary>
    Last,
}

/// <summary>
/// The days on which a follow-up wave of a class counts. Reminders follow from the day alone: nothing is sent, so nothing
/// needs to be remembered about what was sent.
/// </summary>
/// <param name="OpensOn">First day.</param>
/// <param name="ClosesOn">Last day, inclusive.</param>
public readonly record struct FollowUpWindow(DateOnly OpensOn, DateOnly ClosesOn)
{
    private const int LastDays = 14;

    /// <summary>The window of months after the end of training: from the day month <paramref name="fromMonths"/> is complete to the day before month <paramref name="toMonths"/> + 1 is.</summary>
    /// <param name="trainingEnd">Last day of the class.</param>
    /// <param name="fromMonths">First month that counts.</param>
    /// <param name="toMonths">Last month that counts.</param>
    public static FollowUpWindow After(DateOnly trainingEnd, int fromMonths, int toMonths) =>
        new(trainingEnd.AddMonths(fromMonths), trainingEnd.AddMonths(toMonths + 1).AddDays(-1));

    /// <summary>Which reminder is due on a day.</summary>
    public Reminder On(DateOnly day)
    {
        if (day < OpensOn || day > ClosesOn)
        {
            return Reminder.None;
        }

        var (gone, left, length) = (day.DayNumber - OpensOn.DayNumber, ClosesOn.DayNumber - day.DayNumber, ClosesOn.DayNumber - OpensOn.DayNumber + 1);
        return left < LastDays ? Reminder.Last : gone * 2 >= length ? Reminder.Second : Reminder.First;
    }
}
