using Assessment.Statistics.TestQuality;
using CsCheck;

namespace Assessment.Statistics.Tests.TestQuality;

public sealed class RandomGroupsEquatingTests
{
    [Test]
    public void A_form_equates_to_itself_where_scores_were_seen() => Gen.Int[0, 10].Select(i => (double)i).Array[1, 40].Sample(scores =>
    {
        var equating = RandomGroupsEquating.Of(scores, scores, 10);
        foreach (var seen in scores.Distinct()) equating.Equipercentile[(int)seen].Should().BeApproximately(seen, 1e-9);
    });

    [Test]
    public void Equated_scores_never_fall() => Gen.Select(Gen.Int[0, 10].Array[1, 40], Gen.Int[0, 10].Array[1, 40]).Sample((a, b) =>
        RandomGroupsEquating.Of([.. a.Select(i => (double)i)], [.. b.Select(i => (double)i)], 10).Equipercentile.Should().BeInAscendingOrder());

    [Test]
    public void A_score_above_the_maximum_is_a_fault()
    {
        var call = () => RandomGroupsEquating.Of([11], [3], 10);
        call.Should().Throw<ArgumentException>();
    }
}
