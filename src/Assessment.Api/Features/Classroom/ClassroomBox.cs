namespace Assessment.Api.Features.Classroom;

/// <summary>
/// Whether this service is a classroom box: a trainer's laptop that serves the room over its own network, with a certificate of
/// its own making. Browsers do not trust such a certificate, so they refuse service workers.
/// </summary>
/// <param name="On">True on a box.</param>
/// <param name="Address">Where devices of the room find it; null when it is none.</param>
internal sealed record ClassroomBox(bool On, Uri? Address)
{
    /// <summary>An ordinary server.</summary>
    public static ClassroomBox None { get; } = new(false, null);
}
