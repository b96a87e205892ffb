using Assessment.Domain;

namespace Assessment.Api.Features.Attempts;

/// <summary>Refusals that saving, bulk upload and handing in share.</summary>
internal static class AttemptRefusals
{
    public static readonly Refusal Closed =
        Refusals.AdministrationClosed.Because("The test has ended; what was saved before is kept and scored. Your trainer can reopen your attempt.");

    public static readonly Refusal TimeExpired =
        Refusals.TimeExpired.Because("Your time is up; what was saved before is kept and scored. Your trainer can reopen your attempt.");

    public static readonly Refusal NotStarted = Refusals.NotStarted.Because("Your trainer starts the test for everybody; wait, then send it again.");

    public static readonly Refusal Submitted = Refusals.AlreadySubmitted.Because("The attempt is handed in; its answers stand.");

    public static readonly Refusal OtherAttempt = Refusals.NotFound.Because("The ticket opens another attempt.");

    public static Refusal Stale(long revision) =>
        Refusals.StaleRevision.Because($"Another device has saved revision {revision}; load it before you save again.");
}
