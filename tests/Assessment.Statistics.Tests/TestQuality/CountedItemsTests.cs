using Assessment.Statistics.Streaming;
using Assessment.Statistics.TestQuality;
using CsCheck;

namespace Assessment.Statistics.Tests.TestQuality;

/// <summary>Counting right answers and reading columns of scores are two ways to the same numbers.</summary>
public sealed class CountedItemsTests
{
    // Abilities differ, so that items correlate; lengths around 64 people and 4 items cross the edges of words and vectors.
    private static readonly Gen<(ScoreMatrix Scores, bool[] Focal)> People =
        Gen.Select(Gen.Int[0, 140], Gen.Int[1, 13], Gen.Int[0, 10_000]).Select((n, k, seed) => Draw(n, k, new Random(seed)));

    [Test]
    public void Item_analysis_is_the_same_both_ways() => People.Sample(people =>
    {
        var (counted, plain) = (ItemAnalysis.Of(people.Scores), ItemAnalysis.Plain(people.Scores));
        (counted.N, counted.NUpper, counted.NLower).Should().Be((plain.N, plain.NUpper, plain.NLower));
        ShouldBeNear([counted.MeanTotal, counted.SdTotal, counted.CutUpper, counted.CutLower], [plain.MeanTotal, plain.SdTotal, plain.CutUpper, plain.CutLower]);
        foreach (var (a, b) in counted.Items.Zip(plain.Items))
        {
            ShouldBeNear(
                [a.Difficulty, a.ItemTotal, a.ItemRest, a.AlphaIfDeleted, a.Discrimination],
                [b.Difficulty, b.ItemTotal, b.ItemRest, b.AlphaIfDeleted, b.Discrimination]);
        }
    });

    [Test]
    public void Reliability_is_the_same_both_ways() => People.Sample(people =>
    {
        var counted = Reliability.Of(people.Scores, cut: 2);
        var plain = Reliability.Of(ItemRelations.Plain(people.Scores), 2, 0.95);
        (counted.N, counted.Items, counted.Alpha.GetType()).Should().Be((plain.N, plain.Items, plain.Alpha.GetType()));
        ShouldBeNear(Values(counted), Values(plain));
    });

    [Test]
    public void Dif_is_the_same_both_ways() => People.Sample(people =>
    {
        foreach (var (a, b) in MantelHaenszelDif.Of(people.Scores, people.Focal).Zip(MantelHaenszelDif.Plain(people.Scores, people.Focal)))
        {
            a.EtsClass.Should().Be(b.EtsClass);
            ShouldBeNear(
                [a.OddsRatio, a.StandardErrorLog, a.ChiSquare, a.P, a.StandardizedDifference],
                [b.OddsRatio, b.StandardErrorLog, b.ChiSquare, b.P, b.StandardizedDifference]);
        }
    });

    [TestCase(2.0)]
    [TestCase(0.5)]
    [TestCase(-1.0)]
    public void One_other_score_and_nothing_is_counted(double other)
    {
        for (var place = 0; place < 12; place++)
        {
            double[] values = [0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0];
            values[place] = other;
            var scores = new ScoreMatrix(2, 6, values);
            (ItemTotalCounts.Of(scores), PairCounts.Of(scores), scores.IsDichotomous).Should().Be((null, null, false));
        }
    }

    [Test]
    public void Counts_of_pairs_by_hand()
    {
        var counts = PairCounts.Of(new(3, 2, [1, 1, 1, 0, 0, 0]))!;
        (counts[0, 0], counts[0, 1], counts[1, 0], counts[1, 1]).Should().Be((2, 1, 1, 1));
    }

    private static (ScoreMatrix, bool[]) Draw(int n, int k, Random random)
    {
        var values = new double[n * k];
        for (var i = 0; i < n; i++)
        {
            var ability = random.NextDouble();
            for (var j = 0; j < k; j++) values[(i * k) + j] = random.NextDouble() < (ability + random.NextDouble()) / 2 ? 1 : 0;
        }

        return (new(n, k, values), [.. Enumerable.Range(0, n).Select(_ => random.Next(3) == 0)]);
    }

    private static double?[] Values(Reliability r) =>
    [
        (r.Alpha as Estimate)?.Value, (r.Alpha as Estimate)?.Interval!.Lower, (r.Alpha as Estimate)?.Interval!.Upper,
        r.SdTotal, r.StandardErrorOfMeasurement, r.SplitHalf, r.GuttmanSplitHalf, r.GuttmanLambda2, r.KuderRichardson20, r.KuderRichardson21,
        r.LivingstonK2, Tame(r.SpearmanBrown), Tame(r.AlphaStandardized),
    ];

    // Near r = −1 both step up to a quotient of almost nothing, infinite in truth: rounding decides how large it is.
    private static double? Tame(double? value) => value is { } v && Math.Abs(v) > 1e4 ? double.MinValue : value;

    private static void ShouldBeNear(double?[] actual, double?[] expected)
    {
        for (var i = 0; i < actual.Length; i++)
        {
            if (expected[i] is not { } value || double.IsInfinity(value)) actual[i].Should().Be(expected[i], "place {0}", i);
            else actual[i].Should().BeApproximately(value, 1e-12 * Math.Max(1, Math.Abs(value)), "place {0}", i);
        }
    }
}
