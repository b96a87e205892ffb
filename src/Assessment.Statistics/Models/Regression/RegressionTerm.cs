namespace Assessment.Statistics.Models.Regression;

/// <summary>A term of a regression: numbers, or a factor in treatment coding against its first level.</summary>
public sealed record RegressionTerm
{
    private RegressionTerm(string name, string column, double[] numbers, IReadOnlyList<string> levels, int[] codes) =>
        (Name, Column, Numbers, Levels, Codes) = (name, column, numbers, levels, codes);

    /// <summary>Name of its coefficient, such as "trained"; of a factor what stands before the level, such as "factor(month)".</summary>
    public string Name { get; }

    /// <summary>Column of the data that it is made of.</summary>
    public string Column { get; }

    /// <summary>Values; empty for a factor.</summary>
    public double[] Numbers { get; }

    /// <summary>Levels of a factor in order; empty for numbers.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>For every row its level, 0-based; empty for numbers.</summary>
    public int[] Codes { get; }

    internal bool IsFactor => Levels.Count > 0;

    internal int Width => IsFactor ? Levels.Count - 1 : 1;

    internal IEnumerable<string> Names => IsFactor ? Levels.Skip(1).Select(level => Name + level) : [Name];

    /// <summary>A numeric term.</summary>
    /// <param name="name">Name of the coefficient.</param>
    /// <param name="values">Finite numbers, one a row.</param>
    /// <param name="column">Column that it is made of; the name when null.</param>
    public static RegressionTerm Number(string name, double[] values, string? column = null)
    {
        Require.Finite(values);
        return new(name, column ?? name, values, [], []);
    }

    /// <summary>A factor.</summary>
    /// <param name="name">What stands before the level in the names of the coefficients.</param>
    /// <param name="levels">At least two levels, each of which occurs.</param>
    /// <param name="codes">For every row its level, 0-based.</param>
    /// <param name="column">Column that it is made of; the name when null.</param>
    /// <exception cref="ArgumentException">Fewer than two levels, or a level without a row.</exception>
    public static RegressionTerm Factor(string name, IReadOnlyList<string> levels, int[] codes, string? column = null)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(codes);
        var rows = new int[levels.Count];
        foreach (var code in codes) rows[code]++;
        if (rows.Length < 2 || rows.Contains(0)) throw new ArgumentException($"Factor '{name}' needs two levels and a row for each.");
        return new(name, column ?? name, [], levels, codes);
    }
}
