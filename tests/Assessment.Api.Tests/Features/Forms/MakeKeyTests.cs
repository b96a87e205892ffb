using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Forms;
using Assessment.Api.Features.Reports;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features.Forms;

/// <summary>New keys and what they do to attempts. Points of item q: 1 for b; of item j: 2 times the weight.</summary>
public sealed class MakeKeyTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!;
    private Guid form;

    private string Item => $"/api/forms/{form}/items/j";

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(4);
        form = (await agency.Admin.PostAsync<ImportForm.Answer>("/api/forms?shared=true", AssessmentApplicationForms.File(AssessmentApplicationPanels.Form()))).FormId;
        (await agency.Admin.PostAsync($"/api/forms/{form}/publish")).EnsureSuccessStatusCode();
        (await agency.Admin.PutAsync($"/api/forms/{form}/feedback", new { feedback = "objectives" })).EnsureSuccessStatusCode();
        door = await people.OpenAsync("pre", form);
    }

    [Test]
    public async Task A_new_key_scores_submitted_attempts_again_and_notes_each_change()
    {
        var (b, a, blank) = (await TakeAsync(0, "b"), await TakeAsync(1, "a"), await TakeAsync(2, null));
        // Weight 3/8 of 2 points, and 1 for q.
        (await EarnedAsync(b), await EarnedAsync(a), await EarnedAsync(blank)).Should().Be((1.75, 3, 1));

        await RateThirdExpertAsync();
        (await EarnedAsync(b)).Should().Be(1.75, "a rating makes no key");
        // Sums 12, 10, 4: b has (10 - 4) / (12 - 4) = 3/4 of 2 points.
        var made = await MakeAsync("mean-weight");
        made.Should().BeEquivalentTo(new { KeyVersion = 2, Rescored = 3, Changed = 1 });
        made.Weights["b"].Should().Be(0.75m);
        (await EarnedAsync(b), await EarnedAsync(a), await EarnedAsync(blank)).Should().Be((2.5, 3, 1));

        // Votes 2, 1, 0: b has half of 2 points.
        (await MakeAsync("proportion-endorsement")).Should().BeEquivalentTo(new { KeyVersion = 3, Rescored = 3, Changed = 1 });
        (await EarnedAsync(b)).Should().Be(2);
        (await ChangesAsync(b)).Should().Equal((2, Ticks(1.75), Ticks(2.5)), (3, Ticks(2.5), Ticks(2)));
        (await ChangesAsync(a)).Should().BeEmpty();
        (await SheetAsync(b)).Points.Should().Be(Ticks(2));
        (await agency.Admin.GetAsync<ShowPanel.Answer>($"{Item}/panel")).Keys.Select(key => (key.Version, key.Method))
            .Should().Equal((1, "mean-weight"), (2, "mean-weight"), (3, "proportion-endorsement"));
    }

    [Test]
    public async Task A_running_attempt_is_scored_by_the_key_that_is_newest_when_it_is_handed_in()
    {
        var running = await StartAsync(0, "b");
        await RateThirdExpertAsync();
        (await MakeAsync("mean-weight")).Should().BeEquivalentTo(new { Rescored = 0, Changed = 0 });
        await running.SubmitAsync();
        (await SheetAsync(running)).Points.Should().Be(Ticks(2.5));
        (await ChangesAsync(running)).Should().BeEmpty();
    }

    [Test]
    public async Task Stored_scores_agree_with_the_check_of_reports_in_a_new_process_too()
    {
        await TakeAsync(0, "b");
        await RateThirdExpertAsync();
        await MakeAsync("mean-weight");
        await TakeAsync(1, "b");
        foreach (var forms in new[] { Application.Services.GetRequiredService<FormVersions>(), new FormVersions(Application.Services.GetRequiredService<Database>()) })
        {
            var rescored = await Application.ReadAsync(session => ScoreCheck.RunAsync(session, forms, agency.Number, default));
            rescored.Select(one => (one.Points, one.Agrees)).Should().Equal((Ticks(2.5), true), (Ticks(2.5), true));
        }
    }

    [Test]
    public async Task The_frozen_content_stays_and_the_key_is_kept_with_panel_and_reason()
    {
        var before = await VersionAsync();
        await RateThirdExpertAsync();
        await MakeAsync("consensus");
        (await VersionAsync()).Should().BeEquivalentTo(before);
        var key = (await Application.ReadAsync(session => new ItemKeyStore(session).List(before.FormVersionNo))).Single();
        key.Should().BeEquivalentTo(new
        {
            ItemNo = 2,
            KeyVersion = 2,
            Method = "consensus",
            Weights = """{"a":1,"b":0,"c":0}""",
            Panel = """{"ratings":[{"effectiveness":{"a":5,"b":3,"c":1},"rater":"e1"},{"effectiveness":{"a":5,"b":2,"c":1},"rater":"e2"},{"effectiveness":{"a":2,"b":5,"c":2},"rater":"e3"}],"steps":5}""",
            Reason = "A third expert",
        });
        key.MadeAt.Should().BeCloseTo(AssessmentApplication.FirstDay, TimeSpan.FromMinutes(5));
    }

    [Test]
    public async Task It_is_audited_once_in_each_agency_whose_scores_changed()
    {
        await TakeAsync(0, "b");
        var other = await Application.NewAgencyAsync();
        var others = await other.ClassAsync(1);
        var attempt = await others.StartAsync(await others.OpenAsync("pre", form));
        (await attempt.SaveAsync("j", "b", 1)).EnsureSuccessStatusCode();
        await attempt.SubmitAsync();
        await RateThirdExpertAsync();
        (await MakeAsync("mean-weight")).Should().BeEquivalentTo(new { Rescored = 2, Changed = 2 });
        (await Application.AuditRowsAsync(agency, "make.key")).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { ObjectId = form.ToString(), Reason = "A third expert", Actor = "key 1" });
        (await Application.AuditRowsAsync(other, "make.key")).Should().ContainSingle().Which.Actor.Should().Be($"key {agency.Number}.1");
        (await Application.ReadAsync(session => new AuditStore(session).FirstBroken(other.Number))).Should().BeNull();
    }

    [Test]
    public async Task A_shared_form_is_keyed_by_its_owner_alone_and_by_the_administrator()
    {
        var other = await Application.NewAgencyAsync();
        (await Problem.OfAsync(other.Admin.PostAsync($"{Item}/keys", Request("consensus")))).Should().BeEquivalentTo(new { Status = 404, Code = "not-found" });
        (await Problem.OfAsync((await agency.KeyAsync("trainer")).PostAsync($"{Item}/keys", Request("consensus")))).Code.Should().Be("role-missing");
        (await Application.AuditRowsAsync(other, "make.key")).Should().BeEmpty();
        (await Application.AuditRowsAsync(agency, "make.key")).Should().BeEmpty();
    }

    [Test]
    public async Task A_panel_that_gives_no_key_is_refused_and_changes_nothing()
    {
        var attempt = await TakeAsync(0, "b");
        (await agency.Admin.PutAsync($"{Item}/panel/e1", new { effectiveness = new { a = 1, b = 5, c = 1 } })).EnsureSuccessStatusCode();
        (await Problem.OfAsync(agency.Admin.PostAsync($"{Item}/keys", Request("consensus")))).Should().BeEquivalentTo(
            new { Status = 422, Code = "request-contradicts" }, "one expert votes for a, one for b");
        (await Problem.OfAsync(agency.Admin.PostAsync($"/api/forms/{form}/items/n/keys", Request("mean-weight")))).Code.Should().Be("request-contradicts", "nobody has rated");
        (await Application.AuditRowsAsync(agency, "make.key")).Should().BeEmpty();
        (await SheetAsync(attempt)).Points.Should().Be(Ticks(1.75));
    }

    [TestCase("authored", "Why")]
    [TestCase("mean-weight", "")]
    public async Task A_method_without_a_panel_and_a_missing_reason_cannot_be_read(string method, string reason) =>
        (await Problem.OfAsync(agency.Admin.PostAsync($"{Item}/keys", new { method, reason }))).Status.Should().Be(400);

    [Test]
    public async Task A_running_administration_keeps_its_form_version()
    {
        await agency.PublishAsync(AssessmentApplicationPanels.Form().Replace("Listen", "Hear him out", StringComparison.Ordinal));
        (await StartAsync(0, "a")).Form.Items[1].Options![0].Text.Should().Be("Listen");
        var later = await people.OpenAsync("post", form);
        Application.Clock.Set(AssessmentApplication.FirstDay.AddDays(1));
        (await people.StartAsync(later, 1)).Form.Items[1].Options![0].Text.Should().Be("Hear him out");
    }

    private static object Request(string method) => new { method, reason = "A third expert" };

    private static int Ticks(double points) => Points.Of(points).Ticks;

    private Task<MakeKey.Answer> MakeAsync(string method) => agency.Admin.PostAsync<MakeKey.Answer>($"{Item}/keys", Request(method));

    private async Task RateThirdExpertAsync() =>
        (await agency.Admin.PutAsync($"{Item}/panel/e3", new { effectiveness = new { a = 2, b = 5, c = 2 } })).EnsureSuccessStatusCode();

    private async Task<AssessmentApplicationAttempt> StartAsync(int person, string? judged)
    {
        var attempt = await people.StartAsync(door, person);
        (await attempt.SaveAsync("q", "b", 1)).EnsureSuccessStatusCode();
        if (judged is not null) (await attempt.SaveAsync("j", judged, 1)).EnsureSuccessStatusCode();
        return attempt;
    }

    private async Task<AssessmentApplicationAttempt> TakeAsync(int person, string? judged)
    {
        var attempt = await StartAsync(person, judged);
        await attempt.SubmitAsync();
        return attempt;
    }

    private static async Task<double> EarnedAsync(AssessmentApplicationAttempt attempt) =>
        (await attempt.Holder.GetAsync<ShowFeedback.Answer>($"/api/attempts/{attempt.Id}/feedback")).Objectives.Single(line => line.Objective == "all").Earned;

    private Task<ScoreSheetRow> SheetAsync(AssessmentApplicationAttempt attempt) => Application.ReadAsync(async session =>
        (await new ScoreSheetStore(session).Find(agency.Number, await NoAsync(session, attempt)))!);

    private Task<IEnumerable<(int Key, int Before, int After)>> ChangesAsync(AssessmentApplicationAttempt attempt) => Application.ReadAsync(async session =>
        (await new RescoringStore(session).List(agency.Number, await NoAsync(session, attempt))).Select(row => (row.KeyVersion, row.PointsBefore, row.PointsAfter)));

    private async Task<int> NoAsync(Session session, AssessmentApplicationAttempt attempt) =>
        (await new AttemptStore(session).Find(agency.Number, attempt.Id))!.AttemptNo;

    private Task<FormVersionRow> VersionAsync() => Application.ReadAsync(async session => (await new FormStore(session).FindPublished(agency.Number, form, null))!);
}
