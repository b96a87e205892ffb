using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Domain.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.FollowUps;

/// <summary>A supervisor's checklist about one participant at a follow-up wave. The supervisor writes it and cannot read others'.</summary>
internal static class RecordFollowUp
{
    internal sealed record Indicated([property: Required] string Item, [property: Required] string Value);

    /// <param name="ParticipantId">About whom.</param>
    /// <param name="Wave">follow-up-6m or follow-up-12m.</param>
    /// <param name="FormId">The checklist's form.</param>
    /// <param name="Indicators">shown, not-shown or no-opportunity per item; items left out stay blank.</param>
    internal sealed record Request(
        Guid ParticipantId,
        [property: Required] string Wave,
        Guid FormId,
        [property: Required, MinLength(1), MaxLength(200)] IReadOnlyList<Indicated> Indicators);

    internal sealed record Answer(Guid FollowUpId);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/deliveries/{deliveryId:guid}/follow-ups", Handle)
        .RequireStaff(Role.Supervisor).WithTags("Follow-up")
        .WithSummary("Records a supervisor's follow-up checklist about one participant.");

    [Audited("record.follow-up")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Request request, Staff staff, Database database, FormVersions forms, TimeProvider clock, CancellationToken stop)
    {
        if (Wave.Find(request.Wave) is not { IsFollowUp: true } wave)
        {
            return Refusals.WaveWrong.Because("A follow-up checklist belongs to a follow-up wave.").ToProblem();
        }

        var version = await database.ReadAsync(session => new FormStore(session).FindVisible(staff.AgencyId, request.FormId), stop);
        if (version is not { PublishedAt: not null })
        {
            return Refusals.NotFound.Because("There is no published form with this id that this agency may use.").ToProblem();
        }

        var form = await forms.FindAsync(version.FormVersionNo, stop);
        var read = Read(form, request.Indicators);
        if (read.IsRefused)
        {
            return read.Refusal!.ToProblem();
        }

        var now = clock.GetUtcNow();
        var recorded = await database.WriteAsync(
            session => RecordAsync(session, new Entry(deliveryId, request.ParticipantId, wave, version.FormVersionNo, form, read.Value), staff, now), stop);
        return recorded.ToCreated(answer => $"/api/deliveries/{deliveryId}/follow-ups/{answer.FollowUpId}");
    }

    private sealed record Entry(Guid DeliveryId, Guid ParticipantId, Wave Wave, int FormVersionNo, LoadedForm Form, IReadOnlyDictionary<int, string> Values);

    private static Result<IReadOnlyDictionary<int, string>> Read(LoadedForm form, IReadOnlyList<Indicated> indicators)
    {
        if (form.Form.Instrument.Kind != InstrumentKind.FollowUpChecklist)
        {
            return Refusals.RequestContradicts.Because("The form is no follow-up checklist.");
        }

        var values = new Dictionary<int, string>();
        for (var i = 0; i < indicators.Count; i++)
        {
            if (!form.ItemNo.TryGetValue(indicators[i].Item, out var itemNo) || values.ContainsKey(itemNo))
            {
                return Refusals.ItemNotOnForm.Because("An indicator is not on the form, or is given twice.", new Place($"indicators[{i}].item", "Unknown or repeated."));
            }

            var value = ItemResponse.Read(form.Form.Items[itemNo - 1], [indicators[i].Value]);
            if (value.IsRefused)
            {
                return value.Refusal!;
            }

            values[itemNo] = value.Value;
        }

        return values;
    }

    private static async Task<Result<Answer>> RecordAsync(Session session, Entry entry, Staff staff, DateTimeOffset now)
    {
        if (await new DeliveryStore(session).Find(staff.AgencyId, entry.DeliveryId) is not { } delivery
            || await new ParticipantStore(session).FindById(staff.AgencyId, entry.ParticipantId) is not { } participant
            || await new EnrollmentStore(session).Find(staff.AgencyId, delivery.DeliveryNo, participant.ParticipantNo) is null)
        {
            return Refusals.NotFound.Because("There is no such participant in this class.");
        }

        var id = Secret.NewId();
        var score = FormScore.Of(entry.Form.Form, item => entry.Values.GetValueOrDefault(entry.Form.ItemNo[item]));
        await new FollowUpStore(session).Add(
            new FollowUpRow
            {
                AgencyId = staff.AgencyId,
                FollowUpId = id,
                DeliveryNo = delivery.DeliveryNo,
                ParticipantNo = participant.ParticipantNo,
                Wave = entry.Wave.Code,
                Source = "supervisor",
                FormVersionNo = entry.FormVersionNo,
                DueOn = delivery.EndsOn.AddMonths(entry.Wave.ToMonth!.Value),
                DoneOn = DateOnly.FromDateTime(now.UtcDateTime),
                Opportunity = score.Items.Any(points => points is not null),
                Points = score.Earned.Ticks,
                EnteredAt = now,
            },
            entry.Values.Where(value => value.Value.Length > 0).Select(value => new IndicatorRow { ItemNo = value.Key, Value = value.Value }));
        await Audit.RecordAsync(session, staff, "record.follow-up", id, now);
        return new Answer(id);
    }
}
