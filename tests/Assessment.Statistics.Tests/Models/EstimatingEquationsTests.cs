using Assessment.Statistics.Models;
using Assessment.Statistics.Models.Regression;
using CsCheck;

namespace Assessment.Statistics.Tests.Models;

/// <summary>Identities of working correlations; agreement with geepack is in the golden cases.</summary>
public sealed class EstimatingEquationsTests
{
    private static readonly Gen<double[]> Counts = Gen.Int[1, 9].Select(i => (double)i).Array[24];

    [Test]
    public void With_two_neighbours_a_cluster_all_correlations_are_one() => Counts.Sample(y =>
    {
        int[] clusters = [.. y.Select((_, i) => i / 2)], waves = [.. y.Select((_, i) => i % 2)];
        Same(Fit(y, WorkingCorrelation.Autoregressive, clusters, waves), Fit(y, WorkingCorrelation.Exchangeable, clusters, waves));
    });

    [Test]
    public void Order_of_the_rows_and_first_wave_do_not_matter() => Gen.Select(Counts, Gen.Int[-99, 99], Gen.Shuffle(Enumerable.Range(0, 24).ToArray())).Sample((y, first, order) =>
    {
        // Every third wave is missing.
        int[] clusters = [.. y.Select((_, i) => i / 6)], waves = [.. y.Select((_, i) => (i % 6 * 3 / 2) + first)];
        var design = Design(y);
        var shuffled = new RegressionDesign([.. order.Select(i => y[i])], [RegressionTerm.Number("x", [.. order.Select(i => design.Terms[0].Numbers[i])])]);
        var one = EstimatingEquations.Fit(design, ResponseKind.Poisson, WorkingCorrelation.Autoregressive, new(null, clusters), waves);
        Same(one, EstimatingEquations.Fit(shuffled, ResponseKind.Poisson, WorkingCorrelation.Autoregressive, new(null, [.. order.Select(i => clusters[i])]), [.. order.Select(i => waves[i])]));
    });

    // The mean is 0, so that outcomes are residuals.
    [Test]
    public void Neighbours_alone_give_their_mean_product()
    {
        double[] y = [3, 1, -1, -3, 2, 2, -2, -2];
        var fit = EstimatingEquations.Fit(new(y, []), ResponseKind.Gaussian, WorkingCorrelation.Autoregressive, new(null, [0, 0, 1, 1, 2, 2, 3, 3]), [1, 2, 1, 2, 1, 2, 1, 2]);
        var model = fit.Should().BeOfType<ModelFit<EstimatingEquations>.Fitted>().Subject.Model;
        model.Scale.Should().Be(4.5);
        model.Correlation.Should().BeApproximately((3 + 3 + 4 + 4) / 4.0 / 4.5, 1e-14);
    }

    [Test]
    public void Autoregressive_correlations_need_waves() =>
        FluentActions.Invoking(() => Fit([1, 2, 3, 4], WorkingCorrelation.Autoregressive, [0, 0, 1, 1], null)).Should().Throw<ArgumentException>().WithMessage("Autoregressive correlations need waves.");

    private static RegressionDesign Design(double[] y) => new(y, [RegressionTerm.Number("x", [.. y.Select((_, i) => i * i % 7.0)])]);

    private static ModelFit<EstimatingEquations> Fit(double[] y, WorkingCorrelation correlation, int[] clusters, int[]? waves) => EstimatingEquations.Fit(Design(y), ResponseKind.Poisson, correlation, new(null, clusters), waves);

    private static void Same(ModelFit<EstimatingEquations> fit, ModelFit<EstimatingEquations> other)
    {
        if (fit is not ModelFit<EstimatingEquations>.Fitted { Model: var a } || other is not ModelFit<EstimatingEquations>.Fitted { Model: var b })
        {
            other.Should().Be(fit);
            return;
        }

        b.Correlation.Should().BeApproximately(a.Correlation!.Value, 1e-8);
        b.Scale.Should().BeApproximately(a.Scale, 1e-8);
        a.Coefficients.Zip(b.Coefficients).Should().OnlyContain(pair => Math.Abs(pair.First.Value - pair.Second.Value) < 1e-8 && Math.Abs(pair.First.StandardError!.Value - pair.Second.StandardError!.Value) < 1e-8);
    }
}
