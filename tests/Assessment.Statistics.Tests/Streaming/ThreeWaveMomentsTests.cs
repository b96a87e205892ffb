using Assessment.Statistics.Gains;
using Assessment.Statistics.Streaming;
using CsCheck;

namespace Assessment.Statistics.Tests.Streaming;

public sealed class ThreeWaveMomentsTests
{
    private static readonly Gen<(double, double, double)[]> People =
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30], (a, b, c) => (a / 3.0, b / 3.0, c / 3.0)).Array[0, 30];

    [Test]
    public void Chunks_in_any_order_and_grouping_equal_the_whole() => Gen.Select(People, People, People).Sample((a, b, c) =>
    {
        var whole = Numbers(Of([.. a, .. b, .. c]));
        ShouldBeNear(Numbers(ThreeWaveMoments.Merge(ThreeWaveMoments.Merge(Of(a), Of(b)), Of(c))), whole);
        ShouldBeNear(Numbers(ThreeWaveMoments.Merge(Of(c), ThreeWaveMoments.Merge(Of(a), Of(b)))), whole);
    });

    [Test]
    public void Retention_of_merged_chunks_equals_that_of_the_columns() => Gen.Select(People, People).Sample((a, b) =>
    {
        (double Pre, double Post, double FollowUp)[] all = [.. a, .. b];
        double[] pre = [.. all.Select(p => p.Pre)], post = [.. all.Select(p => p.Post)], followUp = [.. all.Select(p => p.FollowUp)];
        // A gain of rounding only has a ratio of rounding only.
        if (all.Length > 0 && Math.Abs(post.Average() - pre.Average()) < 1e-9) return;
        var (merged, direct) = (Retention.Of(ThreeWaveMoments.Merge(Of(a), Of(b))), Retention.Of(pre, post, followUp));
        (merged.N, merged.Retained.GetType(), (merged.Retained as Estimate)?.Interval is null).Should().Be(
            (direct.N, direct.Retained.GetType(), (direct.Retained as Estimate)?.Interval is null));
        ShouldBeNear(Numbers(merged), Numbers(direct));
    });

    [Test]
    public void A_person_with_a_score_that_is_not_finite_is_not_taken_in()
    {
        var state = Of([(1, 2, 3)]);
        var adding = () => state.Add(1, 2, double.PositiveInfinity);
        adding.Should().Throw<ArgumentException>();
        (state.N, state.Decay.N, state.Sustained.N).Should().Be((1, 1, 1));
    }

    private static ThreeWaveMoments Of((double Pre, double Post, double FollowUp)[] people)
    {
        var state = new ThreeWaveMoments();
        foreach (var (pre, post, followUp) in people) state.Add(pre, post, followUp);
        return state;
    }

    private static double[] Numbers(ThreeWaveMoments m) =>
    [
        m.N, .. Numbers(m.Gain), .. Numbers(m.Decay), .. Numbers(m.Sustained),
    ];

    private static double[] Numbers(PairedMoments m) =>
        [m.N, m.MeanPre, m.MeanPost, m.MeanGain, m.SquaresPre, m.SquaresPost, m.SquaresGain, m.Products, m.Improved, m.Unchanged];

    private static double[] Numbers(Retention r) =>
    [
        r.Gain ?? -9, r.SustainedGain ?? -9, r.Decay.T ?? -9, .. r.Retained is Estimate e
            ? (double[])[e.Value, e.StandardError ?? -9, e.Interval?.Lower ?? -9, e.Interval?.Upper ?? -9]
            : [],
    ];

    private static void ShouldBeNear(double[] actual, double[] expected)
    {
        actual.Should().HaveSameCount(expected);
        for (var i = 0; i < actual.Length; i++) actual[i].Should().BeApproximately(expected[i], 1e-12 * Math.Max(1, Math.Abs(expected[i])) * 10, "place {0}", i);
    }
}
