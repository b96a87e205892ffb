using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Forms;

/// <summary>Publishes the draft of a form: from now on the version is frozen and may be given.</summary>
internal static class PublishForm
{
    internal sealed record Answer(Guid FormId, int Version);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/forms/{formId:guid}/publish", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Forms")
        .WithSummary("Publishes the draft of a form; the version is frozen from then on.");

    [Audited("publish.form")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid formId, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var published = await database.WriteAsync(async session =>
        {
            var store = new FormStore(session);
            if (await store.FindVisible(staff.AgencyId, formId) is not { } version
                || await new InstrumentStore(session).Find(version.InstrumentNo) is not { } instrument
                || instrument.OwnerAgencyId != staff.AgencyId)
            {
                return Refusals.NotFound.Because("This agency has no form with this id.");
            }

            var missing = await MediaFiles.MissingAsync(session, version);
            if (missing.Count > 0)
            {
                return Refusals.FormInvalid.Because(
                    "Upload the files that the form names first.", missing.Select(path => new Place(path, "The file is missing.")).ToList());
            }

            if (!await store.Publish(version.FormVersionNo, now))
            {
                return Refusals.FormFrozen.Because($"Version {version.Version} is published already; import a new draft to change the form.");
            }

            await Audit.RecordAsync(session, staff, "publish.form", formId, now);
            return (Result<Answer>)new Answer(formId, version.Version);
        }, stop);
        return published.ToOk();
    }
}
