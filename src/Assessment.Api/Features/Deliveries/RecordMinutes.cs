using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Curricula;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Deliveries;

/// <summary>
/// How long a class was: minutes given, of these in scenario exercises, and per topic. A correction replaces the numbers; the
/// audit entry keeps the old ones with the reason.
/// </summary>
internal static class RecordMinutes
{
    /// <param name="MinutesDelivered">Minutes given.</param>
    /// <param name="ScenarioMinutes">Of these in scenario-based exercises.</param>
    /// <param name="TopicMinutes">Minutes per topic of the Act; null leaves what stands (at first the course's plan).</param>
    /// <param name="CorrectionReason">Why the minutes that stand are wrong; required when there are some and they differ.</param>
    internal sealed record Request(
        [property: Range(0, 100_000)] int MinutesDelivered,
        [property: Range(0, 100_000)] int ScenarioMinutes,
        IReadOnlyDictionary<string, int>? TopicMinutes,
        [property: StringLength(500, MinimumLength = 2)] string? CorrectionReason);

    internal sealed record Answer(int MinutesDelivered, int ScenarioMinutes);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/deliveries/{deliveryId:guid}/minutes", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Deliveries")
        .WithSummary("Records or corrects the minutes a delivery was given, in scenario exercises and per topic.");

    [Audited("record.minutes")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (Fault(request) is { } fault)
        {
            return Refusals.RequestContradicts.Because(fault).ToProblem();
        }

        var recorded = await database.WriteAsync(session => RecordAsync(session, deliveryId, request, staff, clock.GetUtcNow()), stop);
        return recorded.ToOk();
    }

    private static string? Fault(Request request) =>
        request.ScenarioMinutes > request.MinutesDelivered ? "scenarioMinutes are a part of minutesDelivered and cannot be more."
        : request.TopicMinutes?.Keys.FirstOrDefault(code => Topic.Find(code) is null) is { } unknown ? $"\"{unknown}\" is no topic of the Act."
        : request.TopicMinutes?.Values.Any(minutes => minutes < 0 || minutes > request.MinutesDelivered) == true ? "A topic has between no minutes and all of them."
        : null;

    private static async Task<Result<Answer>> RecordAsync(Session session, Guid deliveryId, Request request, Staff staff, DateTimeOffset now)
    {
        var store = new DeliveryStore(session);
        if (await store.Find(staff.AgencyId, deliveryId) is not { } delivery)
        {
            return Refusals.NotFound.Because("There is no class with this id.");
        }

        var stood = (delivery.MinutesDelivered, delivery.ScenarioMinutes);
        var topics = request.TopicMinutes?.Select(line => new TopicMinutesRow { TopicCode = line.Key, Minutes = line.Value })
            .OrderBy(row => row.TopicCode, StringComparer.Ordinal).ToList();
        var answer = new Answer(request.MinutesDelivered, request.ScenarioMinutes);
        if (stood == (request.MinutesDelivered, request.ScenarioMinutes)
            && (topics is null || topics.SequenceEqual(await store.Topics(staff.AgencyId, delivery.DeliveryNo))))
        {
            return answer;
        }

        var correction = stood != (null, null);
        if (correction && request.CorrectionReason is null)
        {
            return Refusals.RequestContradicts.Because("Minutes of this class stand already; correctionReason says why they change.");
        }

        await store.SetMinutes(staff.AgencyId, delivery.DeliveryNo, request.MinutesDelivered, request.ScenarioMinutes);
        if (topics is not null)
        {
            await store.SetTopics(staff.AgencyId, delivery.DeliveryNo, topics);
        }

        var reason = correction ? $"was {Words(stood.MinutesDelivered)} minutes, {Words(stood.ScenarioMinutes)} in scenarios: {request.CorrectionReason}" : null;
        await Audit.RecordAsync(session, staff, "record.minutes", deliveryId, now, reason);
        return answer;
    }

    private static string Words(int? minutes) => minutes is { } known ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{known}") : "unknown";
}
