using System.IO.Compression;
using System.Net;
using System.Text;
using Assessment.Api.Tests.Features.Grants;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Reports;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class GrantReportTests(string engine)
{
    private TestDatabase database = null!;
    private AssessmentApplication app = null!;
    private GrantScene scene = null!;
    private Guid grantId;
    private Guid reportId;

    [OneTimeSetUp]
    public async Task PlayAsync()
    {
        database = TestDatabase.Create(engine);
        app = await AssessmentApplication.StartAsync(database.Connection);
        scene = await GrantScene.PlayAsync(app);
        grantId = await scene.AddGrantAsync();
        reportId = await scene.MakeReportAsync(grantId);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (app is not null) await app.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    [Test]
    public async Task Pdf_passes_the_audit_and_is_the_same_every_time()
    {
        var first = await scene.Admin.GetBytesAsync($"/api/reports/{reportId}/pdf");
        PdfUaAudit.Check(first).Should().BeEmpty();
        (await scene.Admin.GetBytesAsync($"/api/reports/{reportId}/pdf")).Should().Equal(first);
    }

    [Test]
    public async Task Tables_say_what_the_class_did()
    {
        var tables = await FilesAsync();
        tables["T2.csv"].Should().Contain("i. De-escalation tactics and alternatives to use of force,12,N/A,12,30.0").And.Contain("iv. Making referrals to community services,0,N/A,0,0.0");
        tables["T3.csv"].Should().Contain("30,12,40.0");
        tables["T4.csv"].Should().Contain("\"Submitted, no decision\",2026-03-02 to 2026-03-03,16.0,240,1 of 2,12,16,240,12");
        tables["T5.csv"].Should().Contain(",20.0,");
        tables["T10.csv"].Should().Contain("TEST-26-0001,\"$18,000\",\"$13,000\",\"$12,400\",\"$5,000\",3.3,0.0");
        tables["T9.csv"].Should().Contain("Staffing or availability").And.Contain(",5,");
    }

    [Test]
    public async Task Checks_count_what_was_not_entered()
    {
        var checks = (await FilesAsync())["T13.csv"];
        checks.Should().Contain("Classes in which every stored score follows from the answers,1,0,none needed")
            .And.Contain("Classes in which every item of the tests handed in was answered,0,1")
            .And.Contain("Months with contact volumes,0,12")
            .And.Contain("Officers employed stated for the last day of the fiscal year,0,1");
    }

    [TestCase("pdf", "OH9990701")]
    [TestCase("html", "OH9990702")]
    [TestCase("json", "OH9990703")]
    [TestCase("files", "OH9990704")]
    public async Task Report_is_the_agency_s_own(string form, string ori)
    {
        var other = await GrantScene.NewAgencyAsync(app, ori);
        using var answer = await other.Admin.SendAsync(HttpMethod.Get, $"/api/reports/{reportId}/{form}");
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var own = await scene.Admin.SendAsync(HttpMethod.Get, $"/api/reports/{reportId}/{form}");
        own.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task Award_of_another_agency_is_not_found()
    {
        var other = await GrantScene.NewAgencyAsync(app, "OH9990800");
        using var answer = await other.Admin.PostAsync($"/api/grants/{grantId}/reports", new { fiscalYear = 2026 });
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Day_in_the_future_is_refused()
    {
        using var answer = await scene.Admin.PostAsync($"/api/grants/{grantId}/reports", new { fiscalYear = 2026, asOf = "2099-01-01" });
        (await answer.Content.ReadAsStringAsync()).Should().Contain("request-contradicts");
    }

    [Test]
    public async Task Agency_without_officers_is_asked_for_its_strength()
    {
        var empty = await GrantScene.NewAgencyAsync(app, "OH9990900", officers: 0);
        var grant = await empty.AddGrantAsync();
        using var answer = await empty.Admin.PostAsync($"/api/grants/{grant}/reports", new { fiscalYear = 2026 });
        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("strength-missing");
    }

    private async Task<Dictionary<string, string>> FilesAsync()
    {
        using var zip = new ZipArchive(new MemoryStream(await scene.Admin.GetBytesAsync($"/api/reports/{reportId}/files")));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }
}
