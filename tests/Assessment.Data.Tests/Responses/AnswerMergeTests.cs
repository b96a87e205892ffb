using Assessment.Data.Responses;

namespace Assessment.Data.Tests.Responses;

/// <summary>The rule for answers that two databases both took; letters are devices, numbers their counters.</summary>
public sealed class AnswerMergeTests
{
    [TestCase("", "A1", ExpectedResult = MergeOutcome.Taken, TestName = "What is new here is taken")]
    [TestCase("A1", "A1", ExpectedResult = MergeOutcome.Known, TestName = "The same answer is known")]
    [TestCase("A1", "A1 A2", ExpectedResult = MergeOutcome.Taken, TestName = "A newer answer of the device is taken")]
    [TestCase("A1 A2", "A1", ExpectedResult = MergeOutcome.Known, TestName = "An older state of the other side changes nothing")]
    [TestCase("A1", "A1 B2", ExpectedResult = MergeOutcome.Taken, TestName = "Another device that had seen the answer here replaces it")]
    [TestCase("A1 A2", "A1 B9", ExpectedResult = MergeOutcome.Stale, TestName = "Another device that had not seen it does not, however high its counter")]
    [TestCase("A5", "A3", ExpectedResult = MergeOutcome.Known, TestName = "A device that spoke with both sides is ordered by its counter")]
    [TestCase("A3", "A5", ExpectedResult = MergeOutcome.Taken, TestName = "A device that spoke with both sides is ordered by its counter, either way")]
    [TestCase("A1 B9 A2", "A1 B9", ExpectedResult = MergeOutcome.Known, TestName = "What was refused once as stale is known when it comes again")]
    public MergeOutcome The_other_side_is_taken_where_it_had_seen_what_stands_here(string here, string there)
    {
        var (mine, theirs) = (Log(here), Log(there));
        return AnswerMerge.Decide(mine.LastOrDefault(), Seen(mine), theirs[^1], Seen(theirs));
    }

    /// <summary>The log of one item, the answer in force last.</summary>
    private static List<CarriedAnswerRow> Log(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => new CarriedAnswerRow { ItemNo = 1, Device = word[..1], Revision = word[1] - '0', Value = word }).ToList();

    private static HashSet<(long, string)> Seen(IEnumerable<CarriedAnswerRow> log) => log.Select(row => (row.Revision, row.Device)).ToHashSet();
}
