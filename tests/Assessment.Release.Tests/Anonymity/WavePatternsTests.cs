using Assessment.Release.Anonymity;
using CsCheck;

namespace Assessment.Release.Tests.Anonymity;

public class WavePatternsTests
{
    private const ulong Pre = 1, Post = 2, FollowUp = 4;

    [Test]
    public void Patterns_of_500_officers_equal_the_reference()
    {
        var input = Reference.Rows("second-stage-input.csv").ToList();
        var expected = Reference.Rows("second-stage-expected.csv").Select(Pattern).ToArray();

        var shown = new ulong[input.Count];
        foreach (var one in input.Index().GroupBy(row => string.Join('|', row.Item[..7])))
        {
            var patterns = WavePatterns.Shown([.. one.Select(row => Pattern(row.Item))], 5);
            foreach (var (place, row) in one.Index())
            {
                shown[row.Index] = patterns[place];
            }
        }

        shown.Should().Equal(expected);
        shown.Should().NotEqual(input.Select(row => Pattern(row)), "the reference hides cells");
    }

    [Test]
    public void Rare_pattern_borrows_from_the_largest_group_that_answered_more()
    {
        ulong[] patterns = [7, 7, 7, 7, 7, 7, 7, 7, 3, 3, 3];

        WavePatterns.Shown(patterns, 5).Should().Equal(3, 3, 7, 7, 7, 7, 7, 7, 3, 3, 3);
    }

    [Test]
    public void Rare_pattern_merges_when_nobody_can_spare_people()
    {
        ulong[] patterns = [7, 7, 7, 7, 7, 3, 3, 3];

        WavePatterns.Shown(patterns, 5).Should().OnlyContain(pattern => pattern == (Pre | Post));
    }

    [Test]
    public void Merged_groups_keep_only_what_both_answered()
    {
        ulong[] patterns = [Pre | Post, Pre | Post, Pre | Post, Pre | FollowUp, Pre | FollowUp, Pre | FollowUp];

        WavePatterns.Shown(patterns, 5).Should().OnlyContain(pattern => pattern == Pre);
    }

    [Test]
    public void Common_patterns_are_left_alone()
    {
        ulong[] patterns = [7, 7, 7, 7, 7, 3, 3, 3, 3, 3];

        WavePatterns.Shown(patterns, 5).Should().Equal(patterns);
    }

    [Test]
    public void No_shown_pattern_is_rare_and_none_shows_what_was_not_answered() =>
        Gen.Select(Gen.ULong[0, 15].Array[5, 60], Gen.Int[2, 8]).Sample((patterns, g) =>
        {
            var shown = WavePatterns.Shown(patterns, g);
            var groups = shown.CountBy(pattern => pattern).ToList();

            (groups.Count == 1 || groups.TrueForAll(group => group.Value >= g)).Should().BeTrue();
            shown.Zip(patterns).Should().OnlyContain(pair => (pair.First & ~pair.Second) == 0);
        });

    private static ulong Pattern(string[] row) =>
        row[7..].Index().Aggregate(0UL, (pattern, cell) => cell.Item.Length == 0 ? pattern : pattern | (1UL << cell.Index));
}
