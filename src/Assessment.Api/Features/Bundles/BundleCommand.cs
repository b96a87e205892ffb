using System.CommandLine;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Operations;
using Assessment.Api.Hosting;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;

namespace Assessment.Api.Features.Bundles;

/// <summary>The verbs <c>bundle export</c> and <c>bundle import</c>: a class carried to a classroom box and home again.</summary>
internal static class BundleCommand
{
    public static Command Build() => new("bundle", "Carry a class to a classroom box and home again.") { Export(), Import() };

    private static Command Export()
    {
        var delivery = new Option<Guid?>("--delivery") { Description = "The class; without it, all of a box, or on the main server none, only what classes are made with." };
        var agency = new Option<Guid?>("--agency") { Description = "The agency; needed without --delivery where there are several." };
        var output = new Option<string>("--out") { Description = "The file to write.", Required = true };
        var (database, json) = (DatabaseOption.New(), JsonOption.New());
        var command = new Command("export", "Write a class to a file: out to a box, or from the box home.") { delivery, agency, output, database, json };
        command.SetAction((parsed, stop) => ExportAsync(
            (parsed.GetValue(delivery), parsed.GetValue(agency), parsed.GetValue(output)!), parsed.GetValue(database)!,
            new VerbOutput(parsed.InvocationConfiguration, parsed.GetValue(json)), stop));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "The bundle." };
        var (database, json) = (DatabaseOption.New(), JsonOption.New());
        var command = new Command("import", "Take a class in: on a box, or from the box home. A passphrase is read from standard input.") { file, database, json };
        command.SetAction((parsed, stop) => ImportAsync(
            parsed.GetValue(file)!, parsed.GetValue(database)!, new VerbOutput(parsed.InvocationConfiguration, parsed.GetValue(json)), stop));
        return command;
    }

    private static async Task<int> ExportAsync(
        (Guid? Delivery, Guid? Agency, string Out) order, string connection, VerbOutput output, CancellationToken stop)
    {
        await using var database = Database.Open(connection);
        Migrator.Migrate(database);
        var now = Clock.System.GetUtcNow();
        var made = await database.WriteAsync(async session =>
        {
            if (await AgencyAsync(session, order.Delivery, order.Agency) is not { } agency)
            {
                return Refusals.NotFound.Because("There is no such class or agency; where there are several agencies, name one with --agency.");
            }

            var answer = await ExportBundle.MakeAsync(session, agency, await DeliveriesAsync(session, agency, order.Delivery), now);
            await Audit.RecordAtMachineAsync(session, agency.AgencyId, "export.bundle", order.Delivery ?? agency.AgencyUuid, now, answer.FileName);
            return (Result<ExportBundle.Answer>)answer;
        }, stop);
        if (made.IsRefused)
        {
            return output.Refused(made.Refusal!);
        }

        await WriteAsync(order.Out, made.Value.Bundle, stop);
        var (passphrase, way) = (made.Value.Passphrase, made.Value.Way);
        return output.Done(
            new { file = order.Out, way, passphrase },
            passphrase is null ? $"{order.Out} goes home: bundle import on the main server." : $"{order.Out} goes to the box. Passphrase, shown this once: {passphrase}");
    }

    private static async Task<AgencyRow?> AgencyAsync(Session session, Guid? deliveryId, Guid? agencyUuid)
    {
        var named = (await new AgencyStore(session).List()).Where(one => agencyUuid is null || one.AgencyUuid == agencyUuid).ToList();
        if (deliveryId is null)
        {
            return named is [var only] ? only : null;
        }

        foreach (var agency in named)
        {
            if (await new DeliveryStore(session).Find(agency.AgencyId, deliveryId.Value) is not null) return agency;
        }

        return null;
    }

    private static async Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync(Session session, AgencyRow agency, Guid? deliveryId) =>
        deliveryId is { } id ? [(await new DeliveryStore(session).Find(agency.AgencyId, id))!]
        : await new BoxStore(session).Own(agency.AgencyId) is null ? []
        : await new DeliveryStore(session).List(agency.AgencyId);

    /// <summary>Under another name first; for nobody else to read.</summary>
    private static async Task WriteAsync(string path, byte[] content, CancellationToken stop)
    {
        var partly = path + ".part";
        await PrivateFile.WriteAsync(partly, content, stop);
        File.Move(partly, path, overwrite: true);
    }

    private static async Task<int> ImportAsync(string path, string connection, VerbOutput output, CancellationToken stop)
    {
        if (!File.Exists(path))
        {
            return output.Usage($"There is no file {path}.");
        }

        var file = await File.ReadAllBytesAsync(path, stop);
        await using var database = Database.Open(connection);
        Migrator.Migrate(database);
        var imports = new BundleImport(database, new FormVersions(database));
        var imported = BundleSeal.Read(file) is { Way: BundleWay.Out }
            ? await imports.OutAsync(file, Passphrase(output), RecordAsync, stop)
            : await imports.HomeAsync(file, _ => true, RecordAsync, stop);
        if (imported.IsRefused)
        {
            return output.Refused(imported.Refusal!);
        }

        foreach (var remark in imported.Value.Remarks)
        {
            output.Note($"{remark.Where}: {remark.Problem}");
        }

        var answer = imported.Value;
        return output.Done(
            new { answer.Way, answer.Box, answer.Classes, answer.Counts, answer.Remarks },
            string.Join('\n', answer.Counts.Select(one => $"{one.Key}: {one.Value.Added} new, {one.Value.Changed} changed, {one.Value.There} known")));
    }

    private static string? Passphrase(VerbOutput output)
    {
        output.Note("Passphrase of the bundle:");
        return Console.In.ReadLine();
    }

    private static Task RecordAsync(Session session, int agencyId, Guid box, string reason) =>
        Audit.RecordAtMachineAsync(session, agencyId, "import.bundle", box, Clock.System.GetUtcNow(), reason);
}
