namespace Assessment.Data.Responses;

/// <summary>What becomes of an answer that was given in another database.</summary>
public enum MergeOutcome
{
    /// <summary>It is in force from now on.</summary>
    Taken,

    /// <summary>It was known here already, or a newer one of the same device is in force.</summary>
    Known,

    /// <summary>The answer in force here was given on another device, which the other database had not seen: it stays.</summary>
    Stale,
}

/// <summary>
/// The rule by which devices replace each other's answers (<see cref="AttemptState.Decide"/>), for two databases that both took
/// answers to one attempt: who has seen the other's newest answer may replace it. What was seen is what the log holds.
/// </summary>
public static class AnswerMerge
{
    /// <summary>Decides about the answer in force there, to one item of an attempt.</summary>
    /// <param name="here">The answer in force here; null when there is none.</param>
    /// <param name="seenHere">Revision and device of every answer to the item in the log here.</param>
    /// <param name="there">The answer in force there.</param>
    /// <param name="seenThere">The same of the log there.</param>
    public static MergeOutcome Decide(
        CarriedAnswerRow? here, IReadOnlySet<(long Revision, string Device)> seenHere,
        CarriedAnswerRow there, IReadOnlySet<(long Revision, string Device)> seenThere)
    {
        ArgumentNullException.ThrowIfNull(seenHere);
        ArgumentNullException.ThrowIfNull(there);
        ArgumentNullException.ThrowIfNull(seenThere);
        return here switch
        {
            null => MergeOutcome.Taken,
            _ when seenHere.Contains((there.Revision, there.Device)) => MergeOutcome.Known,
            _ when seenThere.Contains((here.Revision, here.Device)) => MergeOutcome.Taken,
            _ when here.Device != there.Device => MergeOutcome.Stale,
            _ => there.Revision > here.Revision ? MergeOutcome.Taken : MergeOutcome.Known,
        };
    }
}
