using System.Collections.Concurrent;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// When each open test page last said that it is there. It is kept in memory alone: after a restart, and when too many are known, the last
/// answer stands until the next word.
/// </summary>
internal sealed class Presence(TimeProvider clock)
{
    /// <summary>Far more than pages that are open at once; who left without handing in would add up.</summary>
    internal const int MostKnown = 50_000;

    private readonly ConcurrentDictionary<(int AgencyId, int AttemptNo), DateTimeOffset> known = new();

    /// <summary>The page of an attempt is open now.</summary>
    public void Here(int agencyId, int attemptNo)
    {
        if (known.Count >= MostKnown) known.Clear();
        known[(agencyId, attemptNo)] = clock.GetUtcNow();
    }

    /// <summary>When the page of an attempt last said so; null when it has not since the service started.</summary>
    public DateTimeOffset? LastOf(int agencyId, int attemptNo) => known.TryGetValue((agencyId, attemptNo), out var last) ? last : null;

    /// <summary>The attempt is handed in.</summary>
    public void Forget(int agencyId, int attemptNo) => known.TryRemove((agencyId, attemptNo), out _);
}
