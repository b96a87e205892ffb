using System.Diagnostics;

namespace Assessment.Benchmarks.Load;

/// <summary>Closed-loop load: each connection sends its next request when the last one is answered.</summary>
internal sealed class Generator(Uri server)
{
    /// <summary>Load for a time.</summary>
    /// <param name="connections">How many at once.</param>
    /// <param name="time">How long.</param>
    /// <param name="request">The request that a connection (from 0) sends as its n-th (from 0).</param>
    /// <param name="expected">The only status that counts; another one ends the run.</param>
    public Task<Stretch> ForAsync(int connections, TimeSpan time, Func<int, int, byte[]> request, int expected) =>
        RunAsync(connections, (connection, n, since) => Stopwatch.GetElapsedTime(since) < time ? request(connection, n) : null, expected);

    /// <summary>Each request once, shared out among the connections.</summary>
    public Task<Stretch> EachAsync(int connections, IReadOnlyList<byte[]> requests, int expected)
    {
        var next = -1;
        return RunAsync(connections, (_, _, _) => Interlocked.Increment(ref next) is var i && i < requests.Count ? requests[i] : null, expected);
    }

    private async Task<Stretch> RunAsync(int connections, Func<int, int, long, byte[]?> next, int expected)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => HttpConnection.OpenAsync(server)));
        var since = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(open.Select((connection, i) => Task.Run(() => DriveAsync(connection, n => next(i, n, since), expected))));
        var elapsed = Stopwatch.GetElapsedTime(since);
        foreach (var connection in open) connection.Dispose();
        return Stretch.Of(elapsed, times);
    }

    private static async Task<List<long>> DriveAsync(HttpConnection connection, Func<int, byte[]?> next, int expected)
    {
        var times = new List<long>();
        for (var n = 0; next(n) is { } request; n++)
        {
            var sent = Stopwatch.GetTimestamp();
            var status = await connection.SendAsync(request);
            times.Add(Stopwatch.GetTimestamp() - sent);
            if (status != expected) throw new InvalidOperationException($"The server answered {status}, not {expected}.");
        }

        return times;
    }
}
