using System.Globalization;
using System.Security.Cryptography;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;

namespace Assessment.Api.Features.Bundles;

/// <summary>Takes bundles in, all or nothing: out of the main server on a box, from a box home on the main server.</summary>
internal sealed class BundleImport(Database database, FormVersions forms)
{
    private static readonly Refusal
        NoBundle = Refusals.BundleInvalid.Because("The file is no bundle of this program, or was cut off."),
        Foreign = Refusals.BundleInvalid.Because("This installation gave no class to the box that the bundle is from."),
        Changed = Refusals.BundleInvalid.Because("The bundle was changed on its way; fetch it again."),
        Misfit = Refusals.BundleInvalid.Because("What the bundle holds does not fit this program's data; both ends need the same version.");

    /// <param name="Way">out, or home.</param>
    /// <param name="Box">The box.</param>
    /// <param name="Classes">Ids of the classes.</param>
    /// <param name="Counts">By noun how many are new, changed and known.</param>
    /// <param name="Remarks">What was decided in merging; a person's answers and scores are never named.</param>
    internal sealed record Answer(
        string Way, Guid Box, IReadOnlyList<Guid> Classes, IReadOnlyDictionary<string, Brought> Counts, IReadOnlyList<Place> Remarks);

    /// <summary>Writes the audit entry of an import: the transaction, the agency, the box, and what came.</summary>
    internal delegate Task Record(Session session, int agencyId, Guid box, string reason);

    /// <summary>Brings classes home.</summary>
    /// <param name="file">The bundle.</param>
    /// <param name="mayBring">Whether the caller may bring classes of this agency; for who may not, the box is unknown.</param>
    /// <param name="record">Writes the audit entry.</param>
    /// <param name="stop">Stops the work; nothing is written then.</param>
    public Task<Result<Answer>> HomeAsync(byte[] file, Func<int, bool> mayBring, Record record, CancellationToken stop)
    {
        if (BundleSeal.Read(file) is not { Way: BundleWay.Home } sealedBundle)
        {
            return Refused(NoBundle);
        }

        return WriteAsync(async session =>
        {
            if (await new BoxStore(session).Find(sealedBundle.Box) is not { SigningKey: null } box || !mayBring(box.AgencyId))
            {
                return Foreign;
            }

            if (!BundleSeal.IsSignedBy(sealedBundle, box.VerifyKey) || BundleSeal.Open(sealedBundle, box.Secret) is not { } content)
            {
                return Changed;
            }

            var agency = (await new AgencyStore(session).Find(box.AgencyId))!;
            return Bundle.Read(content) is { Box: null } bundle && bundle.Agency.AgencyUuid == agency.AgencyUuid
                ? await MergeAsync(session, sealedBundle, bundle, record, stop)
                : Misfit;
        }, stop);
    }

    /// <summary>Takes classes in on a box. The passphrase that opens the bundle vouches for it.</summary>
    public Task<Result<Answer>> OutAsync(byte[] file, string? passphrase, Record record, CancellationToken stop)
    {
        if (BundleSeal.Read(file) is not { Way: BundleWay.Out } sealedBundle)
        {
            return Refused(NoBundle);
        }

        if (BundleSeal.Passphrase(passphrase) is not { } secret || BundleSeal.Open(sealedBundle, secret) is not { } content)
        {
            return Refused(Refusals.BundleInvalid.Because("The passphrase is another one, or the bundle was changed on its way."));
        }

        if (Bundle.Read(content) is not { Box: { } keys } bundle || KeysOf(keys) is not { } verifyKey)
        {
            return Refused(Misfit);
        }

        if (!BundleSeal.IsSignedBy(sealedBundle, verifyKey))
        {
            return Refused(Changed);
        }

        return WriteAsync(async session =>
        {
            var boxes = new BoxStore(session);
            if (await boxes.Find(sealedBundle.Box) is { SigningKey: null })
            {
                return Refusals.BundleInvalid.Because("The class is at home here; import the bundle on the box.");
            }

            var merged = await MergeAsync(session, sealedBundle, bundle, record, stop);
            if (!merged.IsRefused)
            {
                var agency = (await new AgencyStore(session).FindByUuid(bundle.Agency.AgencyUuid))!;
                await boxes.Add(new BoxRow
                {
                    AgencyId = agency.AgencyId, BoxId = sealedBundle.Box, Secret = keys.Secret, VerifyKey = verifyKey,
                    SigningKey = keys.SigningKey, MadeAt = bundle.MadeAt,
                });
            }

            return merged;
        }, stop);
    }

    private static Task<Result<Answer>> Refused(Refusal refusal) => Task.FromResult<Result<Answer>>(refusal);

    /// <summary>The public half of a signing key; null when it is no key.</summary>
    private static byte[]? KeysOf(BoxKeys keys)
    {
        try
        {
            using var signer = ECDsa.Create();
            signer.ImportPkcs8PrivateKey(keys.SigningKey, out _);
            return signer.ExportSubjectPublicKeyInfo();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A row that the schema does not take refuses the bundle: whoever signed it, it is no fault of this program.</summary>
    private async Task<Result<Answer>> WriteAsync(Func<Session, Task<Result<Answer>>> work, CancellationToken stop)
    {
        try
        {
            return await database.WriteAsync(work, stop);
        }
        catch (Exception exception) when (Dialect.IsConstraintViolation(exception))
        {
            return Misfit;
        }
    }

    private async Task<Result<Answer>> MergeAsync(Session session, SealedBundle head, Bundle bundle, Record record, CancellationToken stop)
    {
        var tally = new MergeTally();
        var material = await new MaterialMerge(session, tally, adds: head.Way == BundleWay.Out).RunAsync(bundle.Agency, bundle.Material);
        if (material.Agencies.GetValueOrDefault(bundle.Agency.AgencyId) is { } agency)
        {
            if (head.Way == BundleWay.Out) await SettingsAsync(session, agency.AgencyId, bundle);
            foreach (var carried in bundle.Classes)
            {
                if (await new ClassMerge(session, material, agency, tally).RunAsync(carried) is { } numbers)
                {
                    var merge = new AttemptMerge(session, numbers, forms, tally, stop);
                    var attempts = await merge.RunAsync(carried, material);
                    await new RatingMerge(session, numbers, forms, tally, stop).RunAsync(carried, attempts);
                    await merge.CompareAsync(carried, attempts);
                }

                if (carried.FollowUpsLeft > 0)
                {
                    tally.Remark($"class {carried.Delivery.DeliveryId}", $"{carried.FollowUpsLeft} follow-up checklists stay on the box; enter them here.");
                }
            }

            if (tally.Faults.Count == 0) await record(session, agency.AgencyId, head.Box, Reason(bundle, tally));
        }

        return tally.Faults.Count == 0
            ? new Answer(head.Way.Word(), head.Box, [.. bundle.Classes.Select(one => one.Delivery.DeliveryId)], tally.Counts, tally.Remarks)
            : Refusals.BundleInvalid.Because("Things that the bundle names are not here; nothing was imported.", tally.Faults);
    }

    /// <summary>What the agency's notices and waves follow from.</summary>
    private static async Task SettingsAsync(Session session, int agencyId, Bundle bundle)
    {
        var studies = new StudyStore(session);
        foreach (var title in bundle.Material.Studies.Except(await studies.TitlesOfMember(agencyId)))
        {
            // The notice names the title; host, outcomes and plan stay on the main server.
            var study = new StudyRow { AgencyId = agencyId, StudyId = Secret.NewId(), Title = title, DesignClass = "D", Outcomes = "[]", Plan = "{}", CreatedAt = bundle.MadeAt };
            var studyNo = await studies.Add(study);
            await studies.AddMember(new StudyAgencyRow { AgencyId = agencyId, StudyNo = studyNo, MemberAgencyId = agencyId, JoinedOn = DateOnly.FromDateTime(bundle.MadeAt.UtcDateTime) });
        }

        var waves = new WaveStore(session);
        foreach (var wave in bundle.Material.Waves.Except(await waves.List(agencyId)))
        {
            if (wave is { WindowFromMonths: { } from, WindowToMonths: { } to }) await waves.SetWindow(agencyId, wave.Code, from, to);
        }
    }

    /// <summary>For the audit: which bundle, how many of what, and where the box's own audit ends.</summary>
    private static string Reason(Bundle bundle, MergeTally tally)
    {
        var counts = tally.Counts.Select(one => string.Create(
            CultureInfo.InvariantCulture, $"{one.Key} {one.Value.Added} new, {one.Value.Changed} changed, {one.Value.There} known"));
        return string.Join("; ", counts.Append($"made {bundle.MadeAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}")
            .Concat(bundle.AuditHead is { } head ? [$"the box's audit ends with {head}"] : []));
    }
}
