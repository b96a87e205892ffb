using System.Globalization;
using Assessment.Api.Features.Bundles;
using Assessment.Data;

namespace Assessment.Api.Tests.Features.Bundles;

/// <summary>A rater's ratings of one answer in two databases. "1" is a first rating, "2&lt;1" number 2 that corrects number 1.</summary>
public sealed class RatingChainTests
{
    [TestCase("1", ExpectedResult = "1")]
    [TestCase("3<2 1 2<1", ExpectedResult = "1 2 3")]
    [TestCase("1 2", ExpectedResult = "none", TestName = "Two first ratings")]
    [TestCase("1 2<1 3<1", ExpectedResult = "none", TestName = "Two corrections of one rating")]
    [TestCase("2<1", ExpectedResult = "none", TestName = "A correction of nothing")]
    [TestCase("1 2<3 3<2", ExpectedResult = "none", TestName = "Corrections of each other")]
    public string The_order_of_corrections(string ratings) =>
        RatingChain.Order(Rows(ratings)) is { } chain ? string.Join(' ', chain.Select(row => row.RatingNo)) : "none";

    [TestCase("", "1 2<1", ExpectedResult = "Taken")]
    [TestCase("1", "1 2<1", ExpectedResult = "Taken", TestName = "What the box went on with")]
    [TestCase("1 2<1", "1", ExpectedResult = "Taken", TestName = "Corrected here, and the box goes on with what it knows")]
    [TestCase("9", "1", ExpectedResult = "OtherRating", TestName = "Rated on both sides")]
    [TestCase("1 9<1", "1 2<1", ExpectedResult = "OtherRating", TestName = "Corrected on both sides")]
    public string Ratings_of_the_answer_that_stands(string here, string there) =>
        RatingChain.Decide(Rows(here), Rows(there), Answer(2), Answer(2)).ToString();

    [TestCase(3, "tablet", "b", ExpectedResult = "Past", TestName = "Changed after it was rated")]
    [TestCase(1, "tablet", "b", ExpectedResult = "OtherAnswer", TestName = "The answer that was rated is not in force here")]
    [TestCase(2, "phone", "b", ExpectedResult = "OtherAnswer", TestName = "The same number on another device")]
    [TestCase(2, "tablet", "a", ExpectedResult = "OtherAnswer", TestName = "The same number with another answer")]
    public string Ratings_of_another_answer(long revision, string device, string value) =>
        RatingChain.Decide([], Rows("1"), Answer(2), Answer(revision) with { Device = device, Value = value }).ToString();

    [Test]
    public void Ratings_of_an_answer_that_is_not_here_are_not_taken() =>
        RatingChain.Decide([], Rows("1"), Answer(2), null).Should().Be(ChainOutcome.OtherAnswer);

    private static CarriedAnswerRow Answer(long revision) => new() { Revision = revision, Device = "tablet", Value = "b" };

    /// <summary>Ratings whose ids follow from their numbers.</summary>
    private static List<RatingRow> Rows(string ratings) =>
    [
        .. from text in ratings.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           let parts = text.Split('<').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray()
           select new RatingRow { RatingNo = parts[0], RatingId = new Guid(parts[0], 0, 0, new byte[8]), ReplacesNo = parts.Length > 1 ? parts[1] : null },
    ];
}
