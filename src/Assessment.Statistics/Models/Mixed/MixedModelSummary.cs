using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>Turns θ at the minimum into estimates in the units of the data.</summary>
internal static class MixedModelSummary
{
    // lme4's isSingular(m, tol = 1e-6) on the diagonals of the relative covariance factors.
    private const double SingularTolerance = 1e-6;

    /// <summary>Estimates; the criterion's last evaluation was at <paramref name="theta"/>.</summary>
    public static LinearMixedModel Of(PreparedModel model, double[] theta, MixedModelOptions options)
    {
        var criterion = model.Criterion;
        var variance = criterion.ResidualSquares / criterion.Df * model.Scale * model.Scale;
        var t = criterion.Factors(theta);
        double[][][] relative = [.. t.Select((factor, k) => model.Bases[k].Covariance(factor))];
        var names = GroupNames(model.Terms);
        var components = relative.SelectMany((g, k) => Components(names[k], model.Terms[k].Names, g, variance)).Append(new("Residual", null, null, variance)).ToArray();
        var singular = relative.Any(IsSingular);
        var result = new LinearMixedModel
        {
            N = model.N,
            Coefficients = Coefficients(model, theta, variance, singular, options),
            Variances = components,
            LogLikelihood = LogLikelihood(model, theta),
            IsSingular = singular,
            Sigma = Math.Sqrt(variance),
            Groups = names.Select((name, k) => (name, criterion.System.Pattern.Terms[k].Count)).ToDictionary(g => g.name, g => g.Count, StringComparer.Ordinal),
        };
        return components.Length == 2 ? WithIntraclass(result, model.Terms[0]) : result;
    }

    private static LinearMixedModel WithIntraclass(LinearMixedModel model, RandomTerm term)
    {
        if (term.Names[0] != RandomTerm.InterceptName) return model;
        double between = model.Variances[0].Value, icc = between / (between + model.Variances[1].Value);
        return model with
        {
            IntraclassCorrelation = EstimatorCatalog.IccGroups.Of(icc, model.N, "rows"),
            DesignEffect = 1 + (((model.N / (double)model.Groups[term.Group]) - 1) * icc),
        };
    }

    private static MixedModelCoefficient[] Coefficients(PreparedModel model, double[] theta, double variance, bool singular, MixedModelOptions options)
    {
        var criterion = model.Criterion;
        criterion.Value(theta);
        var pattern = criterion.System.Pattern;
        double[] own = criterion.System.Solve()[pattern.Effects..];
        double[] coefficients = model.Basis.Solve([.. own.Select((c, j) => model.Projection[j] + (model.Scale * c))]);
        double[] errors = [.. FixedEffects.RelativeVariances(criterion.System, model.Basis).Select(v => Math.Sqrt(variance) * Math.Sqrt(v))];
        var satterthwaite = options.Satterthwaite && !singular ? Mixed.Satterthwaite.Df(model, theta) : null;
        var adjusted = options.KenwardRoger && options.Reml && !singular && pattern.Effects <= LinearMixedModel.MostKenwardRogerEffects
            ? KenwardRoger.Of(model, theta, Math.Sqrt(variance)) : null;
        var z = Normal.Critical(options.Level);
        return [.. coefficients.Select((b, j) => new MixedModelCoefficient(
            model.Design.FixedNames[j],
            EstimatorCatalog.FixedEffect.Of(b, model.N, "rows", new(b - (z * errors[j]), b + (z * errors[j]), options.Level, "Wald z"), errors[j]))
        {
            SatterthwaiteDf = satterthwaite?[j],
            SatterthwaiteP = satterthwaite?[j] is { } df ? StudentT.TwoSided(b / errors[j], df) : null,
            KenwardRogerError = adjusted?.Errors[j],
            KenwardRogerDf = adjusted?.Df[j],
        })];
    }

    // Bates et al. (2015), eqs. 35 and 42; the determinant and r² are those of X's basis and of y of length 1.
    private static double LogLikelihood(PreparedModel model, double[] theta)
    {
        var criterion = model.Criterion;
        double df = criterion.Df, unit = criterion.Value(theta);
        var deviance = unit + (df * (1 + Math.Log(2 * Math.PI / df))) + (2 * df * Math.Log(model.Scale));
        return -0.5 * (model.Reml ? deviance + (2 * model.Basis.LogDeterminant) : deviance);
    }

    private static IEnumerable<VarianceComponent> Components(string group, IReadOnlyList<string> names, double[][] g, double variance)
    {
        for (var i = 0; i < g.Length; i++) yield return new(group, names[i], null, Math.Max(0, g[i][i]) * variance);
        for (var j = 0; j < g.Length; j++)
        {
            for (var i = j + 1; i < g.Length; i++) yield return new(group, names[j], names[i], g[i][j] * variance);
        }
    }

    // Cholesky of a matrix that may lack rank: a pivot at rounding level is 0.
    private static bool IsSingular(double[][] g)
    {
        var l = new double[g.Length, g.Length];
        for (var j = 0; j < g.Length; j++)
        {
            var pivot = g[j][j];
            for (var k = 0; k < j; k++) pivot -= l[j, k] * l[j, k];
            if (pivot <= 1e-13 * g[j][j] || pivot < SingularTolerance * SingularTolerance) return true;
            l[j, j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < g.Length; i++)
            {
                var sum = g[i][j];
                for (var k = 0; k < j; k++) sum -= l[i, k] * l[j, k];
                l[i, j] = sum / l[j, j];
            }
        }

        return false;
    }

    private static string[] GroupNames(IReadOnlyList<RandomTerm> terms) =>
    [
        .. terms.Select((term, k) => terms.Take(k).Count(earlier => earlier.Group == term.Group) is var before and > 0 ? $"{term.Group}.{before}" : term.Group),
    ];
}
