using Assessment.Statistics.Gains;
using CsCheck;

namespace Assessment.Statistics.Tests.Gains;

public sealed class RankTests
{
    private static readonly Gen<double[]> Scores = Gen.Int[0, 12].Select(i => (double)i).Array[1, 14];

    // The definition, by building every pair.
    [Test]
    public void The_shift_is_the_median_of_all_differences() => Gen.Select(Scores, Scores).Sample((x, y) =>
    {
        var all = x.SelectMany(a => y.Select(b => a - b)).Order().ToArray();
        var median = (all[(all.Length - 1) / 2] + all[all.Length / 2]) / 2;
        RankSumShift.Of(x, y).Shift.Should().BeOfType<Estimate>().Which.Value.Should().Be(median);
    });

    [Test]
    public void The_gain_is_the_median_of_the_Walsh_averages() => Scores.Where(d => d.Any(v => v != 6)).Sample(scores =>
    {
        double[] gains = [.. scores.Select(v => v - 6)], changed = [.. gains.Where(g => g != 0)];
        var all = changed.SelectMany((a, i) => changed.Skip(i).Select(b => (a + b) / 2)).Order().ToArray();
        var median = (all[(all.Length - 1) / 2] + all[all.Length / 2]) / 2;
        SignedRankGain.Of(new double[gains.Length], gains).HodgesLehmann.As<Estimate>().Value.Should().Be(median);
    });

    [Test]
    public void Cliffs_delta_counts_won_minus_lost_pairs() => Gen.Select(Scores, Scores).Sample((x, y) =>
    {
        var delta = x.Average(a => y.Average(b => Math.Sign(a - b)));
        RankSumShift.Of(x, y).CliffsDelta.As<Estimate>().Value.Should().BeApproximately(delta, 1e-14);
    });

    [Test]
    public void Nobody_changed_is_not_estimable() =>
        SignedRankGain.Of([1, 2], [1, 2]).HodgesLehmann.Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("nobody changed");

    [Test]
    public void An_empty_group_is_a_fault()
    {
        var call = () => RankSumShift.Of([], [1]);
        call.Should().Throw<ArgumentException>();
    }
}
