using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// A participant's device opens the door with join code and roster token. The device makes the attempt's id, so the same
/// request may be sent again: it answers a fresh ticket for the same attempt.
/// </summary>
internal static class StartAttempt
{
    private static readonly Refusal InUse = Refusals.AttemptExists.Because(
        "This token, or the id of this attempt, is in use on another device; your trainer can move it to this one.");

    /// <summary>What was read has changed between reading and deciding.</summary>
    internal static readonly Refusal NoticeChanged = Refusals.ConsentMissing.Because(
        "What you read about who will see what has changed since; read it again, then decide.");

    /// <param name="AttemptId">Random id made by the device.</param>
    /// <param name="JoinCode">The six letters on the wall.</param>
    /// <param name="Token">The person's roster token.</param>
    /// <param name="Device">A random name that the device keeps.</param>
    /// <param name="Consent">granted or refused; required for research instruments, ignored for others.</param>
    /// <param name="Language">Language of the notice that was read.</param>
    /// <param name="NoticeVersion">Version of the notice that was read; refused when it is no longer the one that holds.</param>
    internal sealed record Request(
        Guid AttemptId,
        [property: Required] string JoinCode,
        [property: Required] string Token,
        [property: Required, StringLength(64, MinimumLength = 1)] string Device,
        [property: AllowedValues(null, "granted", "refused")] string? Consent,
        [property: StringLength(35)] string? Language = null,
        [property: StringLength(16)] string? NoticeVersion = null);

    internal sealed record Answer(Guid AttemptId, string Ticket, string Wave, FormView Form);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/attempts", Handle)
        .OpenToAll("join code and roster token open the door").WithTags("Attempts")
        .WithSummary("Starts an attempt, or continues it on the same device; answers its ticket and the form without keys.");

    [NotAudited("A participant's own act; the attempt is its record.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, Database database, FormVersions forms, TimeProvider clock, IOptions<AttemptOptions> options, CancellationToken stop)
    {
        var ticket = Secret.NewTicket();
        var now = clock.GetUtcNow();
        var expires = now.AddHours(options.Value.TicketHours);
        var started = await StartOnceMoreAsync(
            database, session => StartAsync(session, request, Secret.Hash(ticket), now, expires), stop);
        if (started.IsRefused)
        {
            return started.Refusal!.ToProblem();
        }

        var attempt = started.Value;
        var version = await forms.FindAsync(attempt.FormVersionNo, stop);
        var text = new TicketText(attempt.AgencyId, attempt.AttemptNo, ticket).ToString();
        return TypedResults.Ok(new Answer(request.AttemptId, text, attempt.Wave, version.ViewOf(attempt)));
    }

    /// <param name="GoesOn">Whether the attempt is there already.</param>
    /// <param name="AsksCode">Whether the participant is asked for a self-generated code first.</param>
    internal sealed record Checked(bool GoesOn, bool AsksCode);

    /// <summary>What a request would be answered, with nothing begun: the refusal, or how it goes on.</summary>
    internal static Task<Result<Checked>> CheckAsync(Request request, Database database, DateTimeOffset now, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            var entry = await FindDoorAsync(session, request);
            if (entry.IsRefused)
            {
                return entry.Refusal!;
            }

            var (door, place) = entry.Value;
            var newest = await new AttemptStore(session).FindOf(place.AgencyId, door.Administration.AdministrationNo, place.ParticipantNo);
            if (newest?.AttemptId == request.AttemptId)
            {
                return new Checked(GoesOn: true, AsksCode: false);
            }

            return await FaultAsync(session, request, entry.Value, newest, now) is { } refusal
                ? refusal
                : (Result<Checked>)new Checked(GoesOn: false, await PutCode.IsAskedAsync(session, door, place, request.Consent));
        }, stop);

    /// <summary>Two equal requests at once collide on the attempt's key; the second one then finds the attempt of the first.</summary>
    private static async Task<Result<AttemptRow>> StartOnceMoreAsync(
        Database database, Func<Session, Task<Result<AttemptRow>>> start, CancellationToken stop)
    {
        try
        {
            return await database.WriteAsync(start, stop);
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return await database.WriteAsync(start, stop);
        }
    }

    private static async Task<Result<AttemptRow>> StartAsync(
        Session session, Request request, byte[] ticketHash, DateTimeOffset now, DateTimeOffset expires)
    {
        var door = await FindDoorAsync(session, request);
        return await door.Match(
            async found => await EnterAsync(session, request, found, ticketHash, now, expires),
            refusal => Task.FromResult<Result<AttemptRow>>(refusal));
    }

    /// <summary>Wrong code, foreign token and a person of another class are one refusal: the door tells nothing about people.</summary>
    private static async Task<Result<(Door Door, EnrollmentRow Place)>> FindDoorAsync(Session session, Request request)
    {
        if (await Door.FindAsync(session, request.JoinCode) is { Administration: var opened } door
            && Code.ReadRosterToken(request.Token) is { } token
            && await new EnrollmentStore(session).FindByToken(opened.AgencyId, opened.DeliveryNo, Secret.Hash(token)) is { } place)
        {
            return (door, place);
        }

        return Refusals.TokenUnknown.Because("Check the join code on the wall and the token on your slip.");
    }

    private static async Task<Result<AttemptRow>> EnterAsync(
        Session session, Request request, (Door Door, EnrollmentRow Place) entry, byte[] ticketHash, DateTimeOffset now, DateTimeOffset expires)
    {
        var (door, place) = entry;
        var attempts = new AttemptStore(session);
        var newest = await attempts.FindOf(place.AgencyId, door.Administration.AdministrationNo, place.ParticipantNo);
        if (newest?.AttemptId == request.AttemptId)
        {
            await attempts.AddTicket(newest.AgencyId, newest.AttemptNo, ticketHash, expires);
            return newest;
        }

        if (await FaultAsync(session, request, entry, newest, now) is { } refusal)
        {
            return refusal;
        }

        var attempt = await BeginAsync(session, request, door, place, (newest?.Ordinal ?? 0) + 1, now);
        if (attempt?.AttemptId != request.AttemptId)
        {
            return InUse;
        }

        await attempts.AddTicket(attempt.AgencyId, attempt.AttemptNo, ticketHash, expires);
        return attempt;
    }

    /// <summary>Why the request may not begin an attempt; null when it may.</summary>
    private static async Task<Refusal?> FaultAsync(
        Session session, Request request, (Door Door, EnrollmentRow Place) entry, AttemptRow? newest, DateTimeOffset now)
    {
        var (door, place) = entry;
        var decided = request.Consent is not null || !door.NeedsConsent
            || await new ConsentStore(session).Find(place.AgencyId, place.ParticipantNo, door.Administration.Wave) is { Decision: "waived" };
        if (Fault(door, newest, decided, now) is { } refusal)
        {
            return refusal;
        }

        return request.NoticeVersion is { } read && read != (await door.NoticeAsync(session, request.Language)).Version
            ? NoticeChanged
            : null;
    }

    /// <summary>Why a new attempt may not begin; null when it may.</summary>
    private static Refusal? Fault(Door door, AttemptRow? newest, bool decided, DateTimeOffset now)
    {
        if (newest is { SubmittedAt: null })
        {
            return InUse;
        }

        if (door.Administration.IsDoorClosed(now))
        {
            return Refusals.AdministrationClosed.Because("The door is closed; ask your trainer to open it again.");
        }

        if (newest?.Ordinal >= door.Administration.AttemptsAllowed)
        {
            return Refusals.AttemptsUsed.Because("You have handed this test in; its receipt stands.");
        }

        return decided
            ? null
            : Refusals.ConsentMissing.Because("Read who will see what, then decide: granted or refused. Either way you may take the test.");
    }

    /// <summary>Null when another attempt has the id.</summary>
    private static async Task<AttemptRow?> BeginAsync(Session session, Request request, Door door, EnrollmentRow place, int ordinal, DateTimeOffset now)
    {
        var (administration, administrations) = (door.Administration, new AdministrationStore(session));
        if (administration.Waits && !await administrations.HoldBack(place.AgencyId, administration.AdministrationNo))
        {
            administration = (await administrations.Find(place.AgencyId, administration.AdministrationNo))!;
        }

        if (door.NeedsConsent && request.Consent is { } decision)
        {
            var consents = new ConsentStore(session);
            var notice = await door.NoticeAsync(session, request.Language);
            await consents.KeepNotice(notice.Version, notice.Text, now);
            await consents.Record(new ConsentRow
            {
                AgencyId = place.AgencyId,
                ParticipantNo = place.ParticipantNo,
                Wave = administration.Wave,
                Decision = decision,
                TextVersion = notice.Version,
                DecidedAt = now,
            });
        }

        var versions = await administrations.Forms(place.AgencyId, administration.AdministrationNo);
        var extraPercent = await new AccommodationStore(session).ExtraTimePercent(place.AgencyId, place.DeliveryNo, place.ParticipantNo);
        var extraMinutes = administration.TimeLimitMinutes is { } limit ? (int)Math.Ceiling(limit * extraPercent / 100.0) : 0;
        return await new AttemptStore(session).Start(new AttemptRow
        {
            AgencyId = place.AgencyId,
            AttemptId = request.AttemptId,
            AdministrationNo = administration.AdministrationNo,
            DeliveryNo = administration.DeliveryNo,
            ParticipantNo = place.ParticipantNo,
            FormVersionNo = versions[DealtForm.IndexFor(administration, place.Position, ordinal, versions.Count)],
            Ordinal = ordinal,
            Seed = Secret.NewSeed(),
            StartedAt = now,
            EndsAt = HeldStart.EndOf(administration.StartedAt, now, administration.TimeLimitMinutes + extraMinutes),
            ExtraMinutes = extraMinutes,
            Outlives = extraMinutes > 0,
        });
    }
}
