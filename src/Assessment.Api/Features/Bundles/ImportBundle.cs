using Assessment.Api.Auditing;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Bundles;

/// <summary>Brings a class home from its classroom box, by the address of the main server.</summary>
internal static class ImportBundle
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/bundles", Handle)
        .Accepts<byte[]>("application/octet-stream").WithMetadata(new UploadAttribute())
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Bundles")
        .WithSummary("Brings a class home from its classroom box; bringing the same bundle again changes nothing.");

    [Audited("import.bundle")]
    internal static async Task<Results<Ok<BundleImport.Answer>, ProblemHttpResult>> Handle(
        HttpRequest file, Staff staff, BundleImport imports, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var imported = await imports.HomeAsync(
            await Upload.ReadAsync(file, stop),
            agencyId => agencyId == staff.AgencyId,
            (session, _, box, reason) => Audit.RecordAsync(session, staff, "import.bundle", box, now, reason),
            stop);
        return imported.ToOk();
    }
}
