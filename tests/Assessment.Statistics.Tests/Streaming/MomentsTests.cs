using Assessment.Statistics.Descriptive;
using Assessment.Statistics.Streaming;
using CsCheck;

namespace Assessment.Statistics.Tests.Streaming;

public sealed class MomentsTests
{
    private static readonly Gen<double[]> Values = Gen.Int[-50, 50].Select(i => i / 4.0).Array[0, 30];

    [Test]
    public void Merging_is_associative_and_equals_the_whole() => Gen.Select(Values, Values, Values).Sample((a, b, c) =>
    {
        var left = Moments.Merge(Moments.Merge(Moments.Of(a), Moments.Of(b)), Moments.Of(c));
        var right = Moments.Merge(Moments.Of(a), Moments.Merge(Moments.Of(b), Moments.Of(c)));
        foreach (var other in (Moments[])[right, Moments.Of([.. a, .. b, .. c])])
        {
            (left.N, left.Min, left.Max).Should().Be((other.N, other.Min, other.Max));
            left.Mean.Should().BeApproximately(other.Mean, 1e-11);
            left.M2.Should().BeApproximately(other.M2, 1e-8);
            left.M3.Should().BeApproximately(other.M3, 1e-6);
            left.M4.Should().BeApproximately(other.M4, 1e-4);
        }
    });

    [Test]
    public void Shape_equals_that_of_the_whole_column() => Values.Where(v => v.Distinct().Count() > 3).Sample(v =>
    {
        var (state, whole) = (Moments.Of(v), Descriptives.Of(v));
        state.Variance!.Value.Should().BeApproximately(whole.Variance!.Value, 1e-9);
        state.Skewness!.Value.Should().BeApproximately(whole.Skewness!.Value, 1e-8);
        state.Kurtosis!.Value.Should().BeApproximately(whole.Kurtosis!.Value, 1e-7);
    });

    [Test]
    public void An_empty_state_knows_nothing()
    {
        var empty = new Moments();
        (empty.Min, empty.Max, empty.Variance).Should().Be((null, null, null));
    }
}
