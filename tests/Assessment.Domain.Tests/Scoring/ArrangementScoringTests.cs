using Assessment.Domain.Scoring;

namespace Assessment.Domain.Tests.Scoring;

public class ArrangementScoringTests
{
    // 4 options make 6 pairs. R: k <- c(b = 1, a = 2, d = 3, c = 4); cor(1:4, k[strsplit("abdc", "")[[1]]], method = "kendall") is 0.6667;
    // the others are in this order 1, -1 (counting as 0), 0.3333, 0.3333 and 0.
    [TestCase("b|a|d|c", 1.0, TestName = "Ordering: the right order")]
    [TestCase("c|d|a|b", 0.0, TestName = "Ordering: the right order backwards")]
    [TestCase("a|b|d|c", 4.0 / 6, TestName = "Ordering: one swap of neighbors loses one pair of six, 5 - 1 = 4")]
    [TestCase("a|b|c|d", 2.0 / 6, TestName = "Ordering: two swaps, 4 - 2 = 2")]
    [TestCase("d|b|a|c", 2.0 / 6, TestName = "Ordering: one option two places too early, 4 - 2 = 2")]
    [TestCase("c|b|a|d", 0.0, TestName = "Ordering: three of six pairs are right, as by chance")]
    public void Ordering_gives_credit_for_pairs_beyond_chance(string response, double points) =>
        ItemScoring.Score(ItemExamples.Order, response)!.Value.Value.Should().BeApproximately(points, 1e-12);

    [TestCase("a:x|b:y|c:y", 1.0, TestName = "Matching: a target may serve twice")]
    [TestCase("a:x|b:y|c:z", 2.0 / 3, TestName = "Matching: two of three")]
    [TestCase("b:y", 1.0 / 3, TestName = "Matching: sources left out are wrong")]
    [TestCase("a:y|b:x|c:x", 0.0, TestName = "Matching: none")]
    public void Matching_gives_the_share_of_right_pairs(string response, double points) =>
        ItemScoring.Score(ItemExamples.Match, response)!.Value.Value.Should().BeApproximately(points, 1e-12);

    [TestCase("g1:a|g2:c", 1.0)]
    [TestCase("g1:b|g2:c", 0.5)]
    [TestCase("g1:a", 0.5)]
    [TestCase("g1:b|g2:a", 0.0)]
    public void Inline_choice_gives_the_share_of_gaps(string response, double points) =>
        ItemScoring.Score(ItemExamples.Inline, response)!.Value.Value.Should().Be(points);
}
