using Assessment.Evaluation.Scores;
using Assessment.Statistics;

namespace Assessment.Evaluation.Findings;

/// <summary>
/// By how much the same people changed on a scale between two waves; later − earlier, in the units of the instrument
/// (percent of points, or mean item value). Retention is the same finding between later waves.
/// </summary>
public sealed record GainFinding : Finding
{
    /// <summary>The scale.</summary>
    public required Scale Scale { get; init; }

    /// <summary>Code of the earlier wave.</summary>
    public required string Earlier { get; init; }

    /// <summary>Code of the later wave.</summary>
    public required string Later { get; init; }

    /// <summary>Which pairs.</summary>
    public required PairGroup Group { get; init; }

    /// <summary>Number of pairs.</summary>
    public required int NPairs { get; init; }

    /// <summary>Number of classes the pairs come from.</summary>
    public required int Classes { get; init; }

    /// <summary>Mean at the earlier wave; null without pairs.</summary>
    public double? MeanEarlier { get; init; }

    /// <summary>Mean at the later wave; null without pairs.</summary>
    public double? MeanLater { get; init; }

    /// <summary>Standard deviation at the earlier wave (n − 1).</summary>
    public double? SdEarlier { get; init; }

    /// <summary>Standard deviation at the later wave (n − 1).</summary>
    public double? SdLater { get; init; }

    /// <summary>Standard deviation of the gain (n − 1).</summary>
    public double? SdGain { get; init; }

    /// <summary>Correlation of the two waves.</summary>
    public double? Correlation { get; init; }

    /// <summary>Mean gain with the simple paired t interval.</summary>
    public required Estimation Gain { get; init; }

    /// <summary>Mean gain with the interval clustered by class.</summary>
    public required Estimation ClusteredGain { get; init; }

    /// <summary>Intraclass correlation of the gain by class.</summary>
    public double? Icc { get; init; }

    /// <summary>How many times the variance of a simple random sample.</summary>
    public double? DesignEffect { get; init; }

    /// <summary>Hedges-corrected d on the average SD: the primary effect size.</summary>
    public required Estimation HedgesGav { get; init; }

    /// <summary>Cohen's d on the average SD, uncorrected.</summary>
    public required Estimation CohensDav { get; init; }

    /// <summary>Cohen's d on the SD of the gain.</summary>
    public required Estimation CohensDz { get; init; }

    /// <summary>Hake's gain of the class; null for scales and checklists.</summary>
    public Estimation? HakeClassGain { get; init; }

    /// <summary>At the largest possible score at the earlier wave.</summary>
    public required Share CeilingEarlier { get; init; }

    /// <summary>At the largest possible score at the later wave.</summary>
    public required Share CeilingLater { get; init; }

    /// <summary>At the smallest possible score at the earlier wave.</summary>
    public required Share FloorEarlier { get; init; }

    /// <summary>At the smallest possible score at the later wave.</summary>
    public required Share FloorLater { get; init; }
}
