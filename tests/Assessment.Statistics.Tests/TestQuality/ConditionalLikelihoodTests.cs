using Assessment.Statistics.TestQuality;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.Tests.TestQuality;

public sealed class ConditionalLikelihoodTests
{
    [Test]
    public void Functions_of_three_easinesses_by_hand() =>
        ElementarySymmetric.Of([2, 3, 5]).Should().Equal(1, 10, 31, 30);

    [Test]
    public void Leaving_each_out_equals_summing_the_others() => Gen.Double[0.05, 20].Array[1, 12].Sample(easiness =>
    {
        var told = 0;
        ElementarySymmetric.WithoutEach(easiness, 0, -1, (item, gamma) =>
        {
            told++;
            var others = ElementarySymmetric.Of([.. easiness.Where((_, i) => i != item)]);
            for (var r = 0; r < others.Length; r++) gamma[r].Should().BeApproximately(others[r], 1e-13 * others[r]);
        });
        told.Should().Be(easiness.Length);
    });

    [Test]
    public void Derivatives_equal_those_summed_item_by_item() => Gen.Select(Gen.Int[2, 14], Gen.Int[0, 100_000]).Sample((k, seed) =>
    {
        var random = new Random(seed);
        double[] right = [.. Enumerable.Range(0, k).Select(_ => (double)random.Next(1, 50))], counts = [0, .. Enumerable.Range(1, k - 1).Select(_ => (double)random.Next(20)), 0];
        var b = Vector<double>.Build.Dense(k, _ => (random.NextDouble() * 6) - 3);
        var (gradient, information) = new ConditionalLikelihood(right, counts).Derivatives(b);
        var (plainGradient, plainInformation) = Plain(b, right, counts);
        var scale = 1e-12 * Math.Max(1, counts.Sum());
        (gradient - plainGradient).AbsoluteMaximum().Should().BeLessThan(scale);
        (information - plainInformation).Enumerate().Max(Math.Abs).Should().BeLessThan(scale);
    });

    // Sixty items that nobody finds alike: the difference algorithm has no right digit left here.
    [Test]
    public void Long_tests_lose_no_digit()
    {
        double[] easiness = [.. Enumerable.Range(0, 60).Select(i => Math.Exp((i - 29.5) / 8))];
        var whole = ElementarySymmetric.Of(easiness);
        ElementarySymmetric.WithoutEach(easiness, 0, -1, (item, gamma) =>
        {
            for (var r = 1; r < 60; r++) (gamma[r] + (easiness[item] * gamma[r - 1])).Should().BeApproximately(whole[r], 1e-13 * whole[r]);
        });
    }

    // The definition, term by term: the chance of both items at a raw score, less the product of their chances.
    private static (Vector<double> Gradient, Matrix<double> Information) Plain(Vector<double> b, double[] right, double[] counts)
    {
        int k = right.Length;
        double[] e = [.. b.Select(x => Math.Exp(-x))], gamma = ElementarySymmetric.Of(e);
        double[] Without(int i, int j) => [.. ElementarySymmetric.Of([.. e.Where((_, item) => item != i && item != j)]), 0];
        double Chance(int i, int r) => e[i] * Without(i, i)[r - 1] / gamma[r];
        double Both(int i, int j, int r) => i == j ? Chance(i, r) : r > 1 ? e[i] * e[j] * Without(i, j)[r - 2] / gamma[r] : 0;
        double Sum(Func<int, double> at) => Enumerable.Range(1, k - 1).Sum(r => counts[r] * at(r));
        return (
            Vector<double>.Build.Dense(k, i => Sum(r => Chance(i, r)) - right[i]),
            Matrix<double>.Build.Dense(k, k, (i, j) => Sum(r => Both(i, j, r) - (Chance(i, r) * Chance(j, r)))));
    }
}
