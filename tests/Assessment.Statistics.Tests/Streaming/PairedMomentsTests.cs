using Assessment.Statistics.Gains;
using Assessment.Statistics.Streaming;
using CsCheck;

namespace Assessment.Statistics.Tests.Streaming;

public sealed class PairedMomentsTests
{
    private static readonly Gen<(double, double)[]> Pairs = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], (a, b) => ((double)a, (double)b)).Array[1, 40];

    [Test]
    public void Merging_any_split_equals_the_whole() => Gen.Select(Pairs, Gen.Int[0, 40]).Sample((pairs, cut) =>
    {
        var at = Math.Min(cut, pairs.Length);
        var merged = PairedMoments.Merge(Of(pairs[..at]), Of(pairs[at..]));
        ShouldBeNear(merged, Of(pairs));
    });

    [Test]
    public void Merging_is_associative() => Gen.Select(Pairs, Pairs, Pairs).Sample((a, b, c) =>
        ShouldBeNear(
            PairedMoments.Merge(PairedMoments.Merge(Of(a), Of(b)), Of(c)),
            PairedMoments.Merge(Of(a), PairedMoments.Merge(Of(b), Of(c)))));

    // Blocks of whole columns: below, at and above their length, and far from zero.
    [TestCase(1, 0)]
    [TestCase(511, 0)]
    [TestCase(512, 1e6)]
    [TestCase(513, 0)]
    [TestCase(3000, 1e6)]
    public void Whole_columns_equal_pairs_added_one_by_one(int n, double offset)
    {
        var random = new Random(n);
        double[] pre = [.. Enumerable.Range(0, n).Select(_ => offset + (random.Next(31) / 0.3))], post = [.. pre.Select(x => x + random.Next(-2, 6))];
        var added = new PairedMoments();
        for (var i = 0; i < n; i++) added.Add(pre[i], post[i]);
        ShouldBeNear(PairedMoments.Of(pre, post), added, 1e-12);
    }

    [Test]
    public void A_large_offset_costs_no_digits()
    {
        double[] x = [1, 2, 4, 7, 11], y = [2, 1, 5, 6, 12];
        var moved = PairedMoments.Of([.. x.Select(v => v + 1e9)], [.. y.Select(v => v + 1e9)]);
        var plain = PairedMoments.Of(x, y);
        moved.SquaresPre.Should().BeApproximately(plain.SquaresPre, 1e-12);
        moved.Products.Should().BeApproximately(plain.Products, 1e-12);
        moved.SquaresGain.Should().BeApproximately(plain.SquaresGain, 1e-12);
    }

    [Test]
    public void A_constant_gain_has_exactly_no_variance()
    {
        var moments = PairedMoments.Of([0.1, 0.7, 0.3], [1.1, 1.7, 1.3]);
        PairedGain.Of(moments).Gain.Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("the gain has no variance");
    }

    [Test]
    public void Merging_with_an_empty_state_copies()
    {
        var some = Of([(1, 2), (3, 5)]);
        var copy = PairedMoments.Merge(new(), some);
        copy.Add(9, 9);
        some.N.Should().Be(2);
        copy.N.Should().Be(3);
    }

    [Test]
    public void A_score_that_is_not_finite_is_refused()
    {
        var adding = () => new PairedMoments().Add(1, double.NaN);
        adding.Should().Throw<ArgumentException>();
    }

    private static PairedMoments Of((double Pre, double Post)[] pairs) =>
        PairedMoments.Of([.. pairs.Select(p => p.Pre)], [.. pairs.Select(p => p.Post)]);

    private static void ShouldBeNear(PairedMoments a, PairedMoments b, double relative = 1e-9)
    {
        (a.N, a.Improved, a.Unchanged).Should().Be((b.N, b.Improved, b.Unchanged));
        double[] left = [a.MeanPre, a.MeanPost, a.MeanGain, a.SquaresPre, a.SquaresPost, a.SquaresGain, a.Products];
        double[] right = [b.MeanPre, b.MeanPost, b.MeanGain, b.SquaresPre, b.SquaresPost, b.SquaresGain, b.Products];
        for (var i = 0; i < left.Length; i++) left[i].Should().BeApproximately(right[i], relative * Math.Max(1, Math.Abs(right[i])));
    }
}
