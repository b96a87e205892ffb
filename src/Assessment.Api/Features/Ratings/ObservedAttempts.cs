using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Data.Responses;
using Assessment.Domain;
using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.Ratings;

/// <summary>Hands in attempts that were observed, by the same writer as answers of devices.</summary>
internal sealed class ObservedAttempts(FormVersions forms, ResponseWriter writer)
{
    private const string Device = "observer";

    /// <summary>Marks every rated item as observed and hands the attempt in; doing it again changes nothing.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="also">Further rows of the same transaction.</param>
    /// <param name="now">When.</param>
    /// <param name="stop">Stops waiting.</param>
    /// <returns>Identifiers of the rated items, or that the door was shut meanwhile.</returns>
    public async Task<Result<IReadOnlyList<string>>> HandInAsync(AttemptRow attempt, Func<Session, Task> also, DateTimeOffset now, CancellationToken stop)
    {
        var form = await forms.FindAsync(attempt.FormVersionNo, stop);
        var rated = form.Form.Items.OfType<ConstructedResponse>().Select(item => item.Identifier).ToList();
        foreach (var item in rated)
        {
            await writer.SaveAsync(new SaveRequest(attempt.AgencyId, attempt.AttemptNo, form.ItemNo[item], ObserveScenario.Observed, 1, Device, now), stop);
        }

        var outcome = await writer.SubmitAsync(
            new SubmitRequest(attempt.AgencyId, attempt.AttemptNo, now, Secret.NewReceipt(), handedIn => SubmitAttempt.Score(form.With(handedIn.Keys), handedIn.Answers)) { Also = also }, stop);
        return outcome.Receipt is null ? Refusals.AdministrationClosed.Because("The door was closed meanwhile.") : rated;
    }
}
