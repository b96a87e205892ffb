namespace Assessment.Statistics.Models.Mixed;

/// <summary>A fixed effect.</summary>
/// <param name="Name">Name of its column.</param>
/// <param name="Estimate">Estimate with Wald z interval and standard error.</param>
public sealed record MixedModelCoefficient(string Name, Estimate Estimate)
{
    /// <summary>Satterthwaite's degrees of freedom; null where not asked for, and for a singular fit.</summary>
    public double? SatterthwaiteDf { get; init; }

    /// <summary>Two-sided p of t on <see cref="SatterthwaiteDf"/>.</summary>
    public double? SatterthwaiteP { get; init; }

    /// <summary>Standard error adjusted by Kenward and Roger (1997), eq. 5; null where not asked for, under ML and for a singular fit.</summary>
    public double? KenwardRogerError { get; init; }

    /// <summary>Degrees of freedom by Kenward and Roger (1997), section 3.</summary>
    public double? KenwardRogerDf { get; init; }
}
