using System.IO.Compression;
using System.Text;
using Assessment.Api.Features.Deliveries;
using Assessment.Api.Tests.Features.Grants;

namespace Assessment.Api.Tests.Features.Reports;

/// <summary>What is recorded about a class after it was planned reaches the grant report.</summary>
public sealed class DeliveredReportTests : ApplicationTests
{
    [Test]
    public async Task Corrected_minutes_and_the_trainers_checklist_are_printed()
    {
        var scene = await GrantScene.PlayAsync(Application);
        var delivery = $"/api/deliveries/{scene.DeliveryId}";
        await scene.Admin.PutAsync<RecordMinutes.Answer>(
            delivery + "/minutes", new { minutesDelivered = 900, scenarioMinutes = 210, correctionReason = "An exercise was cut." });
        await scene.Admin.PutAsync<RecordAdherence.Answer>(delivery + "/adherence", Checklist("trainer", "full"));
        await scene.Admin.PutAsync<RecordAdherence.Answer>(delivery + "/adherence", Checklist("independent", "no"));

        var report = await scene.MakeReportAsync(await scene.AddGrantAsync());

        (await TableAsync(scene, report, "T4.csv")).Should().Contain(",15.0,210,2 of 2,", "900 minutes are 15 hours, and the trainer's list is the one counted");
    }

    private static object Checklist(string observer, string delivered) => new
    {
        observer,
        correctionReason = "Checked again.",
        elements = new[] { new { number = 1, delivered, reason = "As seen." }, new { number = 2, delivered, reason = "As seen." } },
    };

    private static async Task<string> TableAsync(GrantScene scene, Guid report, string name)
    {
        await using var zip = new ZipArchive(new MemoryStream(await scene.Admin.GetBytesAsync($"/api/reports/{report}/files")));
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
