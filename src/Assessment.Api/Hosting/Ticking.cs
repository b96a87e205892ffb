namespace Assessment.Api.Hosting;

/// <summary>Waiting for a timer's next tick by somebody who may leave at any time.</summary>
internal static class Ticking
{
    /// <summary>True at the next tick; false when the one who waits is told to stop, which is an end and not a fault.</summary>
    public static async ValueTask<bool> NextAsync(this PeriodicTimer timer, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(timer);
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
