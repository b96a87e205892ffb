using System.Security.Cryptography;
using Assessment.Api.Auditing;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Bundles;

/// <summary>
/// Makes the file in which a class is carried: from the main server out to a classroom box, with a passphrase, or from the box
/// home, with the keys that came with it.
/// </summary>
internal static class ExportBundle
{
    /// <param name="FileName">A name for the file.</param>
    /// <param name="Way">out, or home.</param>
    /// <param name="Passphrase">Opens the bundle on the box; shown this once, and null on the way home.</param>
    /// <param name="Bundle">The file, in Base64.</param>
    internal sealed record Answer(string FileName, string Way, string? Passphrase, byte[] Bundle);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/deliveries/{deliveryId:guid}/bundles", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Bundles")
        .WithSummary("Makes the bundle in which a class is carried to a classroom box, or from the box home.");

    [Audited("export.bundle")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var made = await database.WriteAsync(async session =>
        {
            if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery)
            {
                return Refusals.NotFound.Because("There is no class with this id.");
            }

            var answer = await MakeAsync(session, (await new AgencyStore(session).Find(staff.AgencyId))!, [delivery], now);
            await Audit.RecordAsync(session, staff, "export.bundle", deliveryId, now, answer.FileName);
            return (Result<Answer>)answer;
        }, stop);
        return made.ToOk();
    }

    /// <summary>The bundle of some classes of an agency; without a class it holds what classes are made with.</summary>
    public static async Task<Answer> MakeAsync(Session session, AgencyRow agency, IReadOnlyList<DeliveryRow> deliveries, DateTimeOffset now) =>
        await new BoxStore(session).Own(agency.AgencyId) is { SigningKey: { } signing } box
            ? await HomeAsync(session, agency, box, signing, deliveries, now)
            : await OutAsync(session, agency, deliveries, now);

    private static async Task<Answer> OutAsync(Session session, AgencyRow agency, IReadOnlyList<DeliveryRow> deliveries, DateTimeOffset now)
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (passphrase, secret, boxId) = (Secret.NewPassphrase(), Secret.NewBoxSecret(), Secret.NewId());
        await new BoxStore(session).Add(new BoxRow
        {
            AgencyId = agency.AgencyId, BoxId = boxId, Secret = secret, VerifyKey = signer.ExportSubjectPublicKeyInfo(), MadeAt = now,
        });
        var classes = new List<CarriedClass>();
        foreach (var delivery in deliveries)
        {
            classes.Add(await new ClassReader(session, delivery).OutAsync());
        }

        var material = await new MaterialReader(session, agency).WholeAsync(classes);
        var bundle = new Bundle(ProgramVersion.Text, now, agency, material, classes) { Box = new BoxKeys(secret, signer.ExportPkcs8PrivateKey()) };
        var file = BundleSeal.Close(BundleWay.Out, boxId, BundleSeal.Passphrase(passphrase)!, signer, bundle.Write());
        return Answered(boxId, BundleWay.Out, passphrase, file);
    }

    private static async Task<Answer> HomeAsync(
        Session session, AgencyRow agency, BoxRow box, byte[] signing, IReadOnlyList<DeliveryRow> deliveries, DateTimeOffset now)
    {
        using var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(signing, out _);
        var classes = new List<CarriedClass>();
        foreach (var delivery in deliveries)
        {
            classes.Add(await new ClassReader(session, delivery).HomeAsync());
        }

        var material = await new MaterialReader(session, agency).NamesAsync(classes);
        var bundle = new Bundle(ProgramVersion.Text, now, agency, material, classes)
        {
            AuditHead = await new AuditStore(session).Head(agency.AgencyId),
        };
        return Answered(box.BoxId, BundleWay.Home, null, BundleSeal.Close(BundleWay.Home, box.BoxId, box.Secret, signer, bundle.Write()));
    }

    private static Answer Answered(Guid box, BundleWay way, string? passphrase, byte[] file) =>
        new($"class-{box.ToString("N")[..8]}-{way.Word()}.bundle", way.Word(), passphrase, file);
}
