using Assessment.Api.Auditing;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Assessment.Interchange.Rosters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Deliveries;

/// <summary>Enrolls a roster, whole or not at all; who brings a token from an earlier class keeps it, the others get one.</summary>
internal static class EnrollRoster
{
    /// <param name="Line">Line of the file.</param>
    /// <param name="ParticipantId">The participant.</param>
    /// <param name="Token">The roster token to hand to the person, shown this once; null for people who brought theirs.</param>
    /// <param name="Number">Place on the roster, from 1: the number on the slip.</param>
    internal sealed record Enrolled(int Line, Guid ParticipantId, string? Token, int Number);

    internal sealed record Answer(IReadOnlyList<Enrolled> Participants);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/deliveries/{deliveryId:guid}/roster", Handle)
        .Accepts<byte[]>("text/csv").WithMetadata(new UploadAttribute())
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Deliveries")
        .WithSummary("Enrolls a roster (CSV, UTF-8, column kind required); answers the roster tokens to hand out.");

    [Audited("enroll.roster")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, HttpRequest file, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var roster = RosterCsv.Read(await Upload.ReadAsync(file, stop));
        if (roster.IsRefused)
        {
            return roster.Refusal!.ToProblem();
        }

        var now = clock.GetUtcNow();
        var enrolled = await database.WriteAsync(async session =>
        {
            if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery)
            {
                return Refusals.NotFound.Because("There is no class with this id.");
            }

            return await EnrollAsync(session, delivery, roster.Value, staff, now);
        }, stop);
        return enrolled.ToOk();
    }

    /// <summary>Where nobody keeps names, none come in with a roster either.</summary>
    private static async Task<Refusal?> NamesFaultAsync(Session session, int agencyId, IReadOnlyList<RosterLine> lines) =>
        lines.FirstOrDefault(line => line.Name is not null) is { } named && (await new AgencyStore(session).Find(agencyId))!.IdentityMode == "none"
            ? Refusals.RosterInvalid.Because("This agency keeps no names here; nobody was enrolled.", new Place($"line {named.Line}, column name", "Leave the column out."))
            : null;

    /// <summary>Enrolls people in a class and records it.</summary>
    internal static async Task<Result<Answer>> EnrollAsync(
        Session session, DeliveryRow delivery, IReadOnlyList<RosterLine> lines, Staff staff, DateTimeOffset now)
    {
        if (await NamesFaultAsync(session, staff.AgencyId, lines) is { } names)
        {
            return names;
        }

        var enrollments = new EnrollmentStore(session);
        var answers = new List<Enrolled>();
        var faults = new List<Place>();
        foreach (var line in lines)
        {
            var token = line.Token is null ? Secret.NewRosterToken() : null;
            var person = line.Token is { } brought
                ? await new ParticipantStore(session).FindByToken(delivery.AgencyId, Secret.Hash(brought))
                : await AddAsync(session, delivery.AgencyId, line, token!, now);
            if (person is null)
            {
                faults.Add(new Place($"line {line.Line}, column token", "No participant of this agency has this token."));
            }
            else if (await enrollments.Find(delivery.AgencyId, delivery.DeliveryNo, person.ParticipantNo) is not null)
            {
                faults.Add(new Place($"line {line.Line}", "This participant is enrolled in the class already."));
            }
            else
            {
                var position = await enrollments.Add(new EnrollmentRow
                {
                    AgencyId = delivery.AgencyId,
                    DeliveryNo = delivery.DeliveryNo,
                    ParticipantNo = person.ParticipantNo,
                    FundingSource = line.FundingSource,
                });
                answers.Add(new Enrolled(line.Line, person.ParticipantId, token, position + 1));
            }
        }

        if (faults.Count > 0)
        {
            return Refusals.RosterInvalid.Because("Nobody was enrolled.", faults);
        }

        await Audit.RecordAsync(session, staff, "enroll.roster", delivery.DeliveryId, now);
        return new Answer(answers);
    }

    private static async Task<ParticipantRow> AddAsync(Session session, int agencyId, RosterLine line, string token, DateTimeOffset now)
    {
        var row = new ParticipantRow
        {
            AgencyId = agencyId,
            ParticipantId = Secret.NewId(),
            StudyCode = Secret.NewRosterToken(),
            Kind = line.Kind,
            RosterTokenHash = Secret.Hash(Code.ReadRosterToken(token)!),
            Rank = line.Rank,
            YearsOfService = line.YearsOfService,
            Sex = line.Sex,
            RaceEthnicity = line.RaceEthnicity,
            AgeBand = line.AgeBand,
            PriorCit = line.PriorCit,
            CreatedAt = now,
        };
        row = row with { ParticipantNo = await new ParticipantStore(session).Add(row) };
        if (line.Name is { } name)
        {
            await new IdentityStore(session).Put(new IdentityRow { AgencyId = agencyId, ParticipantNo = row.ParticipantNo, Name = name, RecordedAt = now });
        }

        return row;
    }
}
