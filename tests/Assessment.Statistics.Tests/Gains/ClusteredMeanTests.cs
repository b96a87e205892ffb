using Assessment.Statistics.Gains;

namespace Assessment.Statistics.Tests.Gains;

public sealed class ClusteredMeanTests
{
    private static readonly double[] Values = [3, 5, 4, 6, 2, 8, 7, 9, 6, 1, 2, 0, 5, 4];
    private static readonly int[] Classes = [1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5];

    // R 4.2.2: m <- lm(x ~ 1); sqrt(sandwich::vcovCL(m, cl, type = "HC1")); mean + c(-1, 1) * qt(.975, 4) * se.
    [Test]
    public void Mean_and_interval_equal_the_sandwich_of_R()
    {
        var mean = (Estimate)ClusteredMean.Of(Values, Classes).Mean;
        mean.Value.Should().BeApproximately(4.4285714285714288, 1e-13);
        mean.StandardError.Should().BeApproximately(1.2855725545463841, 1e-13);
        mean.Df.Should().Be(4);
        mean.Interval!.Lower.Should().BeApproximately(0.8592498021244976, 1e-12);
        mean.Interval.Upper.Should().BeApproximately(7.9978930550183600, 1e-12);
    }

    // R: anova(lm(x ~ factor(cl))), icc = (msb - msw)/(msb + (n0 - 1) msw), 1 + (sum(nj^2)/n - 1) icc.
    [Test]
    public void Intraclass_correlation_and_design_effect_equal_the_anova_of_R()
    {
        var clustered = ClusteredMean.Of(Values, Classes);
        clustered.Icc.Should().BeApproximately(0.7556663644605621, 1e-13);
        clustered.DesignEffect.Should().BeApproximately(2.5113327289211242, 1e-13);
        clustered.Clusters.Should().Be(5);
    }

    [Test]
    public void Clusters_of_one_give_the_simple_standard_error()
    {
        var single = (Estimate)ClusteredMean.Of(Values, [.. Enumerable.Range(0, Values.Length)]).Mean;
        var plain = (Estimate)Statistics.Descriptive.Descriptives.Of(Values).Mean;
        single.StandardError.Should().BeApproximately(plain.StandardError!.Value, 1e-13);
        single.Interval!.Lower.Should().BeApproximately(plain.Interval!.Lower, 1e-12);
    }

    // A class whose people stand apart in the list is one class.
    [Test]
    public void Order_of_people_does_not_matter()
    {
        int[] order = [9, 0, 13, 5, 2, 11, 7, 1, 3, 12, 4, 6, 10, 8];
        var mixed = ClusteredMean.Of([.. order.Select(i => Values[i])], [.. order.Select(i => Classes[i])]);
        mixed.Clusters.Should().Be(5);
        ((Estimate)mixed.Mean).StandardError.Should().BeApproximately(1.2855725545463841, 1e-13);
        mixed.Icc.Should().BeApproximately(0.7556663644605621, 1e-13);
    }

    [Test]
    public void One_cluster_is_not_estimable() => ReasonOf([1, 2, 3], [7, 7, 7]).Should().Be("there is only one cluster");

    [Test]
    public void Nothing_is_not_estimable() => ReasonOf([], []).Should().Be("n = 0");

    [Test]
    public void Equal_values_are_not_estimable() => ReasonOf([2, 2, 2], [1, 2, 3]).Should().Be("the values have no variance");

    private static string ReasonOf(double[] values, int[] clusters) =>
        ClusteredMean.Of(values, clusters).Mean.Should().BeOfType<NotEstimable>().Which.Reason;
}
