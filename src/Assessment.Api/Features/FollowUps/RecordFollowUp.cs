using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Raters;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Domain.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.FollowUps;

/// <summary>
/// A checklist about one participant at a follow-up wave: a supervisor's, a coder's of a recording, or one from records. Who
/// enters it cannot read others'. A rater may correct the own one for 30 days; the corrected row stays.
/// </summary>
internal static class RecordFollowUp
{
    internal sealed record Indicated([property: Required] string Item, [property: Required] string Value);

    /// <param name="ParticipantId">About whom; null for an evaluator, who names the study code instead.</param>
    /// <param name="Wave">A follow-up wave, such as follow-up-6m.</param>
    /// <param name="FormId">The checklist's form.</param>
    /// <param name="Indicators">shown, not-shown or no-opportunity per item; items left out stay blank.</param>
    internal sealed record Request(
        Guid? ParticipantId,
        [property: Required] string Wave,
        Guid FormId,
        [property: Required, MinLength(1), MaxLength(200)] IReadOnlyList<Indicated> Indicators)
    {
        /// <summary>About whom, for an evaluator.</summary>
        [StringLength(40)]
        public string? StudyCode { get; init; }

        /// <summary>supervisor, recording or records.</summary>
        [AllowedValues("supervisor", "recording", "records")]
        public string Source { get; init; } = "supervisor";

        /// <summary>For whom it is entered; null for the caller.</summary>
        public Guid? RaterId { get; init; }

        /// <summary>The checklist that this one corrects; null for a new one.</summary>
        public Guid? Replaces { get; init; }

        /// <summary>Why it is corrected; goes with <see cref="Replaces"/>.</summary>
        [StringLength(500, MinimumLength = 2)]
        public string? CorrectionReason { get; init; }
    }

    internal sealed record Answer(Guid FollowUpId);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/deliveries/{deliveryId:guid}/follow-ups", Handle)
        .RequireStaff(Role.Supervisor, Role.Evaluator).WithTags("Follow-up")
        .WithSummary("Records or corrects a rater's follow-up checklist about one participant.");

    [Audited("record.follow-up")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Request request, Staff staff, Database database, FormVersions forms, TimeProvider clock, CancellationToken stop)
    {
        if (Fault(request, staff) is { } fault)
        {
            return fault.ToProblem();
        }

        var version = await database.ReadAsync(session => new FormStore(session).FindUsable(staff.AgencyId, request.FormId), stop);
        if (version is null)
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
        try
        {
            var entry = new Entry(deliveryId, request, version.FormVersionNo, form, read.Value);
            var recorded = await database.WriteAsync(session => RecordAsync(session, entry, staff, now), stop);
            return recorded.ToCreated(answer => $"/api/deliveries/{deliveryId}/follow-ups/{answer.FollowUpId}");
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return Refusals.AlreadyThere.Because("This checklist is corrected already; correct the newer one.").ToProblem();
        }
    }

    private sealed record Entry(Guid DeliveryId, Request Request, int FormVersionNo, LoadedForm Form, IReadOnlyDictionary<int, string> Values);

    private static Refusal? Fault(Request request, Staff staff) =>
        (request.ParticipantId is null) == (request.StudyCode is null) ? Refusals.RequestContradicts.Because("Name one person, by participantId or by studyCode.")
        : (request.StudyCode is not null) != (staff.Role == Role.Evaluator) ? Refusals.RequestContradicts.Because("An evaluator names people by study code, and nobody else does.")
        : (request.Replaces is null) != (request.CorrectionReason is null) ? Refusals.RequestContradicts.Because("replaces and correctionReason go together.")
        : null;

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
        var waves = await new WaveStore(session).List(staff.AgencyId);
        if (waves.FirstOrDefault(wave => wave.Code == entry.Request.Wave)?.WindowToMonths is not { } toMonths)
        {
            return Refusals.WaveWrong.Because("A follow-up checklist belongs to a follow-up wave.");
        }

        var people = new ParticipantStore(session);
        var participant = entry.Request.ParticipantId is { } known ? await people.FindById(staff.AgencyId, known) : await people.FindByCode(staff.AgencyId, entry.Request.StudyCode!);
        if (participant is null
            || await new DeliveryStore(session).Find(staff.AgencyId, entry.DeliveryId) is not { } delivery
            || await new EnrollmentStore(session).Find(staff.AgencyId, delivery.DeliveryNo, participant.ParticipantNo) is null)
        {
            return Refusals.NotFound.Because("There is no such participant in this class.");
        }

        var rater = await RaterOf.FindAsync(session, staff, entry.Request.RaterId, KindOf(entry.Request.Source), now);
        if (rater.IsRefused)
        {
            return rater.Refusal!;
        }

        var row = Row(entry, delivery, participant, now) with { RaterNo = rater.Value.RaterNo, DueOn = delivery.EndsOn.AddMonths(toMonths) };
        var replaced = await ReplacedAsync(session, entry.Request.Replaces, row);
        if (replaced.IsRefused)
        {
            return replaced.Refusal!;
        }

        await new FollowUpStore(session).Add(
            row with { ReplacesNo = replaced.Value },
            entry.Values.Where(value => value.Value.Length > 0).Select(value => new IndicatorRow { ItemNo = value.Key, Value = value.Value }));
        await Audit.RecordAsync(session, staff, "record.follow-up", row.FollowUpId, now, row.CorrectionReason);
        return new Answer(row.FollowUpId);
    }

    private static string KindOf(string source) => source == "recording" ? "coder" : source;

    /// <summary>The number of the rater's own checklist about the same occasion, young enough to be corrected; null for a new one.</summary>
    private static async Task<Result<int?>> ReplacedAsync(Session session, Guid? replaces, FollowUpRow row)
    {
        if (replaces is not { } id)
        {
            return (int?)null;
        }

        if (await new FollowUpStore(session).Find(row.AgencyId, id) is not { } old || old.RaterNo != row.RaterNo
            || (old.DeliveryNo, old.ParticipantNo, old.Wave) != (row.DeliveryNo, row.ParticipantNo, row.Wave))
        {
            return Refusals.NotFound.Because("There is no checklist of yours with this id about this person and wave.");
        }

        return Correction.IsLate(old.EnteredAt, row.EnteredAt)
            ? Refusals.CorrectionLate.Because($"It was entered more than {Correction.Days} days ago.")
            : old.FollowUpNo;
    }

    private static FollowUpRow Row(Entry entry, DeliveryRow delivery, ParticipantRow participant, DateTimeOffset now)
    {
        var score = FormScore.Of(entry.Form.Form, item => entry.Values.GetValueOrDefault(entry.Form.ItemNo[item]));
        return new FollowUpRow
        {
            AgencyId = delivery.AgencyId,
            FollowUpId = Secret.NewId(),
            DeliveryNo = delivery.DeliveryNo,
            ParticipantNo = participant.ParticipantNo,
            Wave = entry.Request.Wave,
            Source = entry.Request.Source,
            FormVersionNo = entry.FormVersionNo,
            DoneOn = DateOnly.FromDateTime(now.UtcDateTime),
            Opportunity = score.Items.Any(points => points is not null),
            Points = score.Earned.Ticks,
            CorrectionReason = entry.Request.CorrectionReason,
            EnteredAt = now,
        };
    }
}
