namespace Assessment.Statistics.Power;

/// <summary>
/// Two arms of whole classes or agencies. People of one cluster are alike, so that k · m people count as k · m / design effect, with
/// 1 + ((cv² + 1) m − 1) ρ for clusters of unequal size (Eldridge, Ashby and Kerry 2006).
/// </summary>
/// <param name="Treated">Clusters trained, at least 1.</param>
/// <param name="Control">Clusters of the comparison, at least 1; at least three together.</param>
/// <param name="Size">Mean people in a cluster, above 0.</param>
/// <param name="SizeVariation">SD of the sizes over their mean, at least 0.</param>
/// <param name="Icc">Intraclass correlation ρ, 0 to 1.</param>
public sealed record ClusteredDesign(int Treated, int Control, double Size, double SizeVariation, double Icc)
{
    /// <summary>Factor by which the variance of a mean grows.</summary>
    public double DesignEffect => 1 + ((((SizeVariation * SizeVariation) + 1) * Size - 1) * Icc);

    /// <summary>Independent people whom the trained are worth.</summary>
    public double EffectiveTreated => Treated * Size / DesignEffect;

    /// <summary>Independent people whom the comparison is worth.</summary>
    public double EffectiveControl => Control * Size / DesignEffect;

    /// <summary>Clusters − 2.</summary>
    public int Df => Treated + Control - 2;

    /// <summary>The t test of both arms' means.</summary>
    /// <param name="sd">Standard deviation of people, above 0.</param>
    /// <param name="alpha">Two-sided level in (0, 1).</param>
    public TTestPower Test(double sd, double alpha = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sd);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Df);
        return new(sd * Math.Sqrt((1 / EffectiveTreated) + (1 / EffectiveControl)), Df, TTestPower.Checked(alpha));
    }
}
