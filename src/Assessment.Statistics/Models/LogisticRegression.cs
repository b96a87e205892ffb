using Assessment.Statistics.Models.Regression;

namespace Assessment.Statistics.Models;

/// <summary>Logistic regression on columns of numbers.</summary>
internal sealed record LogisticRegression(double[] Coefficients, double[] StandardErrors, double Deviance)
{
    /// <summary>
    /// Fits 0/1 responses on rows whose first number is 1; null when the columns are dependent or the groups are separated, so that no maximum exists.
    /// </summary>
    public static LogisticRegression? Fit(double[][] rows, double[] y)
    {
        var terms = Enumerable.Range(1, rows[0].Length - 1).Select(j => RegressionTerm.Number($"x{j}", [.. rows.Select(row => row[j])]));
        if (MeanFit.Of(new(y, [.. terms]), ResponseFamily.Binomial) is not ModelFit<MeanFit>.Fitted { Model: var fit }) return null;
        var errors = CoefficientTable.Of(fit.Design, fit.Coefficients, (Information.Final(fit.Design, fit.Weights), fit.Scores, 1, null), new());
        return new(fit.Coefficients, [.. errors.Select(c => c.StandardError ?? 0)], fit.Deviance);
    }
}
