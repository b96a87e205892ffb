using System.Collections.Immutable;
using Assessment.Release.Table;

namespace Assessment.Release.Tests.Table;

public class GainCheckTests
{
    private static readonly ScoreColumn[] Columns =
        [new(SimulatedStudy.Knowledge, SimulatedStudy.Waves[0]), new(SimulatedStudy.Knowledge, SimulatedStudy.Waves[1])];

    /// <summary>
    /// 40 gains of 10 are confidential in part: the hidden ones are given. With 11 hidden gains of h the confidential mean is
    /// (29·10 + 11·h) / 40, the released 10: h = 10 equal; h = 10.2: 10.055, 0.55 %; h = 11: 10.275, 2.7 %; h = 13: 10.825,
    /// 7.6 %; h = 20: 12.75, 21.6 %.
    /// </summary>
    [TestCase(0, 10, GainDifference.None)]
    [TestCase(10, 20, GainDifference.NotStated)]
    [TestCase(11, 10, GainDifference.BelowOnePercent)]
    [TestCase(11, 10.2, GainDifference.BelowOnePercent)]
    [TestCase(11, 11, GainDifference.OneToFivePercent)]
    [TestCase(11, 13, GainDifference.FiveToTenPercent)]
    [TestCase(11, 20, GainDifference.AboveTenPercent)]
    [TestCase(30, 10, GainDifference.NotStated)]
    public void Difference_is_a_band_and_is_stated_only_for_no_or_k_hidden_pairs(int hidden, double hiddenGain, GainDifference difference)
    {
        var confidential = Enumerable.Range(0, 40).Select(i => Row(0, i < hidden ? hiddenGain : 10)).ToList();
        var released = confidential.Select((row, i) => i < hidden ? Row(0, null) : row).ToList();

        var gain = GainCheck.Of(Columns, released, confidential, 11).Single();

        gain.Difference.Should().Be(difference);
        gain.Pairs.Should().Be(40 - hidden);
        gain.Mean.Should().Be(hidden == 30 ? null : 10, "a mean needs k pairs");
        (gain.From, gain.To).Should().Be(("dekt_pre", "dekt_post"));
    }

    private static ImmutableArray<double?> Row(double? from, double? to) => [from, to];
}
