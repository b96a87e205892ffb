using Assessment.Statistics;

namespace Assessment.Evaluation.Findings;

/// <summary>Who passed at one wave, paired or not.</summary>
/// <param name="Wave">Wave code.</param>
/// <param name="Passed">Passed of all tested there.</param>
public sealed record WavePass(string Wave, Share Passed);

/// <summary>Whether more of the same people passed at the later wave.</summary>
public sealed record PassFinding : Finding
{
    /// <summary>Code of the earlier wave.</summary>
    public required string Earlier { get; init; }

    /// <summary>Code of the later wave.</summary>
    public required string Later { get; init; }

    /// <summary>Passed at the earlier wave, of the pairs.</summary>
    public required Share PassedEarlier { get; init; }

    /// <summary>Passed at the later wave, of the pairs.</summary>
    public required Share PassedLater { get; init; }

    /// <summary>Failed, then passed.</summary>
    public required int FailPass { get; init; }

    /// <summary>Passed, then failed.</summary>
    public required int PassFail { get; init; }

    /// <summary>Later − earlier pass rate with Newcombe's paired interval, from −1 to 1.</summary>
    public required Estimation Difference { get; init; }

    /// <summary>Exact two-sided p of McNemar's test; read only beside <see cref="Difference"/>.</summary>
    public required double PExact { get; init; }
}
