namespace Assessment.Release.Table;

/// <summary>How far a released gain is from the confidential one, as a band that does not give the latter away.</summary>
public enum GainDifference
{
    /// <summary>No pair is hidden: the two are equal.</summary>
    None,

    /// <summary>Less than 1 percent of the confidential gain.</summary>
    BelowOnePercent,

    /// <summary>1 to 5 percent.</summary>
    OneToFivePercent,

    /// <summary>5 to 10 percent.</summary>
    FiveToTenPercent,

    /// <summary>More than 10 percent: not to be used.</summary>
    AboveTenPercent,

    /// <summary>Some pairs are hidden, but fewer than k: any comparison could be subtracted.</summary>
    NotStated,
}

/// <summary>The mean gain that a reader computes from the released file.</summary>
/// <param name="From">Score column of the baseline.</param>
/// <param name="To">Score column of the later wave; the gain is later − earlier.</param>
/// <param name="Pairs">Rows that have both.</param>
/// <param name="Mean">Mean of the differences in the unit of the score; null with fewer than k pairs.</param>
/// <param name="Difference">How far the confidential mean is from it.</param>
public sealed record ReleasedGain(string From, string To, int Pairs, double? Mean, GainDifference Difference);
