namespace Assessment.Statistics.Resampling;

/// <summary>
/// A statistic of resamples and leave-one-out samples that needs neither copied: draws go straight into sums or counts. Null where its
/// short way would lose digits; the plain way then answers.
/// </summary>
internal abstract class DrawnStatistic
{
    /// <summary>Of the data themselves.</summary>
    public abstract double? Whole();

    /// <summary>Of n draws from a generator; safe to call from several threads.</summary>
    public abstract double? Of(SplitMix64 generator);

    /// <summary>Without each unit in turn.</summary>
    public abstract double?[] LeaveOneOut();
}
