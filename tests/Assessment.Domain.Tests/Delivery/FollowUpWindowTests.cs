using Assessment.Domain.Delivery;

namespace Assessment.Domain.Tests.Delivery;

public sealed class FollowUpWindowTests
{
    private static readonly FollowUpWindow Window = FollowUpWindow.After(new DateOnly(2026, 3, 3), 4, 7);

    [Test]
    public void Months_4_to_7_run_from_the_completion_of_month_4_to_the_day_before_month_8_is_complete() =>
        Window.Should().Be(new FollowUpWindow(new DateOnly(2026, 7, 3), new DateOnly(2026, 11, 2)));

    [Test]
    public void The_end_of_a_short_month_opens_no_later_than_its_last_day() =>
        FollowUpWindow.After(new DateOnly(2026, 10, 31), 4, 7).OpensOn.Should().Be(new DateOnly(2027, 2, 28));

    // The window has 123 days (July 29 left of 31, August 31, September 30, October 31, November 2): the second half begins on day 62.
    [TestCase("2026-07-02", Reminder.None)]
    [TestCase("2026-07-03", Reminder.First)]
    [TestCase("2026-09-02", Reminder.First)]
    [TestCase("2026-09-03", Reminder.Second)]
    [TestCase("2026-10-19", Reminder.Second)]
    [TestCase("2026-10-20", Reminder.Last)]
    [TestCase("2026-11-02", Reminder.Last)]
    [TestCase("2026-11-03", Reminder.None)]
    public void The_reminder_follows_from_the_day(string day, Reminder reminder) =>
        Window.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(reminder);
}
