using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>What stands on the door: the instrument, the wave and who will see what. The join code comes in the body, not in the address.</summary>
internal static class OpenDoor
{
    /// <param name="JoinCode">The six letters on the wall.</param>
    /// <param name="Language">BCP 47 tag of the notice and the practice item; English when there is no such translation.</param>
    internal sealed record Request([property: Required] string JoinCode, [property: StringLength(35)] string? Language = null);

    /// <param name="Title">The instrument.</param>
    /// <param name="Wave">The wave.</param>
    /// <param name="Open">Whether an attempt may be started now.</param>
    /// <param name="Notice">Who will see what.</param>
    /// <param name="NoticeVersion">Hash of the notice; goes with the decision.</param>
    /// <param name="ConsentNeeded">Whether the participant is asked to decide.</param>
    /// <param name="Practice">An item to try answering on; it has no key, and no address takes an answer to it.</param>
    /// <param name="Waits">Whether who joins waits for the trainer to start the test.</param>
    internal sealed record Answer(string Title, string Wave, bool Open, string Notice, string NoticeVersion, bool ConsentNeeded, ItemView Practice, bool Waits);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/doors", Handle)
        .OpenToAll("the join code opens the door").WithTags("Attempts")
        .WithSummary("Shows what a join code opens and who will see what, before anything is decided.");

    [NotAudited("Reads a notice that every participant of the class may read.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(Request request, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var shown = await database.ReadAsync(
            async session => await Door.FindAsync(session, request.JoinCode) is { } door
                ? Of(door, await door.NoticeAsync(session, request.Language), PracticeItem.In(request.Language), now)
                : (Result<Answer>)Refusals.TokenUnknown.Because("Check the join code on the wall."),
            stop);
        return shown.ToOk();
    }

    private static Answer Of(Door door, ParticipantNotice notice, PracticeItem practice, DateTimeOffset now) => new(
        door.Instrument.Title, door.Administration.Wave, !door.Administration.IsDoorClosed(now), notice.Text, notice.Version, door.NeedsConsent,
        ItemView.Of(practice), door.Administration.Waits);
}
