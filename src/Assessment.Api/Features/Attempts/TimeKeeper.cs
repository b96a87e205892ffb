using Assessment.Api.Hosting;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Attempts;

/// <summary>Looks every few seconds for attempts whose time is up.</summary>
internal sealed partial class TimeKeeper(ExpiredAttempts attempts, IOptions<AttemptOptions> options, ILogger<TimeKeeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SweepSeconds));
        while (await timer.NextAsync(stoppingToken))
        {
            try
            {
                await attempts.HandInAsync(stoppingToken);
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
