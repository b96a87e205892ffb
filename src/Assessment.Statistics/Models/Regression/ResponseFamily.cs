using Assessment.Statistics.Numerics;
using MathNet.Numerics;

namespace Assessment.Statistics.Models.Regression;

/// <summary>A distribution of the exponential family with its canonical link: V(μ) = dμ/dη, so that the score of β is X'(y − μ).</summary>
internal sealed record ResponseFamily(
    Func<double, double> Start, Func<double, double> Mean, Func<double, double, double> Variance, Func<double, double, double, double> Deviance,
    Func<double[], double[], double> LogLikelihood)
{
    /// <summary>Counts with the log link.</summary>
    public static ResponseFamily Poisson { get; } = new(
        y => Math.Log(y + 0.1), Math.Exp, (_, mean) => mean,
        (y, eta, mean) => 2 * (mean - y + (y > 0 ? y * (Math.Log(y) - eta) : 0)),
        (y, eta) => Sums.Sum([.. y.Select((count, i) => (count * eta[i]) - Math.Exp(eta[i]) - SpecialFunctions.GammaLn(count + 1))]));

    /// <summary>Events 0 and 1 with the logit link.</summary>
    public static ResponseFamily Binomial { get; } = new(
        y => y > 0.5 ? Math.Log(3) : -Math.Log(3), Elementary.Logistic, (eta, mean) => mean * Elementary.Logistic(-eta),
        (y, eta, _) => 2 * Elementary.Softplus(y > 0.5 ? -eta : eta),
        (y, eta) => -Sums.Sum([.. y.Select((event01, i) => Elementary.Softplus(event01 > 0.5 ? -eta[i] : eta[i]))]));

    /// <summary>Numbers with the identity link; the log-likelihood is at the variance of maximum likelihood.</summary>
    public static ResponseFamily Gaussian { get; } = new(
        y => y, eta => eta, (_, _) => 1, (y, eta, _) => (y - eta) * (y - eta),
        (y, eta) => -0.5 * y.Length * (1 + Math.Log(2 * Math.PI * y.Zip(eta, (v, e) => (v - e) * (v - e)).Sum() / y.Length)));

    /// <summary>Whether one value among the responses of a cell leaves its mean on the edge: nothing but this.</summary>
    public bool IsExtreme(IEnumerable<double> cell) =>
        this != Gaussian && (cell.All(y => y == 0) || (this == Binomial && cell.All(y => y == 1)));
}
