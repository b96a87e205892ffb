namespace Assessment.Api.Features.Attempts;

/// <summary>How attempts behave. Section "Attempts".</summary>
internal sealed class AttemptOptions
{
    public const string Section = "Attempts";

    /// <summary>How long a ticket opens its attempt, in hours.</summary>
    public int TicketHours { get; set; } = 24;

    /// <summary>How long after the end of time answers are still taken that queued on a device without a network, in minutes.</summary>
    public int GraceMinutes { get; set; } = 10;

    /// <summary>How often attempts are looked for whose time is up, in seconds.</summary>
    public int SweepSeconds { get; set; } = 15;

    /// <summary>How long a code carries an attempt to another device, in minutes.</summary>
    public int MoveCodeMinutes { get; set; } = 15;

    /// <summary>How often the proctor's feed looks at the seats, in seconds.</summary>
    public int FeedSeconds { get; set; } = 2;

    /// <summary>How long a working device may send nothing before its tile says so, in seconds.</summary>
    public int SilentSeconds { get; set; } = 180;

    /// <summary>How often an open test page that sends nothing else says that it is there, in seconds.</summary>
    public int PresenceSeconds { get; set; } = 20;

    /// <summary>Who has sent nothing since then is silent.</summary>
    public DateTimeOffset SilentBefore(DateTimeOffset now) => now.AddSeconds(-SilentSeconds);

    public bool Valid => TicketHours is >= 1 and <= 720 && GraceMinutes is >= 0 and <= 1440 && SweepSeconds is >= 1 and <= 3600
        && MoveCodeMinutes is >= 1 and <= 1440 && FeedSeconds is >= 1 and <= 60 && SilentSeconds is >= 30 and <= 3600
        && PresenceSeconds is >= 5 and <= 600 && PresenceSeconds < SilentSeconds;
}
