using Assessment.Statistics;

namespace Assessment.Evaluation.Findings;

/// <summary>
/// A follow-up wave of an instrument: how many were due and done, and the mean score. Due means that the window has closed
/// on the as-of date, so that a share done is final. Adds up: Due + Open + NotYet + NoConsent = enrolled.
/// </summary>
public sealed record FollowUpFinding : Finding
{
    /// <summary>Wave code.</summary>
    public required string Wave { get; init; }

    /// <summary>People whose window has closed.</summary>
    public required int Due { get; init; }

    /// <summary>People whose window is open on the as-of date.</summary>
    public required int Open { get; init; }

    /// <summary>People whose window has not opened.</summary>
    public required int NotYet { get; init; }

    /// <summary>Without consent at this wave.</summary>
    public required int NoConsent { get; init; }

    /// <summary>Done of those due.</summary>
    public required Share Response { get; init; }

    /// <summary>Done by people whose window is still open; part of the score, not of the response.</summary>
    public required int DoneEarly { get; init; }

    /// <summary>Mean score of all done, with t interval, in the units of the instrument.</summary>
    public required Estimation Score { get; init; }

    /// <summary>The same with the interval clustered by class.</summary>
    public required Estimation ClusteredScore { get; init; }

    /// <summary>Standard deviation of the score (n − 1).</summary>
    public double? SdScore { get; init; }
}
