using Assessment.Statistics.Models;
using Assessment.Statistics.Models.Regression;
using CsCheck;

namespace Assessment.Statistics.Tests.Models;

/// <summary>Identities that hold for any data; agreement with R is in the golden cases.</summary>
public sealed class RegressionTests
{
    private static readonly Gen<double[]> Counts = Gen.Int[1, 30].Select(i => (double)i).Array[24];

    [Test]
    public void A_poisson_model_of_one_factor_gives_the_ratio_of_rates() => Gen.Select(Counts, Gen.Double[0.5, 9].Array[24]).Sample((y, exposure) =>
    {
        double Rate(int group) => y.Where((_, i) => i % 2 == group).Sum() / exposure.Where((_, i) => i % 2 == group).Sum();
        var model = Fitted(GeneralizedLinearModel.Fit(new(y, [RegressionTerm.Number("x", Alternating(24))], Array.ConvertAll(exposure, Math.Log)), ResponseKind.Poisson));
        model.Coefficients[1].Value.Should().BeApproximately(Math.Log(Rate(1) / Rate(0)), 1e-11);
        double first = y.Where((_, i) => i % 2 == 1).Sum(), second = y.Where((_, i) => i % 2 == 0).Sum();
        model.Coefficients[1].StandardError.Should().BeApproximately(Math.Sqrt((1 / first) + (1 / second)), 1e-11);
    });

    [Test]
    public void A_logistic_model_of_one_factor_gives_the_odds_ratio_and_its_woolf_error() => Gen.Int[1, 9].Array[4].Sample(cells =>
    {
        double[] x = [.. Repeat(cells, [1, 1, 0, 0])], y = [.. Repeat(cells, [1, 0, 1, 0])];
        var slope = Fitted(GeneralizedLinearModel.Fit(new(y, [RegressionTerm.Number("x", x)]), ResponseKind.Binomial)).Coefficients[1];
        slope.Value.Should().BeApproximately(Math.Log((double)cells[0] * cells[3] / cells[1] / cells[2]), 1e-10);
        slope.StandardError.Should().BeApproximately(Math.Sqrt(cells.Sum(c => 1.0 / c)), 1e-10);
    });

    [Test]
    public void Rows_as_clusters_are_heteroscedasticity_alone() => Counts.Sample(y =>
    {
        var model = Fitted(GeneralizedLinearModel.Fit(new(y, [RegressionTerm.Number("x", Rising(24))]), ResponseKind.Poisson, new(null, [.. Enumerable.Range(0, 24)])));
        model.Coefficients[1].Cr0.Should().BeApproximately(model.Coefficients[1].Hc0!.Value * Math.Sqrt(24.0 / 23), 1e-12);
    });

    [Test]
    public void Eliminating_a_factor_solves_the_same_equations() => Gen.Select(Gen.Double[0.1, 4].Array[60], Gen.Double[-3, 3].Array[60], Gen.Double[2000, 2020].Array[60], Gen.Double[-1, 1].Array[10]).Sample((weights, x, year, contrast) =>
    {
        var design = new RegressionDesign(
            x, [Factor("g", [.. Enumerable.Range(0, 60).Select(i => i % 3)]), RegressionTerm.Number("year", year), Factor("u", [.. Enumerable.Range(0, 60).Select(i => i / 10)]), RegressionTerm.Number("x", x)]);
        Information absorbed = AbsorbedInformation.Factorize(design, weights, out _)!, written = WrittenOutInformation.Factorize(design, weights, out _)!;
        Close(absorbed.Solve(x), written.Solve(x));
        Close(absorbed.Direction(contrast), written.Direction(contrast));
    });

    [TestCase(1, 2)]
    [TestCase(0, 1)]
    public void Eliminating_a_factor_finds_the_dependent_column_too(int level, int factor)
    {
        int[] u = [.. Enumerable.Range(0, 12).Select(i => i / 4)];
        double[] y = Rising(12), inside = [.. u.Select(code => code == level ? (double)factor : 0)];
        var design = new RegressionDesign(y, [Factor("u", u), RegressionTerm.Number("inside", inside)]);
        AbsorbedInformation.Factorize(design, [.. y.Select(_ => 1.0)], out var dependent).Should().BeNull();
        design.Names[dependent].Should().Be("inside");
    }

    [Test]
    public void A_unit_of_exposure_moves_the_intercept_alone() => Gen.Double[0.1, 50].Sample(unit =>
    {
        RegressionDesign Design(double scale) => new(Overdispersed, [RegressionTerm.Number("x", Alternating(20))], [.. Rising(20).Select(e => Math.Log(scale * (e + 1)))]);
        NegativeBinomialModel one = Fitted(NegativeBinomialModel.Fit(Design(1))), other = Fitted(NegativeBinomialModel.Fit(Design(unit)));
        other.Theta.Should().BeApproximately(one.Theta!.Value, 1e-7);
        other.LogLikelihood.Should().BeApproximately(one.LogLikelihood, 1e-9);
        other.Coefficients[1].Value.Should().BeApproximately(one.Coefficients[1].Value, 1e-8);
        other.Coefficients[0].Value.Should().BeApproximately(one.Coefficients[0].Value - Math.Log(unit), 1e-8);
    });

    // With one mean only, β̂ is the log of the average whatever θ is.
    [Test]
    public void A_negative_binomial_model_of_one_mean_finds_the_average()
    {
        var model = Fitted(NegativeBinomialModel.Fit(new(Overdispersed, [])));
        model.Coefficients[0].Value.Should().BeApproximately(Math.Log(Overdispersed.Average()), 1e-12);
        model.LogLikelihood.Should().BeGreaterThan(model.PoissonLogLikelihood);
    }

    [Test]
    public void Counts_that_vary_less_than_poisson_counts_have_no_theta()
    {
        double[] even = [4, 5, 4, 5, 4, 5, 5, 4];
        var model = Fitted(NegativeBinomialModel.Fit(new(even, [])));
        (model.Theta, model.ThetaError, model.Dispersion, model.LikelihoodRatio).Should().Be((null, null, 0, 0));
        model.LogLikelihood.Should().Be(model.PoissonLogLikelihood);
        model.Coefficients[0].StandardError.Should().BeApproximately(1 / Math.Sqrt(even.Sum()), 1e-12);
    }

    [Test]
    public void A_coefficient_stands_in_a_table_as_ratio_or_difference()
    {
        var design = new RegressionDesign(Overdispersed, [RegressionTerm.Number("x", Alternating(20))]);
        RegressionCoefficient clustered = Fitted(NegativeBinomialModel.Fit(design, new(["x"], [.. Enumerable.Range(0, 20).Select(i => i / 4)]))).Coefficients[0];
        var ratio = clustered.As(EstimatorCatalog.AdjustedRateRatio).Should().BeOfType<Estimate>().Subject;
        (ratio.Value, ratio.Df, ratio.Interval!.Upper).Should().Be((Math.Exp(clustered.Value), 4, Math.Exp(clustered.Cr1Interval()!.Upper)));
        var slope = Fitted(OrdinaryLeastSquares.Fit(design)).Coefficients[1].As(EstimatorCatalog.RegressionCoefficient).Should().BeOfType<Estimate>().Subject;
        slope.Value.Should().BeApproximately(Overdispersed.Where((_, i) => i % 2 == 1).Average() - Overdispersed.Where((_, i) => i % 2 == 0).Average(), 1e-12);
        Fitted(NegativeBinomialModel.Fit(design, new(["x"], new int[20]))).Coefficients[0].As(EstimatorCatalog.AdjustedRateRatio).Should().BeOfType<NotEstimable>();
    }

    [Test]
    public void A_separated_column_is_named()
    {
        double[] y = [0, 0, 0, 1, 1, 1, 0, 1], x = [1, 2, 3, 4, 5, 6, 2.5, 4.5];
        var no = GeneralizedLinearModel.Fit(new(y, [RegressionTerm.Number("noise", [2, 1, 2, 1, 2, 1, 1, 2.5]), RegressionTerm.Number("x", x)]), ResponseKind.Binomial);
        no.Should().BeOfType<ModelFit<GeneralizedLinearModel>.NotEstimable>().Which.Reason.Should().StartWith("Column 'x': it separates the responses");
    }

    [Test]
    public void A_count_beyond_a_million_or_a_fraction_is_a_fault()
    {
        var large = () => NegativeBinomialModel.Fit(new([1, 2_000_000], []));
        var part = () => NegativeBinomialModel.Fit(new([1, 2.5], []));
        large.Should().Throw<ArgumentException>();
        part.Should().Throw<ArgumentException>();
    }

    private static readonly double[] Overdispersed = [0, 12, 3, 1, 25, 4, 0, 9, 2, 17, 6, 1, 0, 31, 5, 2, 8, 0, 14, 3];

    private static T Fitted<T>(ModelFit<T> fit) => fit.Should().BeOfType<ModelFit<T>.Fitted>().Subject.Model;

    private static RegressionTerm Factor(string name, int[] codes) => RegressionTerm.Factor(name, [.. codes.Distinct().Order().Select(c => $"{c}")], codes);

    private static double[] Alternating(int n) => [.. Enumerable.Range(0, n).Select(i => (double)(i % 2))];

    private static double[] Rising(int n) => [.. Enumerable.Range(0, n).Select(i => (double)i)];

    private static IEnumerable<double> Repeat(int[] times, double[] values) => times.SelectMany((n, i) => Enumerable.Repeat(values[i], n));

    private static void Close(double[] a, double[] b)
    {
        var size = b.Max(Math.Abs);
        for (var i = 0; i < a.Length; i++) a[i].Should().BeApproximately(b[i], 1e-8 * size);
    }
}
