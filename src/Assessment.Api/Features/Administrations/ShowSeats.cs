using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Administrations;

/// <summary>How far each seat of a room is: joined, item n of m, silent since, handed in. Never an answer or a score.</summary>
internal static class ShowSeats
{
    internal sealed record Answer(IReadOnlyList<Seat> Seats);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/administrations/{administrationId:guid}/seats", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Administrations")
        .WithSummary("Shows the seats of an administration by place on the roster.");

    [NotAudited("Progress in a room that the trainer stands in; no answer and no score is read.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid administrationId, Staff staff, Database database, Presence presence, TimeProvider clock, IOptions<AttemptOptions> options, CancellationToken stop)
    {
        var silentBefore = options.Value.SilentBefore(clock.GetUtcNow());
        var shown = await database.ReadAsync(
            async session => await new AdministrationStore(session).Find(staff.AgencyId, administrationId) is { } administration
                ? (Result<Answer>)new Answer(await ListAsync(session, administration, silentBefore, presence))
                : Refusals.NotFound.Because("There is no administration with this id."),
            stop);
        return shown.ToOk();
    }

    /// <param name="session">A snapshot.</param>
    /// <param name="administration">The administration.</param>
    /// <param name="silentBefore">Who has sent nothing since then is silent.</param>
    /// <param name="presence">When their pages last said that they are there; null where nobody asks who is silent.</param>
    internal static async Task<IReadOnlyList<Seat>> ListAsync(
        Session session, AdministrationRow administration, DateTimeOffset silentBefore, Presence? presence = null) =>
        (await new SeatStore(session).List(administration.AgencyId, administration.AdministrationNo))
            .Select(row => Seat.Of(row, silentBefore, row.AttemptNo is { } attempt ? presence?.LastOf(administration.AgencyId, attempt) : null)).ToList();
}

/// <summary>A place on the roster as the proctor sees it.</summary>
/// <param name="Number">Place on the roster, from 1: the number on the person's slip.</param>
/// <param name="State">not-joined, working, submitted, or time-up when the end of time handed it in.</param>
/// <param name="AttemptId">The newest attempt; null when not joined.</param>
/// <param name="Answered">Items answered.</param>
/// <param name="Items">Items that take an answer.</param>
/// <param name="LastSavedAt">When the newest answer came; null before the first.</param>
/// <param name="EndsAt">When its own time is up; null without a limit.</param>
/// <param name="SilentSince">
/// While working: when its page last said that it is there, the newest answer came, or the test or the attempt began, whichever is the
/// latest, if that is long ago. Null otherwise.
/// </param>
/// <param name="Waits">Whether the person has joined a test that has not started.</param>
/// <param name="SaysHere">
/// Whether its page has said that it is there since the service started: silence then means away or offline, not a long thought.
/// </param>
internal sealed record Seat(
    int Number, string State, Guid? AttemptId, int Answered, int Items, DateTimeOffset? LastSavedAt, DateTimeOffset? EndsAt, DateTimeOffset? SilentSince,
    bool Waits, bool SaysHere)
{
    public const string NotJoined = "not-joined", Working = "working", Submitted = "submitted", TimeUp = "time-up";

    /// <param name="row">The place.</param>
    /// <param name="silentBefore">Who has sent nothing since then is silent.</param>
    /// <param name="here">When its page last said that it is there; null when it has not.</param>
    public static Seat Of(SeatRow row, DateTimeOffset silentBefore, DateTimeOffset? here = null)
    {
        DateTimeOffset? saved = row.SavedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
        var state = StateOf(row);
        var waits = state == Working && row.TestStartedAt is null;
        var last = new[] { here, saved, row.StartedAt, row.TestStartedAt }.Max();
        return new(
            row.Position + 1, state, row.AttemptId, row.Answered, row.Items, saved, row.EndsAt, state == Working && !waits && last < silentBefore ? last : null,
            waits, here is not null);
    }

    private static string StateOf(SeatRow row) => row switch
    {
        { AttemptId: null } => NotJoined,
        { SubmittedAt: null } => Working,
        { EndedBy: "time" } => TimeUp,
        _ => Submitted,
    };
}
