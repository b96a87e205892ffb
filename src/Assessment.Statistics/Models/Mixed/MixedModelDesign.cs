namespace Assessment.Statistics.Models.Mixed;

/// <summary>What a linear mixed model is fitted to: y = Xβ + Zb + ε, in arrays of one number a row.</summary>
/// <param name="Response">y.</param>
/// <param name="FixedNames">Names of the columns of X.</param>
/// <param name="Fixed">Columns of X, the intercept among them.</param>
/// <param name="Random">Random-effects terms in the order of the formula.</param>
public sealed record MixedModelDesign(
    double[] Response, IReadOnlyList<string> FixedNames, IReadOnlyList<double[]> Fixed, IReadOnlyList<RandomTerm> Random)
{
    /// <summary>
    /// <c>y ~ factor + (1 | g1) + (1 | g2) …</c> with the factor in treatment coding against its first level.
    /// </summary>
    /// <param name="response">y.</param>
    /// <param name="factor">Name of the factor, such as "wave".</param>
    /// <param name="levels">For every row its level of the factor, 0-based.</param>
    /// <param name="levelNames">Names of the levels in order, such as "1", "2", "3".</param>
    /// <param name="groups">Random intercepts.</param>
    public static MixedModelDesign OfFactor(
        double[] response, string factor, int[] levels, IReadOnlyList<string> levelNames, IReadOnlyList<RandomTerm> groups)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(levelNames);
        var columns = new double[levelNames.Count][];
        for (var k = 0; k < columns.Length; k++) columns[k] = new double[levels.Length];
        Array.Fill(columns[0], 1);
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i] > 0) columns[levels[i]][i] = 1;
        }

        return new(response, [RandomTerm.InterceptName, .. levelNames.Skip(1).Select(name => factor + name)], columns, groups);
    }
}
