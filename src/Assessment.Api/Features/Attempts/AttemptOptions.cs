namespace Assessment.Api.Features.Attempts;

/// <summary>How attempts behave. Section "Attempts".</summary>
internal sealed class AttemptOptions
{
    public const string Section = "Attempts";

    /// <summary>How long a ticket opens its attempt, in hours.</summary>
    public int TicketHours { get; set; } = 24;

    public bool Valid => TicketHours is >= 1 and <= 720;
}
