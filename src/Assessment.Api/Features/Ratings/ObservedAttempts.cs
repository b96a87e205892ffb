using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Data.Responses;
using Assessment.Domain;
using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.Ratings;

/// <summary>Hands in attempts that were observed, by the same rules as answers of devices.</summary>
internal sealed class ObservedAttempts(FormVersions forms)
{
    private const string Device = "observer";

    /// <summary>Marks every rated item as observed and hands the attempt in; doing it again changes nothing.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="also">Further rows, written only when this is what hands it in.</param>
    /// <param name="now">When.</param>
    /// <param name="stop">Stops reading.</param>
    /// <returns>Identifiers of the rated items, or that the administration has ended.</returns>
    public async Task<Result<IReadOnlyList<string>>> HandInAsync(
        Session session, AttemptRow attempt, Func<Session, Task> also, DateTimeOffset now, CancellationToken stop)
    {
        var form = await forms.FindAsync(attempt.FormVersionNo, stop);
        var rated = form.Form.Items.OfType<ConstructedResponse>().Select(item => item.Identifier).ToList();
        var marks = rated.Select(item => new SaveRequest(attempt.AgencyId, attempt.AttemptNo, form.ItemNo[item], ObserveScenario.Observed, 1, Device, now)).ToList();
        var submit = new SubmitRequest(
            attempt.AgencyId, attempt.AttemptNo, now, Secret.NewReceipt(), handedIn => SubmitAttempt.Score(form.With(handedIn.Keys), handedIn.Answers)) { Also = also };
        var outcome = await WholeAttempt.HandIn(session, marks, submit);
        return outcome.Receipt is null ? Refusals.AdministrationClosed.Because("The administration has ended.") : rated;
    }
}
