using Assessment.Statistics.Streaming;
using Assessment.Statistics.TestQuality;
using CsCheck;

namespace Assessment.Statistics.Tests.Streaming;

public sealed class ItemTotalCountsTests
{
    private const int Items = 5;
    private static readonly Gen<(byte[] Answers, int Group)[]> People =
        Gen.Select(Gen.Byte[0, 1].Array[Items], Gen.Int[0, 1], (answers, group) => (answers, group)).Array[0, 40];

    [Test]
    public void Chunks_in_any_order_and_grouping_equal_the_whole() => Gen.Select(People, People, People).Sample((a, b, c) =>
    {
        var whole = Cells(Of([.. a, .. b, .. c]));
        Cells(ItemTotalCounts.Merge(ItemTotalCounts.Merge(Of(a), Of(b)), Of(c))).Should().Equal(whole);
        Cells(ItemTotalCounts.Merge(Of(c), ItemTotalCounts.Merge(Of(b), Of(a)))).Should().Equal(whole);
    });

    [Test]
    public void Merged_chunks_give_what_the_whole_matrix_gives() => Gen.Select(People, People).Sample((a, b) =>
    {
        (byte[] Answers, int Group)[] all = [.. a, .. b];
        var merged = ItemTotalCounts.Merge(Of(a), Of(b));
        var matrix = new ScoreMatrix(all.Length, Items, [.. all.SelectMany(p => p.Answers).Select(x => (double)x)]);
        ShouldBeNear(ItemAnalysis.Of(merged), ItemAnalysis.Plain(matrix));
        ShouldBeNear(merged.Alpha(), Reliability.Of(ItemRelations.Plain(matrix), null, 0.95).Alpha);
        ShouldBeNear(MantelHaenszelDif.Of(merged, 0, 1), MantelHaenszelDif.Plain(matrix, [.. all.Select(p => p.Group == 1)]));
    });

    [Test]
    public void Kr20_of_three_people_by_hand() =>
        // Totals 0, 1, 2 of population variance 2/3; p(1 − p) = 2/9 each: 2·(1 − (4/9)/(2/3)) = 2/3.
        Of([([0, 0, 0, 0, 0], 0), ([0, 0, 0, 0, 1], 0), ([0, 0, 0, 1, 1], 1)]).Alpha().Should().BeOfType<Estimate>()
            .Which.Value.Should().BeApproximately(5.0 / 4 * (1 - (4.0 / 9 / (2.0 / 3))), 1e-15);

    [Test]
    public void Answers_that_are_not_0_or_1_are_a_fault()
    {
        var adding = () => new ItemTotalCounts(2).Add([1, 2]);
        adding.Should().Throw<ArgumentException>();
    }

    private static ItemTotalCounts Of((byte[] Answers, int Group)[] people)
    {
        var counts = new ItemTotalCounts(Items, 2);
        foreach (var (answers, group) in people) counts.Add(answers, group);
        return counts;
    }

    private static long[] Cells(ItemTotalCounts counts) =>
    [
        counts.N, .. from g in Enumerable.Range(0, 2) from t in Enumerable.Range(0, Items + 1) select counts.People(g, t),
        .. from g in Enumerable.Range(0, 2) from t in Enumerable.Range(0, Items + 1) from i in Enumerable.Range(0, Items) select counts.Right(g, t, i),
    ];

    private static void ShouldBeNear<T>(T actual, T expected) => actual.Should().BeEquivalentTo(
        expected,
        options => options.RespectingRuntimeTypes().Using<double>(at => at.Subject.Should().BeApproximately(at.Expectation, 1e-11)).WhenTypeIs<double>());
}
