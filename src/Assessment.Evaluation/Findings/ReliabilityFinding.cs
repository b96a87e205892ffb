using Assessment.Statistics;

namespace Assessment.Evaluation.Findings;

/// <summary>How consistently one form version measured at one wave.</summary>
public sealed record ReliabilityFinding : Finding
{
    /// <summary>Form version.</summary>
    public required string Form { get; init; }

    /// <summary>Wave code.</summary>
    public required string Wave { get; init; }

    /// <summary>Number of items.</summary>
    public required int Items { get; init; }

    /// <summary>Number of scored attempts.</summary>
    public required int N { get; init; }

    /// <summary>Cronbach's alpha with Feldt interval.</summary>
    public required Estimation Alpha { get; init; }

    /// <summary>Standard error of measurement in the units of the score; null when alpha is not estimable.</summary>
    public double? StandardErrorOfMeasurement { get; init; }
}
