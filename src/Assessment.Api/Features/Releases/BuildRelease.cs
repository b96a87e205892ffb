using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Assessment.Release;
using Assessment.Release.Package;
using Assessment.Release.Profiles;
using Assessment.Release.Pseudonyms;
using Assessment.Release.Table;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Releases;

/// <summary>
/// Builds the public file of a study's wave scores and enters it in the ledger. The key of its codes lives only while the
/// file is built, so the file cannot be built a second time with the same codes: what is answered is the only copy.
/// </summary>
internal static class BuildRelease
{
    /// <param name="Name">Name of the release, such as "2026-R1".</param>
    /// <param name="Producer">Organization that answers for the file; never an agency of the study.</param>
    /// <param name="Contact">Where readers ask.</param>
    /// <param name="Profile">The release profile; null takes the public default.</param>
    internal sealed record Request(
        [property: Required, RegularExpression("^[A-Za-z0-9-]{1,32}$")] string Name,
        [property: Required, StringLength(200, MinimumLength = 2)] string Producer,
        [property: Required, StringLength(200, MinimumLength = 2)] string Contact,
        JsonElement? Profile);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/studies/{studyId:guid}/releases", Handle)
        .RequireStaff(Role.Evaluator, Role.PrivacyOfficer).WithTags("Releases")
        .Produces<byte[]>(StatusCodes.Status200OK, "application/zip")
        .WithSummary("Builds the anonymized public package of a study (zip), or refuses and says what would help.");

    [Audited("build.release")]
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid studyId, Request request, Staff staff, Database database, FormVersions forms, TimeProvider clock, CancellationToken stop)
    {
        var profile = request.Profile is { } given ? ReleaseProfile.Read(given.GetRawText()) : ReleaseProfile.PublicDefault;
        if (profile.IsRefused)
        {
            return profile.Refusal!.ToProblem();
        }

        var snapshot = await database.ReadAsync(session => ReleaseSnapshot.ReadAsync(session, studyId, request.Name, staff, forms, stop), stop);
        if (snapshot.IsRefused)
        {
            return snapshot.Refusal!.ToProblem();
        }

        var table = Deidentify(profile.Value, snapshot.Value);
        if (table.IsRefused)
        {
            return table.Refusal!.ToProblem();
        }

        var now = clock.GetUtcNow();
        var facts = new ReleaseFacts(snapshot.Value.Study.Title, request.Producer, request.Contact, DateOnly.FromDateTime(now.UtcDateTime));
        using var package = new MemoryStream();
        ReleasePackage.WriteZip(table.Value, facts, package);
        await EnterAsync(database, snapshot.Value, profile.Value, table.Value, package.ToArray(), staff, now, stop);
        return TypedResults.File(package.ToArray(), "application/zip", $"{request.Name}.zip");
    }

    private static Result<DeidentifiedTable> Deidentify(ReleaseProfile profile, ReleaseSnapshot snapshot)
    {
        using var key = ReleaseKey.Create();
        return Deidentifier.Apply(profile, snapshot.Input, key);
    }

    private static Task<bool> EnterAsync(
        Database database, ReleaseSnapshot snapshot, ReleaseProfile profile, DeidentifiedTable table, byte[] package, Staff staff,
        DateTimeOffset now, CancellationToken stop) =>
        database.WriteAsync(async session =>
        {
            var id = Secret.NewId();
            await new ReleaseStore(session).Add(new ReleaseRow
            {
                AgencyId = staff.AgencyId,
                ReleaseId = id,
                StudyNo = snapshot.Study.StudyNo,
                Product = "public",
                Profile = profile.ToJson(),
                Counts = JsonSerializer.Serialize(new { rows = table.Rows.Length, smallestClass = table.SmallestClass }),
                SnapshotHash = snapshot.InputSha256,
                PackageHash = Convert.ToHexStringLower(SHA256.HashData(package)),
                State = "built",
                RequestedBy = $"key {staff.KeyNo}",
                ProgramVersion = ProgramVersion.Text,
                CreatedAt = now,
            });
            await new StudyStore(session).Freeze(staff.AgencyId, snapshot.Study.StudyNo, now);
            await Audit.RecordAsync(session, staff, "build.release", id, now);
            return true;
        }, stop);
}
