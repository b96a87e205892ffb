using Assessment.Statistics;

namespace Assessment.Evaluation.Findings;

/// <summary>Did those who are missing later start out different? Compares total scores at the earlier wave.</summary>
public sealed record AttritionFinding : Finding
{
    /// <summary>Code of the wave at which all of them have a score.</summary>
    public required string Earlier { get; init; }

    /// <summary>Code of the wave at which some are missing.</summary>
    public required string Later { get; init; }

    /// <summary>Mean earlier score of those with a later score, with t interval.</summary>
    public required Estimation Kept { get; init; }

    /// <summary>Mean earlier score of those without, with t interval.</summary>
    public required Estimation Lost { get; init; }

    /// <summary>Number kept.</summary>
    public required int NKept { get; init; }

    /// <summary>Number lost.</summary>
    public required int NLost { get; init; }

    /// <summary>Standard deviation of the earlier score among the kept.</summary>
    public double? SdKept { get; init; }

    /// <summary>Standard deviation of the earlier score among the lost.</summary>
    public double? SdLost { get; init; }
}
