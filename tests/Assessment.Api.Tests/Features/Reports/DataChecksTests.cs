using Assessment.Api.Features.Reports;
using Assessment.Data;

namespace Assessment.Api.Tests.Features.Reports;

public sealed class DataChecksTests
{
    private static readonly DateTimeOffset HandedIn = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    // Class 1 is as it should be; in class 2 participant 2 has no post-test, a blank item, and an answer that came late.
    private static readonly CheckInput Input = new(
        [In(1, 1), In(2, 2)],
        [Attempt(1, 1, "pre"), Attempt(1, 1, "post"), Attempt(2, 2, "pre") with { Answered = 3, LastSavedAt = HandedIn.ToUnixTimeMilliseconds() + 1 }, Attempt(2, 2, "post") with { SubmittedAt = null }],
        [],
        new[] { (1, true), (2, true), (2, false) }.ToLookup(row => row.Item1, row => row.Item2),
        StrengthOnLastDay: true,
        new MonthCounts(12, 3, 12));

    [TestCase("Classes in which every stored score follows from the answers", 1, 1)]
    [TestCase("Classes in which every test begun was handed in", 1, 1)]
    [TestCase("Classes in which all answers were saved before the test was handed in", 1, 1)]
    [TestCase("Classes in which every item of the tests handed in was answered", 1, 1)]
    [TestCase("Classes in which everybody took the pre-test and the post-test", 1, 1)]
    [TestCase("Officers employed stated for the last day of the fiscal year", 1, 0)]
    [TestCase("Months with contact volumes", 3, 9)]
    [TestCase("Months with interaction records or a report of none", 12, 0)]
    public void Check_tells_what_passed_and_what_failed(string check, int passed, int failed)
    {
        var done = DataChecks.Run(Input).Single(line => line.Check == check);
        (done.Passed, done.Failed).Should().Be((passed, failed));
        (done.Action.Length > 0).Should().Be(failed > 0, "only a failure asks for an action");
    }

    [Test]
    public void Month_counts_once_whatever_was_entered_for_it() =>
        DataChecks.Months(new(2025, 10, 1), new(2026, 9, 30), [new(2025, 10, 1)], [new(2025, 10, 3), new(2025, 10, 30), new(2026, 1, 1)])
            .Should().Be(new MonthCounts(12, 1, 2));

    private static TrainedRow In(int delivery, int participant) => new() { DeliveryNo = delivery, ParticipantNo = participant };

    private static CheckedAttemptRow Attempt(int delivery, int participant, string wave) => new()
    {
        DeliveryNo = delivery, ParticipantNo = participant, Wave = wave, InstrumentKind = "knowledge-test", SubmittedAt = HandedIn,
        LastSavedAt = HandedIn.ToUnixTimeMilliseconds(), Answered = 4, Items = 4,
    };
}
