using Assessment.Data;

namespace Assessment.Api.Features.Bundles;

/// <summary>Whether an attempt is handed in that two databases have, and with which receipt.</summary>
internal static class HandIn
{
    private const string ByTime = "time";

    /// <summary>
    /// The attempt of here with times and hand-in as they stand after merging. What was handed in is never opened again by a
    /// bundle. A receipt given here is replaced only where the box had seen every answer of here and handed in after that: it
    /// was opened again there, or the end of time handed in here what the participant then handed in there.
    /// </summary>
    /// <param name="here">The attempt here.</param>
    /// <param name="there">The attempt there.</param>
    /// <param name="boxSawAll">Every answer in the log here is in the log there.</param>
    public static AttemptRow Merge(AttemptRow here, AttemptRow there, bool boxSawAll)
    {
        var ahead = here.SubmittedAt is null
            ? boxSawAll || there.SubmittedAt is not null
            : boxSawAll && there.Receipt != here.Receipt && there.SubmittedAt is not null
                && (there.SubmittedAt > here.SubmittedAt || (here.EndedBy == ByTime && there.EndedBy != ByTime));
        return ahead
            ? here with
            {
                EndsAt = there.EndsAt, ExtraMinutes = there.ExtraMinutes, Outlives = there.Outlives,
                SubmittedAt = there.SubmittedAt, EndedBy = there.EndedBy, Receipt = there.Receipt,
            }
            : here;
    }
}
