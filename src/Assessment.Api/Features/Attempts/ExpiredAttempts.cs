using Assessment.Data;
using Assessment.Data.Responses;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// Hands in the attempts whose time is up: what was saved is scored, though nobody pressed the button. It waits for the
/// grace first, so that answers which queued on a device count too. An attempt without an answer is left alone.
/// </summary>
internal sealed class ExpiredAttempts(
    Database database, FormVersions forms, ResponseWriter writer, TimeProvider clock, IOptions<AttemptOptions> options)
{
    /// <summary>One sweep; answers how many attempts were handed in.</summary>
    public async Task<int> HandInAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var grace = TimeSpan.FromMinutes(options.Value.GraceMinutes);
        var expired = await database.ReadAsync(session => new SeatStore(session).Expired(now - grace), stop);
        var handedIn = 0;
        foreach (var attempt in expired)
        {
            var form = await forms.FindAsync(attempt.FormVersionNo, stop);
            var submit = SubmitAttempt.Request(attempt.AgencyId, attempt.AttemptNo, form, now) with { ByTime = true };
            handedIn += (await writer.SubmitAsync(submit, stop)).Status == SubmitStatus.Submitted ? 1 : 0;
        }

        return handedIn;
    }
}
