using Assessment.Domain.Delivery;

namespace Assessment.Domain.Tests.Delivery;

public sealed class HeldStartTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [TestCase(0, 10, 30, 40, TestName = "Who_joins_after_the_start_has_the_whole_time_from_joining")]
    [TestCase(10, 0, 30, 40, TestName = "Who_waited_has_the_whole_time_from_the_start")]
    public void Time_runs_from_the_later_of_start_and_joining(int start, int join, int minutes, int end) =>
        HeldStart.EndOf(Nine.AddMinutes(start), Nine.AddMinutes(join), minutes).Should().Be(Nine.AddMinutes(end));

    [Test]
    public void Without_a_start_or_a_limit_there_is_no_end()
    {
        HeldStart.EndOf(null, Nine, 30).Should().BeNull();
        HeldStart.EndOf(Nine, Nine, null).Should().BeNull();
    }

    [Test]
    public void Follow_ups_are_never_held()
    {
        Wave.All.Where(wave => HeldStart.MayHold(wave.FromMonth)).Should().Equal(Wave.Pre, Wave.Post);
    }
}
