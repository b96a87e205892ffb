using Assessment.Statistics.Models;
using Assessment.Statistics.Models.Regression;
using Assessment.Statistics.Models.Staggered;
using static Assessment.Statistics.Tests.Coverage.CoverageClaim;

namespace Assessment.Statistics.Tests.Coverage;

/// <summary>
/// Stepped wedges of 16 months: agencies of 400 to 9,000 calls a month, 6 events in 1,000 calls, NB2 with θ = 8, five starting months dealt out
/// at random. Where months go together, each agency also has a first-order autoregressive effect (SD 0.2, correlation 0.8).
/// </summary>
internal static class WedgeGrids
{
    private const int Months = 16;
    private const int Theta = 8;
    private static readonly int[] Steps = [4, 6, 8, 10, 12];

    public static CoverageGrid Null { get; } = Grid("Stepped wedge without an effect", 0, AtLeast("`randomization-rate-ratio` at 1, starts dealt anew", "randomization"));

    public static CoverageGrid Effect { get; } = Grid("Stepped wedge, rate ratio 0.72", Math.Log(0.72), Near("`randomization-rate-ratio` at 0.72, starts dealt anew", "randomization"));

    private static CoverageGrid Grid(string name, double truth, CoverageClaim randomization)
    {
        var at = truth == 0 ? "1" : "0.72";
        return new(
            name, "agencies × months of an agency independent, or going together", "agencies", 5000,
            [Told($"`adjusted-rate-ratio` at {at}, NB2 model", "negative-binomial"), Told($"`adjusted-rate-ratio` at {at}, cluster-robust CR1", "negative-binomial"), randomization],
            [.. from agencies in (int[])[12, 40] from together in (bool[])[false, true] select Point(agencies, together, truth)]);
    }

    private static CoveragePoint Point(int agencies, bool together, double truth) => new(
        $"{agencies} agencies, months {(together ? "going together" : "independent")}", agencies, [truth, truth, truth], draws =>
        {
            var panel = Draw(draws, agencies, together, truth);
            int[] all = [.. Enumerable.Range(0, panel.Outcome.Length)];
            var design = panel.Design(all, [("trained", i => panel.Trained[i] ? 1 : 0)]);
            var fit = NegativeBinomialModel.Fit(design, new(["trained"], panel.Units)) as ModelFit<NegativeBinomialModel>.Fitted;
            var coefficient = fit?.Model.Coefficients[0];
            return [coefficient?.ModelInterval(), coefficient?.Cr1Interval(), Randomization(panel, truth)];
        });

    // The interval by inversion holds the truth just where the test does not reject it; which side it lies on is the sign of the score.
    private static Interval? Randomization(StaggeredPanel panel, double truth) => StartRandomization.At(panel, truth, new(Replicates: 499)) switch
    {
        ModelFit<(double Statistic, double P)>.Fitted { Model: var test } when test.P > 0.05 => new(double.NegativeInfinity, double.PositiveInfinity, 0.95, "randomization"),
        ModelFit<(double Statistic, double P)>.Fitted { Model: var test } => test.Statistic > 0
            ? new(truth + 1e-9, double.PositiveInfinity, 0.95, "randomization") : new(double.NegativeInfinity, truth - 1e-9, 0.95, "randomization"),
        _ => null,
    };

    private static StaggeredPanel Draw(Draws draws, int agencies, bool together, double effect)
    {
        int[] starts = [.. Enumerable.Range(0, agencies).Select(u => Steps[u % Steps.Length])];
        for (var last = agencies - 1; last > 0; last--)
        {
            var other = (int)(draws.Uniform() * (last + 1));
            (starts[last], starts[other]) = (starts[other], starts[last]);
        }

        var rows = agencies * Months;
        var (counts, offset, trained) = (new double[rows], new double[rows], new bool[rows]);
        for (var u = 0; u < agencies; u++)
        {
            double size = Math.Log(400) + (draws.Uniform() * Math.Log(9000.0 / 400)), own = 0.25 * draws.Normal(), month = draws.Normal();
            for (var t = 0; t < Months; t++)
            {
                var i = (u * Months) + t;
                (offset[i], trained[i]) = (size, t >= starts[u]);
                if (together && t > 0) month = draws.Beside(month, 0.8);
                var mean = Math.Exp(size + Math.Log(0.006) + own + (0.08 * Math.Cos(2 * Math.PI * t / 12)) + (together ? 0.2 * month : 0) + (trained[i] ? effect : 0));
                counts[i] = Count(draws, mean);
            }
        }

        return new(counts, [.. Enumerable.Range(0, rows).Select(i => i / Months)], [.. Enumerable.Range(0, rows).Select(i => i % Months)], trained, offset);
    }

    // Poisson of a gamma mean; a gamma variable of whole shape is a sum of exponentials. Counts are found by adding up probabilities.
    private static double Count(Draws draws, double mean)
    {
        double gamma = 0;
        for (var j = 0; j < Theta; j++) gamma -= Math.Log(draws.Uniform());
        double rate = mean * gamma / Theta, product = Math.Exp(-rate), sum = product, u = draws.Uniform();
        var count = 0;
        for (; sum < u && count < 5000; sum += product) product *= rate / ++count;
        return count;
    }
}
