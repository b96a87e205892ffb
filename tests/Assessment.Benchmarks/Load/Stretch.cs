using System.Diagnostics;

namespace Assessment.Benchmarks.Load;

/// <summary>What a stretch of load came to.</summary>
/// <param name="Requests">Answered requests.</param>
/// <param name="Elapsed">Wall-clock time.</param>
/// <param name="Sorted">Time of each request in stopwatch ticks, ascending.</param>
internal sealed record Stretch(int Requests, TimeSpan Elapsed, long[] Sorted)
{
    public static Stretch Of(TimeSpan elapsed, IEnumerable<List<long>> connections)
    {
        var all = connections.SelectMany(times => times).ToArray();
        Array.Sort(all);
        return new(all.Length, elapsed, all);
    }

    public static Stretch Sum(IReadOnlyList<Stretch> parts)
    {
        var all = parts.SelectMany(part => part.Sorted).ToArray();
        Array.Sort(all);
        return new(all.Length, TimeSpan.FromTicks(parts.Sum(part => part.Elapsed.Ticks)), all);
    }

    public double Rate => Requests / Elapsed.TotalSeconds;

    /// <summary>Milliseconds that this share of the requests did not exceed (nearest rank).</summary>
    public double Percentile(double share) => Sorted.Length == 0
        ? double.NaN
        : Stopwatch.GetElapsedTime(0, Sorted[Math.Max(0, (int)Math.Ceiling(share * Sorted.Length) - 1)]).TotalMilliseconds;
}
