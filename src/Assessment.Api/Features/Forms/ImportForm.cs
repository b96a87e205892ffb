using Assessment.Api.Auditing;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
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
        var read = FormJson.Read(await Upload.ReadAsync(file, stop));
        if (read.IsRefused)
        {
            return read.Refusal!.ToProblem();
        }

        var now = clock.GetUtcNow();
        var saved = await database.WriteAsync(async session =>
        {
            var store = new FormStore(session);
            var draft = await store.SaveDraft(new FormDraft
            {
                OwnerAgencyId = staff.AgencyId,
                Form = read.Value,
                Content = FormJson.Write(read.Value),
                Shared = shared ?? false,
                SavedAt = now,
                NewInstrumentId = Secret.NewId(),
                NewFormId = Secret.NewId(),
            });
            if (!draft.IsRefused)
            {
                await Audit.RecordAsync(session, staff, "import.form", draft.Value.FormId, now);
            }

            return draft.Then(row => (Result<Answer>)new Answer(row.FormId, row.Version, read.Value.Items.Count, read.Value.MaxPoints.Value));
        }, stop);
        return saved.ToCreated(answer => $"/api/forms/{answer.FormId}");
    }
}
