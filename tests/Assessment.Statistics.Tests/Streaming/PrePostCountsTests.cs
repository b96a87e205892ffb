using Assessment.Statistics.Gains;
using Assessment.Statistics.Streaming;
using CsCheck;

namespace Assessment.Statistics.Tests.Streaming;

public sealed class PrePostCountsTests
{
    private const int Max = 12;
    private static readonly Gen<(int Pre, int Post)[]> Pairs = Gen.Select(Gen.Int[0, Max], Gen.Int[0, Max], (a, b) => (a, b)).Array[0, 40];

    [Test]
    public void Chunks_in_any_order_and_grouping_equal_the_whole() => Gen.Select(Pairs, Pairs, Pairs).Sample((a, b, c) =>
    {
        var whole = Cells(Of([.. a, .. b, .. c]));
        Cells(PrePostCounts.Merge(PrePostCounts.Merge(Of(a), Of(b)), Of(c))).Should().Equal(whole);
        Cells(PrePostCounts.Merge(Of(c), PrePostCounts.Merge(Of(b), Of(a)))).Should().Equal(whole);
    });

    [Test]
    public void Pass_rates_at_any_cut_equal_those_of_the_people() => Gen.Select(Pairs, Gen.Int[0, Max + 1]).Sample((pairs, cut) =>
    {
        var change = Of(pairs).At(cut);
        int Count(bool before, bool after) => pairs.Count(p => p.Pre >= cut == before && p.Post >= cut == after);
        (change.PassPass, change.PassFail, change.FailPass, change.FailFail)
            .Should().Be((Count(true, true), Count(true, false), Count(false, true), Count(false, false)));
    });

    [Test]
    public void Ranks_equal_those_of_the_people() => Pairs.Sample(pairs =>
        ShouldBeNear(SignedRankGain.Of(Of(pairs)), SignedRankGain.Of(Pre(pairs), Post(pairs))));

    [Test]
    public void Normalized_gains_equal_those_of_the_people() => Pairs.Sample(pairs =>
    {
        var people = HakeGain.Of(Pre(pairs), Post(pairs), Max);
        // Where everybody gained the same share the error is 0, and from the people's doubles the square root of a rounding.
        if (people.ClassGain is Estimate { StandardError: < 1e-6 }) return;
        ShouldBeNear(HakeGain.Of(Of(pairs)), people);
    });

    [Test]
    public void Paired_statistics_equal_those_of_the_people() => Pairs.Sample(pairs =>
    {
        ShouldBeNear(PairedGain.Of(Of(pairs).Moments()), PairedGain.Of(PairedMoments.Of(Pre(pairs), Post(pairs))));
        ShouldBeNear(PairedEffectSizes.Of(Of(pairs).Moments()), PairedEffectSizes.Of(Pre(pairs), Post(pairs)));
    });

    [TestCase(-1, 0)]
    [TestCase(0, Max + 1)]
    public void A_score_outside_the_table_is_a_fault(int pre, int post)
    {
        var adding = () => new PrePostCounts(Max).Add(pre, post);
        adding.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Whole_columns_equal_pairs_added_one_by_one() => Pairs.Sample(pairs =>
        Cells(PrePostCounts.Of(Pre(pairs), Post(pairs), Max)!).Should().Equal(Cells(Of(pairs))));

    [TestCase(0.5)]
    [TestCase(-1)]
    [TestCase(Max + 1)]
    [TestCase(1e300)]
    public void Columns_of_other_scores_have_no_table(double other)
    {
        PrePostCounts.Of([1, other], [1, 2], Max).Should().BeNull();
        PrePostCounts.Of([1, 2], [1, other], Max).Should().BeNull();
    }

    [Test]
    public void Tables_of_different_maxima_do_not_merge()
    {
        var merging = () => PrePostCounts.Merge(new(3), new(4));
        merging.Should().Throw<ArgumentException>();
    }

    private static PrePostCounts Of((int Pre, int Post)[] pairs)
    {
        var counts = new PrePostCounts(Max);
        foreach (var (pre, post) in pairs) counts.Add(pre, post);
        return counts;
    }

    private static long[] Cells(PrePostCounts counts) =>
        [counts.N, .. from pre in Enumerable.Range(0, Max + 1) from post in Enumerable.Range(0, Max + 1) select counts[pre, post]];

    private static double[] Pre((int Pre, int Post)[] pairs) => [.. pairs.Select(p => (double)p.Pre)];

    private static double[] Post((int Pre, int Post)[] pairs) => [.. pairs.Select(p => (double)p.Post)];

    private static void ShouldBeNear<T>(T actual, T expected) => actual.Should().BeEquivalentTo(
        expected,
        options => options.RespectingRuntimeTypes().Using<double>(at => at.Subject.Should().BeApproximately(at.Expectation, 1e-10)).WhenTypeIs<double>());
}
