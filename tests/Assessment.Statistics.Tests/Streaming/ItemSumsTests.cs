using Assessment.Statistics.Streaming;
using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Tests.Streaming;

public sealed class ItemSumsTests
{
    // Two items, three people (0,0), (0,1), (1,1): item variances 1/3 each, totals 0, 1, 2 of variance 1, so α = 2·(1 − 2/3) = 2/3.
    [Test]
    public void Alpha_and_sem_of_three_people_by_hand()
    {
        var sums = Of([0, 0], [0, 1], [1, 1]);
        sums.Alpha().Should().BeOfType<Estimate>().Which.Value.Should().BeApproximately(2.0 / 3, 1e-15);
        sums.SdTotal.Should().Be(1);
        sums.StandardErrorOfMeasurement.Should().BeApproximately(Math.Sqrt(1.0 / 3), 1e-15);
    }

    [Test]
    public void Stream_agrees_with_the_matrix_in_any_unit()
    {
        var random = new Random(3);
        int[][] people = [.. Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 6).Select(_ => random.Next(5)).ToArray())];
        var matrix = Reliability.Of(new ScoreMatrix(200, 6, [.. people.SelectMany(row => row).Select(score => (double)score)]));
        var stream = Of([.. people.Select(row => row.Select(score => score * 12_600).ToArray())]);
        var (expected, actual) = ((Estimate)matrix.Alpha, (Estimate)stream.Alpha());
        actual.Value.Should().BeApproximately(expected.Value, 1e-12);
        actual.Interval!.Lower.Should().BeApproximately(expected.Interval!.Lower, 1e-12);
        actual.Interval.Upper.Should().BeApproximately(expected.Interval.Upper, 1e-12);
        (stream.StandardErrorOfMeasurement / 12_600).Should().BeApproximately(matrix.StandardErrorOfMeasurement!.Value, 1e-12);
    }

    // Sums of squares of scores near 2^31 lose every digit of the variance in doubles; in integers they lose none.
    [Test]
    public void Large_scores_lose_no_digit()
    {
        const int Far = 2_000_000_000;
        Of([Far, Far], [Far, Far + 1], [Far + 1, Far + 1]).Alpha().Should().BeOfType<Estimate>().Which.Value.Should().BeApproximately(2.0 / 3, 1e-15);
    }

    [Test]
    public void Too_little_says_why()
    {
        Of([1, 0]).Alpha().Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("n = 1");
        Of([1], [0]).Alpha().Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("there is one item");
        Of([1, 0], [0, 1]).Alpha().Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("the totals have no variance");
    }

    private static ItemSums Of(params int[][] people)
    {
        var sums = new ItemSums(people[0].Length);
        foreach (var person in people) sums.Add(person);
        return sums;
    }
}
