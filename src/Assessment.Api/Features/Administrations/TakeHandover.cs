using System.Text.Json;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Data.Responses;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Administrations;

/// <summary>
/// Takes the file of answers that a participant's device made when no network came back. Whoever carries it cannot read it, and
/// the ticket inside proves whose it is. The answers are saved by the rules of an upload: the same file may come twice, and
/// what a device sent itself stays.
/// </summary>
internal static class TakeHandover
{
    /// <param name="AttemptId">Whose answers they are.</param>
    /// <param name="Saved">Answers that are on the server now.</param>
    /// <param name="Superseded">Answers that the same device had replaced before.</param>
    /// <param name="Refused">Why others were not taken.</param>
    internal sealed record Answer(Guid AttemptId, int Saved, int Superseded, IReadOnlyList<RefusedAnswers> Refused);

    /// <param name="Code">Code of the refusal.</param>
    /// <param name="Title">What it means.</param>
    /// <param name="Answers">How many answers it met.</param>
    internal sealed record RefusedAnswers(string Code, string Title, int Answers);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/administrations/{administrationId:guid}/handovers", Handle)
        .Accepts<byte[]>("application/octet-stream").WithMetadata(new UploadAttribute())
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Administrations")
        .WithSummary("Takes a participant's sealed file of answers; answers how many were saved, never which.");

    [Audited("take.handover")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid administrationId, HttpRequest file, Staff staff, Handovers handovers, CancellationToken stop) =>
        (await handovers.TakeAsync(staff, administrationId, await Upload.ReadAsync(file, stop), stop)).ToOk();
}

/// <summary>Reads and saves sealed files of answers.</summary>
internal sealed class Handovers(Database database, HandoverSeal seal, FormVersions forms, ResponseWriter writer, TimeProvider clock)
{
    private static readonly Refusal Unreadable = Refusals.HandoverUnreadable.Because(
        "Take the file that the test page saved, unchanged; it is sealed for the installation that gave the test.");

    /// <param name="Attempt">The attempt.</param>
    /// <param name="Ticket">A ticket of it, also one that has expired since.</param>
    /// <param name="Device">The device's name.</param>
    /// <param name="Answers">The newest answer to each item.</param>
    private sealed record Content(Guid Attempt, string? Ticket, string? Device, IReadOnlyList<ItemAnswer>? Answers);

    /// <summary>Saves the answers of a file to an attempt of this administration.</summary>
    public async Task<Result<TakeHandover.Answer>> TakeAsync(Staff staff, Guid administrationId, byte[] file, CancellationToken stop)
    {
        if (Read(await seal.OpenAsync(file, stop)) is not { } read)
        {
            return Unreadable;
        }

        // The entry comes before the answers, which the response writer commits on its own: none is ever saved without one.
        var now = clock.GetUtcNow();
        var holder = await database.WriteAsync(async session =>
        {
            var found = await FindAsync(session, staff, administrationId, read.Ticket);
            if (!found.IsRefused)
            {
                await Audit.RecordAsync(session, staff, "take.handover", found.Value.AttemptId, now);
            }

            return found;
        }, stop);
        return holder.IsRefused
            ? holder.Refusal!
            : AnswerOf(holder.Value.AttemptId, await UploadResponses.SaveAsync(holder.Value, read.Request, forms, writer, now, stop));
    }

    private static (TicketText Ticket, UploadResponses.Request Request)? Read(byte[]? plain)
    {
        try
        {
            return plain is not null && JsonSerializer.Deserialize<Content>(plain, JsonSerializerOptions.Web) is { Ticket: { } text } content
                && TicketText.Read(text) is { } ticket
                && new UploadResponses.Request(content.Answers ?? [], content.Device ?? "") is var request && BodyRules.Faults(request) is null
                ? (ticket, request)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<Result<TicketHolder>> FindAsync(Session session, Staff staff, Guid administrationId, TicketText ticket)
    {
        if (await new AdministrationStore(session).Find(staff.AgencyId, administrationId) is not { } administration)
        {
            return Refusals.NotFound.Because("There is no administration with this id.");
        }

        // A ticket that has expired still proves whose the answers are.
        var attempt = await new AttemptStore(session).FindByTicket(Secret.Hash(ticket.Secret), DateTimeOffset.UnixEpoch);
        if (attempt is null || attempt.AgencyId != staff.AgencyId || attempt.AttemptNo != ticket.AttemptNo)
        {
            return Unreadable;
        }

        return attempt.AdministrationNo == administration.AdministrationNo
            ? new TicketHolder(attempt.AgencyId, attempt.AttemptNo, attempt.AttemptId, attempt.FormVersionNo)
            : Refusals.RequestContradicts.Because("The file belongs to another administration; take it there.");
    }

    private static TakeHandover.Answer AnswerOf(Guid attemptId, IReadOnlyList<UploadResponses.Acknowledged> answers) => new(
        attemptId,
        answers.Count(answer => answer.State == "saved"),
        answers.Count(answer => answer.State == "superseded"),
        answers.Where(answer => answer.Code is not null).GroupBy(answer => answer.Code!)
            .Select(same => new TakeHandover.RefusedAnswers(same.Key, Refusals.All.Single(code => code.Code == same.Key).Title, same.Count())).ToList());
}
