using Assessment.Api.Auditing;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Interchange.Forms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Forms;

/// <summary>Takes a form file as a draft; a draft of the same form is replaced, a published version never.</summary>
internal static class ImportForm
{
    internal sealed record Answer(Guid FormId, int Version, int Items, double MaxPoints);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/forms", Handle)
        .Accepts<byte[]>("application/json").WithMetadata(new UploadAttribute())
        .RequireStaff(Role.AgencyAdmin).WithTags("Forms")
        .WithSummary("Imports a form file (schema assessment-form/1) as a draft. With ?shared=true other agencies may give it once it is published.");

    [Audited("import.form")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        HttpRequest file, bool? shared, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var saved = await SaveAsync(await Upload.ReadAsync(file, stop), shared ?? false, staff, database, clock.GetUtcNow(), stop);
        return saved.ToCreated(answer => $"/api/forms/{answer.FormId}");
    }

    /// <summary>Saves a form file as a draft.</summary>
    internal static async Task<Result<Answer>> SaveAsync(
        byte[] file, bool shared, Staff staff, Database database, DateTimeOffset now, CancellationToken stop)
    {
        var read = FormJson.Read(file);
        if (read.IsRefused)
        {
            return read.Refusal!;
        }

        var form = read.Value;
        return await database.WriteAsync(async session =>
        {
            var instrument = await FindOrAddInstrumentAsync(session, form.Instrument, shared, staff.AgencyId, now);
            if (instrument.IsRefused)
            {
                return instrument.Refusal!;
            }

            var store = new FormStore(session);
            var version = (await store.FindVersion(await store.SaveDraft(FormDrafts.Of(form, instrument.Value, now))))!;
            await Audit.RecordAsync(session, staff, "import.form", version.FormId, now);
            return (Result<Answer>)new Answer(version.FormId, version.Version, form.Items.Count, form.MaxPoints.Value);
        }, stop);
    }

    /// <summary>Kind and plane of an instrument are fixed when it is created; a file that says otherwise is refused.</summary>
    private static async Task<Result<int>> FindOrAddInstrumentAsync(
        Session session, Instrument instrument, bool shared, int agencyId, DateTimeOffset now)
    {
        var store = new InstrumentStore(session);
        var (kind, plane) = (FormWords.Of(instrument.Kind), FormWords.Of(instrument.Plane));
        if (await store.FindByName(agencyId, instrument.Identifier) is { } known)
        {
            return known.Kind == kind && known.Plane == plane
                ? known.InstrumentNo
                : Refusals.FormInvalid.Because(
                    "The instrument is there already with another kind or plane; these cannot change.",
                    new Place("instrument", $"It is of kind {known.Kind} on the plane {known.Plane}."));
        }

        return await store.Add(new InstrumentRow
        {
            InstrumentId = Secret.NewId(),
            OwnerAgencyId = agencyId,
            Identifier = instrument.Identifier,
            Title = instrument.Title,
            Kind = kind,
            Plane = plane,
            Shared = shared,
            CreatedAt = now,
        });
    }
}
