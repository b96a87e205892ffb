using Assessment.Statistics.Gains;

namespace Assessment.Statistics.Tests.Gains;

public sealed class ComparisonTests
{
    private static readonly double[] Pre = [3, 5, 4, 6, 2, 8];
    private static readonly bool[] Treated = [true, true, true, false, false, false];

    [Test]
    public void The_difference_in_differences_is_the_difference_of_mean_gains()
    {
        var did = DifferenceInDifferences.Of(Pre, [6, 9, 6, 7, 2, 9], Treated, [1, 2, 3, 4, 5, 6])!;
        did.Difference.Should().BeApproximately(3 - (2.0 / 3), 1e-13);
    }

    [Test]
    public void One_cluster_is_not_estimable() =>
        DifferenceInDifferences.Of(Pre, [6, 9, 6, 7, 2, 9], Treated, [1, 1, 1, 1, 1, 1])!.Cr1.Should().BeOfType<NotEstimable>();

    [Test]
    public void A_score_before_that_does_not_vary_leaves_no_ancova() =>
        Ancova.Of([5, 5, 5, 5, 5, 5], [6, 9, 6, 7, 2, 9], Treated).Should().BeNull();

    [Test]
    public void A_gain_that_may_be_nothing_has_no_Fieller_interval()
    {
        var retention = Retention.Of([1, 2, 3, 4], [2, 1, 4, 3.5], [2, 2, 3, 5]);
        retention.Retained.Should().BeOfType<Estimate>().Which.Interval.Should().BeNull();
    }

    [Test]
    public void Change_within_the_bounds_for_sure_is_equivalent()
    {
        var same = Equivalence.Of([1, 2, 3, 4, 5], [1.1, 1.9, 3.1, 3.9, 5], -1, 1);
        same.IsEquivalent.Should().BeTrue();
        Equivalence.Of([1, 2, 3], [3, 6, 5], -1, 1).IsEquivalent.Should().BeFalse();
    }

    [Test]
    public void A_perfect_test_has_no_error_to_change_beyond() =>
        ReliableChange.Of([1, 2, 3], [2, 2, 5], 1).Improved.Should().BeOfType<NotEstimable>();
}
