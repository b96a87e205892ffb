namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// A random-effects term <c>(z1 + z2 … | group)</c>: every level of the grouping factor has its own effects, drawn with a covariance
/// matrix of their own.
/// </summary>
/// <param name="Group">Name of the grouping factor.</param>
/// <param name="Levels">For every row the level it belongs to, a whole number ≥ 0; gaps are allowed.</param>
/// <param name="Names">Names of the effects, such as "(Intercept)", "Days".</param>
/// <param name="Columns">For every effect its regressor, one number a row; an intercept is a column of ones.</param>
public sealed record RandomTerm(string Group, int[] Levels, IReadOnlyList<string> Names, IReadOnlyList<double[]> Columns)
{
    /// <summary>Name of the constant.</summary>
    public const string InterceptName = "(Intercept)";

    /// <summary>The term <c>(1 | group)</c>.</summary>
    /// <param name="group">Name of the grouping factor.</param>
    /// <param name="levels">For every row the level it belongs to.</param>
    public static RandomTerm Intercept(string group, int[] levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var ones = new double[levels.Length];
        Array.Fill(ones, 1);
        return new(group, levels, [InterceptName], [ones]);
    }

    /// <summary>Levels by first appearance of their names.</summary>
    /// <param name="names">A name for every row.</param>
    public static int[] Code(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        var levels = new int[names.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            if (!codes.TryGetValue(names[i], out levels[i])) codes[names[i]] = levels[i] = codes.Count;
        }

        return levels;
    }
}
