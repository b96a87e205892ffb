namespace Assessment.Api.Features.Demo;

/// <summary>
/// A clock that can be set: the demo plays a study of past classes, and a follow-up six months later must not take six months.
/// From the moment it is set it runs on like the real one.
/// </summary>
internal sealed class DemoClock(TimeProvider real) : TimeProvider
{
    private long offsetTicks;

    /// <summary>Sets the clock; it runs on from there.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref offsetTicks, (now - real.GetUtcNow()).Ticks);

    /// <summary>Back to the real time.</summary>
    public void Release() => Interlocked.Exchange(ref offsetTicks, 0);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddTicks(Interlocked.Read(ref offsetTicks));
}
