using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Deliveries;

/// <summary>
/// The adherence checklist of a class: one judgement per required element of its curriculum. A trainer and an independent
/// observer each keep their own list; reports count the trainer's. Sending the list that stands again changes nothing.
/// </summary>
internal static class RecordAdherence
{
    /// <param name="Number">The element's number on the checklist.</param>
    /// <param name="Delivered">full, partial or no.</param>
    /// <param name="Reason">Why not in full; required unless it was.</param>
    internal sealed record Element(
        int Number,
        [property: Required, AllowedValues("full", "partial", "no")] string Delivered,
        [property: StringLength(500, MinimumLength = 2)] string? Reason);

    /// <param name="Observer">Who judged: trainer or independent.</param>
    /// <param name="Elements">Every required element once.</param>
    /// <param name="CorrectionReason">Why the list that stands is wrong; required when there is one that differs.</param>
    internal sealed record Request(
        [property: Required, AllowedValues("trainer", "independent")] string Observer,
        [property: Required, MinLength(1), MaxLength(200)] IReadOnlyList<Element> Elements,
        [property: StringLength(500, MinimumLength = 2)] string? CorrectionReason);

    /// <param name="Required">Elements that the curriculum requires.</param>
    /// <param name="Delivered">Of these, delivered in full.</param>
    internal sealed record Answer(int Required, int Delivered);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/deliveries/{deliveryId:guid}/adherence", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Deliveries")
        .WithSummary("Records which required elements of its curriculum a delivery gave, and why not.");

    [Audited("record.adherence")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (request.Elements.Any(element => element.Delivered != "full" && element.Reason is null))
        {
            return Refusals.RequestContradicts.Because("An element that was not delivered in full needs a reason.").ToProblem();
        }

        var recorded = await database.WriteAsync(session => RecordAsync(session, deliveryId, request, staff, clock.GetUtcNow()), stop);
        return recorded.ToOk();
    }

    private static async Task<Result<Answer>> RecordAsync(Session session, Guid deliveryId, Request request, Staff staff, DateTimeOffset now)
    {
        if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery)
        {
            return Refusals.NotFound.Because("There is no class with this id.");
        }

        var course = await new CourseStore(session).Find(delivery.CourseNo);
        var required = course.CurriculumNo is { } curriculum ? await new CurriculumStore(session).Elements(curriculum) : [];
        if (!required.Select(element => element.ElementNo).SequenceEqual(request.Elements.Select(element => element.Number).Order()))
        {
            return Refusals.RequestContradicts.Because($"The checklist names each of the {required.Count} elements of the curriculum once.");
        }

        var rows = request.Elements.OrderBy(element => element.Number).Select(element => new ElementJudgementRow
        {
            AgencyId = staff.AgencyId, DeliveryNo = delivery.DeliveryNo, CurriculumNo = course.CurriculumNo!.Value, ElementNo = element.Number,
            Delivered = element.Delivered, Observer = request.Observer, Note = element.Reason,
        }).ToList();
        var store = new AdherenceStore(session);
        var standing = (await store.List(staff.AgencyId, delivery.DeliveryNo)).Where(row => row.Observer == request.Observer).ToList();
        var answer = new Answer(rows.Count, rows.Count(row => row.Delivered == "full"));
        if (standing.SequenceEqual(rows))
        {
            return answer;
        }

        if (standing.Count > 0 && request.CorrectionReason is null)
        {
            return Refusals.RequestContradicts.Because("A checklist of this observer stands already; correctionReason says why it changes.");
        }

        await store.Put(rows);
        await Audit.RecordAsync(session, staff, "record.adherence", deliveryId, now, request.CorrectionReason);
        return answer;
    }
}
