using System.CommandLine;
using System.Text;
using System.Text.Json;
using Assessment.Api.Features.Demo;
using Assessment.Api.Features.Reports;
using Assessment.Api.Hosting;
using Assessment.Data;
using Assessment.Evaluation.Findings;
using Assessment.Statistics;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Demo;

/// <summary>
/// Plays the sample study once, through HTTP, and holds what comes out against samples/academy-study/expected/results.json,
/// which an independent R script computed from the study's files.
/// </summary>
public class DemoTests
{
    private const double Agreement = 1e-8;

    private string folder = "";
    private int exitCode;
    private StudyFindings findings = null!;
    private JsonElement expected;

    [OneTimeSetUp]
    public async Task Play()
    {
        folder = Directory.CreateTempSubdirectory("assessment-demo-").FullName;
        exitCode = await DemoCommand.RunAsync(folder, null, serve: false, CancellationToken.None);
        using var database = Database.Open(Path.Combine(folder, "assessment.db"));
        var json = await database.ReadAsync(session => session.Value<string>("SELECT findings FROM analysis_run"));
        findings = FindingsJson.Read(Encoding.UTF8.GetBytes(json));
        var study = Path.Combine(AppContext.BaseDirectory, "samples", "academy-study");
        expected = JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(study, "expected", "results.json"))).GetProperty("study");
    }

    [OneTimeTearDown]
    public void Clean() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Demo_ends_well() => exitCode.Should().Be(ExitCodes.Done);

    [TestCase("dekt.total"), TestCase("dekt.DE_ALT"), TestCase("dekt.CRISIS_DIS"), TestCase("dekt.CIT_PART"), TestCase("dekt.REFERRAL")]
    [TestCase("dekt.knowledge"), TestCase("dekt.skill"), TestCase("confidence")]
    public void Gain_equals_the_independent_result(string measure)
    {
        var gain = Gain(measure, "all", "pre", "post");
        Holds(gain, expected.GetProperty("measures").GetProperty(measure));
    }

    [TestCase("dekt.total", "A-B", "order:A>B"), TestCase("dekt.total", "B-A", "order:B>A")]
    [TestCase("dekt.skill", "A-B", "order:A>B"), TestCase("dekt.DE_ALT", "B-A", "order:B>A")]
    public void Gain_by_order_of_forms_equals_the_independent_result(string measure, string order, string group) =>
        Holds(Gain(measure, group, "pre", "post"), expected.GetProperty("by_form_order").GetProperty(order).GetProperty(measure));

    [TestCase("dekt.total", "post", "follow_up_minus_post"), TestCase("dekt.total", "pre", "follow_up_minus_pre")]
    [TestCase("confidence", "post", "follow_up_minus_post"), TestCase("dekt.REFERRAL", "post", "follow_up_minus_post")]
    public void Retention_equals_the_independent_result(string measure, string earlier, string comparison)
    {
        var retention = expected.GetProperty("measures").GetProperty(measure).GetProperty("retention").GetProperty(comparison);
        var change = (Estimate)Gain(measure, "all", earlier, "follow-up-6m").Gain;
        change.N.Should().Be(retention.GetProperty("n").GetInt32());
        Near(change.Value, retention.GetProperty("mean"));
        Near(change.Interval!, retention.GetProperty("ci"));
    }

    [Test]
    public void Pass_rates_equal_the_independent_result()
    {
        var pairs = expected.GetProperty("passing").GetProperty("pairs");
        var change = Instrument("dekt").PassChanges.Single(pass => pass.Later == "post");
        (change.FailPass, change.PassFail).Should().Be((pairs.GetProperty("fail_pass").GetInt32(), pairs.GetProperty("pass_fail").GetInt32()));
        Near(change.PExact, pairs.GetProperty("p_exact"));
        Near(((Estimate)change.Difference).Interval!, pairs.GetProperty("difference_ci"));
        foreach (var wave in Instrument("dekt").Passes)
        {
            var rate = expected.GetProperty("passing").GetProperty("by_wave").GetProperty(wave.Wave);
            wave.Passed.Count.Should().Be(rate.GetProperty("passed").GetInt32());
            Near(((Estimate)wave.Passed.Rate).Interval!, rate.GetProperty("wilson_ci"));
        }
    }

    [TestCase("dekt", "dekt-a", 30), TestCase("dekt", "dekt-b", 30), TestCase("confidence", "confidence", 10)]
    public void Reliability_equals_the_independent_result(string instrument, string form, int items)
    {
        foreach (var wave in new[] { "pre", "post", "follow-up-6m" })
        {
            var reliability = expected.GetProperty("reliability").GetProperty($"{form}.{wave}");
            var finding = Instrument(instrument).Reliabilities.Single(one => one.Wave == wave && one.Form.StartsWith(form, StringComparison.Ordinal));
            (finding.N, finding.Items).Should().Be((reliability.GetProperty("n").GetInt32(), items));
            Near(((Estimate)finding.Alpha).Value, reliability.GetProperty("alpha"));
            Near(((Estimate)finding.Alpha).Interval!, reliability.GetProperty("alpha_ci"));
            // The expected value is in points; findings state it in the units of the score.
            Near(finding.StandardErrorOfMeasurement!.Value * items / (instrument == "dekt" ? 100 : 1), reliability.GetProperty("sem"));
        }
    }

    [TestCase("self"), TestCase("supervisor")]
    public void Use_on_the_job_equals_the_independent_result(string source)
    {
        var application = expected.GetProperty("application").GetProperty(source);
        var score = (Estimate)findings.Instruments.Single(one => one.Source == source).FollowUps.Single(wave => wave.Wave == "follow-up-6m").Score;
        score.N.Should().Be(application.GetProperty("n").GetInt32());
        Near(score.Value / 100, application.GetProperty("mean"));
        Near(score.Interval! with { Lower = score.Interval!.Lower / 100, Upper = score.Interval.Upper / 100 }, application.GetProperty("ci"));
    }

    [TestCase("OH9990600"), TestCase("OH9990400"), TestCase("NM9990100")]
    public void Report_passes_the_accessibility_audit_and_follows_from_its_data(string ori)
    {
        var pdf = Path.Combine(folder, $"grant-report-{ori}.pdf");
        PdfUaAudit.Check(File.ReadAllBytes(pdf)).Should().BeEmpty();
        VerifyReportCommand.Build().Parse([pdf]).Invoke(new InvocationConfiguration { Output = TextWriter.Null, Error = TextWriter.Null })
            .Should().Be(ExitCodes.Done);
    }

    [Test]
    public void Release_holds_consenting_people_and_nothing_that_names_them()
    {
        var scores = File.ReadAllLines(Path.Combine(folder, "release", "scores.csv"));
        scores.Should().HaveCount(1 + expected.GetProperty("enrolled").GetInt32());
        scores[0].Split(',').Should().Contain(["officer_code", "dekt_pre", "dekt_post"]).And.NotContain(["name", "ori", "agency"]);
    }

    private static void Holds(GainFinding gain, JsonElement result)
    {
        gain.NPairs.Should().Be(result.GetProperty("n_pairs").GetInt32());
        Near(gain.MeanEarlier!.Value, result.GetProperty("mean_pre"));
        Near(gain.SdEarlier!.Value, result.GetProperty("sd_pre"));
        Near(gain.MeanLater!.Value, result.GetProperty("mean_post"));
        Near(gain.SdLater!.Value, result.GetProperty("sd_post"));
        Near(((Estimate)gain.Gain).Value, result.GetProperty("gain").GetProperty("mean"));
        Near(((Estimate)gain.Gain).Interval!, result.GetProperty("gain").GetProperty("ci"));
        var clustered = result.GetProperty("clustered");
        Near(((Estimate)gain.ClusteredGain).Interval!, clustered.GetProperty("ci"));
        Near(gain.Icc!.Value, clustered.GetProperty("icc"));
        Near(gain.DesignEffect!.Value, clustered.GetProperty("design_effect"));
        var effect = result.GetProperty("effect");
        Near(((Estimate)gain.HedgesGav).Value, effect.GetProperty("g_av"));
        Near(((Estimate)gain.HedgesGav).Interval!, effect.GetProperty("g_av_ci"));
        Near(((Estimate)gain.CohensDz).Value, effect.GetProperty("d_z"));
        Near(((Estimate)gain.CohensDz).Interval!, effect.GetProperty("d_z_ci"));
        if (gain.HakeClassGain is Estimate hake)
        {
            Near(hake.Interval!, result.GetProperty("hake").GetProperty("ci"));
        }
    }

    private GainFinding Gain(string measure, string group, string earlier, string later)
    {
        var parts = measure.Split('.', 2);
        return Instrument(parts[0]).Gains.Single(gain =>
            gain.Scale.Code == (parts.Length == 2 ? parts[1] : "total") && gain.Group.Code == group && gain.Earlier == earlier && gain.Later == later);
    }

    private InstrumentFindings Instrument(string name) => findings.Instruments.Single(one => one.Instrument == name);

    private static void Near(Interval interval, JsonElement limits)
    {
        Near(interval.Lower, limits[0]);
        Near(interval.Upper, limits[1]);
    }

    private static void Near(double value, JsonElement expected) =>
        value.Should().BeApproximately(expected.GetDouble(), Math.Max(1e-12, Agreement * Math.Abs(expected.GetDouble())));
}
