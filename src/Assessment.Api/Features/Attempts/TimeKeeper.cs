using Assessment.Api.Hosting;
using Assessment.Data;
using Assessment.Data.Responses;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// Hands in the attempts whose time is up: what was saved is scored, though nobody pressed the button. It waits for the
/// grace first, so that answers which queued on a device count too. An attempt without an answer is left alone.
/// </summary>
internal sealed partial class TimeKeeper(
    Database database, FormVersions forms, ResponseWriter writer, TimeProvider clock, IOptions<AttemptOptions> options, ILogger<TimeKeeper> log)
    : BackgroundService
{
    /// <summary>One sweep; answers how many attempts were handed in.</summary>
    public async Task<int> SweepAsync(CancellationToken stop)
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SweepSeconds));
        while (await timer.NextAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A sweep that fails is told in the log and tried again; the service itself goes on.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                if (!stoppingToken.IsCancellationRequested)
                {
                    SweepFailed(log, fault);
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Attempts whose time is up could not be handed in; the next sweep tries again.")]
    private static partial void SweepFailed(ILogger log, Exception fault);
}
