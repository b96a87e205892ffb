using Assessment.Api.Features.Bundles;
using Assessment.Api.Features.Deliveries;
using Assessment.Api.Features.Demo;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features.Bundles;

/// <summary>A class goes to a classroom box and comes home.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class BundleTests(string engine)
{
    private const int Point = Points.TicksPerPoint;

    private BundleScene scene = null!;

    [OneTimeSetUp]
    public async Task SetAsync() => scene = await BundleScene.SetAsync(engine);

    [SetUp]
    public Task NewClassAsync() => scene.NewClassAsync();

    [OneTimeTearDown]
    public async Task RemoveAsync()
    {
        if (scene is not null) await scene.DisposeAsync();
    }

    [Test]
    public async Task A_pre_test_that_was_opened_and_taken_on_the_box_is_home_with_receipts_and_scores()
    {
        await scene.CarryOutAsync();
        var door = await scene.OpenAtBoxAsync("pre", scene.Forms);
        var (right, wrong) = (await scene.TakeAtBoxAsync(door, 0, right: true), await scene.TakeAtBoxAsync(door, 1, right: false, consent: "refused"));
        var running = await scene.StartAtBoxAsync(door, 2);
        (await running.SaveAsync(running.Form.Items[0].Identifier, "b", 1)).EnsureSuccessStatusCode();

        var home = await scene.BringHomeAsync(await scene.ExportHomeAsync());
        home.Counts["attempt"].Should().Be(new Brought(3, 0, 0));
        home.Counts["administration"].Should().Be(new Brought(1, 0, 0));
        home.Counts["person"].Should().Be(new Brought(0, 0, 4));
        home.Counts["consent"].Added.Should().Be(3);
        home.Remarks.Should().BeEmpty("the box's scores are those that the main server computes");
        (await scene.PointsAsync(scene.Main, right.Id)).Should().Be(Point, "one item of one point was answered rightly");
        (await scene.PointsAsync(scene.Main, wrong.Id)).Should().Be(0);
        (await scene.PointsAsync(scene.Main, running.Id)).Should().BeNull("it is not handed in");
        (await AttemptsAsync(scene.Main)).Should().BeEquivalentTo(await AttemptsAsync(scene.Box), "receipts, times and seeds are those that the people have");
        var consents = await scene.RowsAsync<string>(scene.Main, "SELECT decision FROM consent WHERE agency_id = @agency ORDER BY decision");
        consents.Should().Equal("granted", "granted", "refused");
        (await scene.Main.AuditRowsAsync(scene.Agency, "import.bundle")).Should().ContainSingle().Which.Should().Match<AuditRow>(entry =>
            entry.Reason!.Contains("attempt 3 new", StringComparison.Ordinal) && entry.Reason.Contains("audit ends with", StringComparison.Ordinal));
    }

    [Test]
    public async Task Brought_twice_nothing_changes()
    {
        await scene.CarryOutAsync();
        await scene.TakeAtBoxAsync(await scene.OpenAtBoxAsync("pre", scene.Forms), 0, right: true);
        var bundle = await scene.ExportHomeAsync();
        await scene.BringHomeAsync(bundle);
        var state = await BundleScene.StateAsync(scene.Main);
        var again = await scene.BringHomeAsync(bundle);
        (await BundleScene.StateAsync(scene.Main)).Should().Be(state);
        again.Counts.Values.Should().OnlyContain(count => count.Added == 0 && count.Changed == 0);
        again.Counts["attempt"].There.Should().Be(1);
        again.Counts["event"].There.Should().Be(1);
    }

    [Test]
    public async Task The_box_knows_neither_names_nor_ranks_nor_study_codes_nor_answers_of_before()
    {
        var door = await scene.Class.OpenAsync("pre", scene.Forms);
        await scene.Class.TakeAsync(door, 0, right: true);
        await scene.CarryOutAsync();
        var box = await BundleScene.StateAsync(scene.Box);
        box.Should().NotContain("Planted1", "names stay at home").And.Contain(door.JoinCode, "a code on a wall stays good");
        foreach (var code in await scene.RowsAsync<string>(scene.Main, "SELECT study_code FROM participant WHERE agency_id = @agency"))
        {
            box.Should().NotContain(code);
        }

        (await scene.RowsAsync<int>(scene.Box, "SELECT attempt_no FROM attempt WHERE agency_id = @agency")).Should().BeEmpty();
        (await scene.RowsAsync<string>(scene.Box, "SELECT role FROM api_key WHERE agency_id = @agency")).Should().Equal(["trainer"], "only the box's own trainer signs in there");
    }

    [Test]
    public async Task Carried_to_the_box_again_a_person_enrolled_meanwhile_comes_too_and_places_stay()
    {
        await scene.CarryOutAsync();
        await scene.Agency.Admin.PostAsync<EnrollRoster.Answer>($"/api/deliveries/{scene.Class.Id}/roster", ApiClient.Csv("kind\nofficer\n"));
        var again = await scene.CarryOutAsync();
        again.Counts["person"].Should().Be(new Brought(1, 0, 4));
        again.Counts["class"].There.Should().Be(1);
        const string Places = "SELECT p.participant_id || ' ' || e.position FROM enrollment e JOIN participant p ON p.agency_id = e.agency_id AND p.participant_no = e.participant_no WHERE e.agency_id = @agency";
        (await scene.RowsAsync<string>(scene.Box, Places)).Should().BeEquivalentTo(
            await scene.RowsAsync<string>(scene.Main, Places), "the place decides which form is dealt");
    }

    [Test]
    public async Task Both_have_answers_to_one_attempt_what_the_box_had_not_seen_stands_and_is_named()
    {
        var door = await scene.Class.OpenAsync("pre", scene.Forms);
        await scene.CarryOutAsync();
        var start = scene.Class.Start(door);
        var box = await AssessmentApplicationAttempt.StartAsync(scene.Box.Nobody, start);
        var items = box.Form.Items.Select(item => item.Identifier).ToList();
        await SaveAsync(box, items[0], "a", 1);
        await SaveAsync(box, items[3], "b", 1);
        await scene.BringHomeAsync(await scene.ExportHomeAsync());

        // The person goes on with another device at the main server, then hands in at the box.
        var main = await AssessmentApplicationAttempt.StartAsync(scene.Main.Nobody, start);
        await SaveAsync(main, items[0], "b", 2, device: "phone", seen: 1);
        await SaveAsync(box, items[0], "a", 7);
        await SaveAsync(box, items[3], "a", 2);
        var receipt = await box.SubmitAsync();

        var home = await scene.BringHomeAsync(await scene.ExportHomeAsync());
        home.Remarks.Select(remark => remark.Where).Should().BeEquivalentTo([$"attempt {box.Id}, item 1", $"attempt {box.Id}"]);
        home.Counts["attempt"].Should().Be(new Brought(0, 1, 0));
        var shown = await main.ShowAsync();
        shown.Receipt.Should().Be(receipt.Code, "the receipt that the person has is the one that stands");
        shown.Responses.Select(saved => (saved.Item, saved.Value)).Should().Equal((items[0], "b"), (items[3], "a"));
        (await scene.PointsAsync(scene.Main, box.Id)).Should().Be(2 * Point, "both answers that stand are right");
        (await scene.PointsAsync(scene.Box, box.Id)).Should().Be(Point, "the box scored its own, which is remarked");
        (await scene.RowsAsync<long>(scene.Main, "SELECT revision FROM response_event WHERE agency_id = @agency")).Should().BeEquivalentTo([1L, 1L, 7L, 2L, 2L], "no answer is lost: four of the box, one of the main server");

        var state = await BundleScene.StateAsync(scene.Main);
        await scene.BringHomeAsync(await scene.ExportHomeAsync());
        (await BundleScene.StateAsync(scene.Main)).Should().Be(state);
    }

    [Test]
    public async Task Opened_on_both_sides_it_is_one_administration_and_a_second_go_stands_behind_the_first()
    {
        await scene.CarryOutAsync();
        var (mainDoor, boxDoor) = (await scene.Class.OpenAsync("pre", scene.Forms), await scene.OpenAtBoxAsync("pre", scene.Forms));
        await scene.Class.TakeAsync(mainDoor, 0, right: false);
        var (second, other) = (await scene.TakeAtBoxAsync(boxDoor, 0, right: true), await scene.TakeAtBoxAsync(boxDoor, 1, right: true));
        var home = await scene.BringHomeAsync(await scene.ExportHomeAsync());
        home.Remarks.Should().ContainSingle().Which.Where.Should().Be($"attempt {second.Id}");
        var goes = await scene.RowsAsync<string>(
            scene.Main,
            "SELECT a.attempt_id || ' ' || s.attempt_ordinal FROM attempt a JOIN score_sheet s ON s.agency_id = a.agency_id AND s.attempt_no = a.attempt_no WHERE a.agency_id = @agency");
        goes.Should().HaveCount(3).And.Contain([$"{second.Id} 2", $"{other.Id} 1"]);
        (await scene.RowsAsync<int>(scene.Main, "SELECT administration_no FROM administration WHERE agency_id = @agency")).Should().ContainSingle();
    }

    [Test]
    public async Task A_test_that_was_opened_held_and_started_on_the_box_has_started_at_home()
    {
        var door = await scene.Class.OpenAsync("pre", scene.Forms, new { held = true });
        await scene.CarryOutAsync();
        (await scene.Trainer.PostAsync($"/api/administrations/{door.AdministrationId}/start")).EnsureSuccessStatusCode();
        await scene.TakeAtBoxAsync(door, 0, right: true);
        await scene.BringHomeAsync(await scene.ExportHomeAsync());
        (await scene.RowsAsync<bool>(scene.Main, "SELECT started_at IS NOT NULL FROM administration WHERE agency_id = @agency")).Should().Equal(true);
        await scene.Class.TakeAsync(door, 1, right: true);
    }

    [Test]
    public async Task A_class_and_roster_made_on_the_box_come_home_with_their_names()
    {
        await scene.CarryOutAsync();
        var course = await scene.Agency.CourseAsync();
        var made = await scene.Trainer.PostAsync<AddDelivery.Answer>("/api/deliveries", new { courseId = course, title = "Made away", startsOn = "2026-03-02", endsOn = "2026-03-03" });
        var roster = await scene.Trainer.PostAsync<EnrollRoster.Answer>($"/api/deliveries/{made.DeliveryId}/roster", ApiClient.Csv("kind,name\nofficer,Walked In\n"));
        var door = await scene.Trainer.PostAsync<Api.Features.Administrations.OpenAdministration.Answer>(
            $"/api/deliveries/{made.DeliveryId}/administrations", new { wave = "pre", forms = scene.Forms });
        var start = scene.Class.Start(door) with { Token = roster.Participants[0].Token! };
        var attempt = await AssessmentApplicationAttempt.StartAsync(scene.Box.Nobody, start);
        await attempt.SubmitAsync();

        var home = await scene.BringHomeAsync(await scene.ExportHomeAsync(made.DeliveryId));
        home.Counts["class"].Added.Should().Be(1);
        home.Counts["person"].Added.Should().Be(1);
        (await BundleScene.StateAsync(scene.Main)).Should().Contain("Walked In");
        var followUp = await scene.Agency.Admin.PostAsync<ReissueSlips.Answer>($"/api/deliveries/{made.DeliveryId}/slips", new { participants = new[] { roster.Participants[0].ParticipantId } });
        followUp.Slips.Should().ContainSingle("the person is on the main server's roster from now on");
    }

    [Test]
    public async Task Whoever_left_for_good_is_not_brought_back()
    {
        await scene.CarryOutAsync();
        var door = await scene.OpenAtBoxAsync("pre", scene.Forms);
        await scene.TakeAtBoxAsync(door, 0, right: true);
        await scene.TakeAtBoxAsync(door, 1, right: true);
        var gone = scene.Class.People[0].ParticipantId;
        await scene.Main.Services.GetRequiredService<Database>().WriteAsync(session => session.Execute(
            "UPDATE participant SET withdrawn_at = @at WHERE participant_id = @id", new { at = AssessmentApplication.FirstDay, id = gone.ToString("D") }));
        var home = await scene.BringHomeAsync(await scene.ExportHomeAsync());
        home.Remarks.Should().ContainSingle().Which.Where.Should().Be($"participant {gone}");
        home.Counts["attempt"].Added.Should().Be(1);
        home.Counts["consent"].Added.Should().Be(1);
    }

    [Test]
    public async Task A_form_of_the_box_alone_is_refused_with_its_place_and_nothing_is_kept()
    {
        await scene.CarryOutAsync();
        await scene.TakeAtBoxAsync(await scene.OpenAtBoxAsync("pre", scene.Forms), 0, right: true);
        await scene.TakeAtBoxAsync(await scene.OpenAtBoxAsync("post", await OwnFormOfBoxAsync()), 0, right: true);
        var state = await BundleScene.StateAsync(scene.Main);
        var problem = await Problem.OfAsync(scene.SendHomeAsync(await scene.ExportHomeAsync()));
        problem.Code.Should().Be("bundle-invalid");
        problem.Text.Should().Contain("This instrument is not here");
        (await BundleScene.StateAsync(scene.Main)).Should().Be(state);
    }

    [Test]
    public async Task A_fault_in_the_middle_leaves_nothing()
    {
        await scene.CarryOutAsync();
        await scene.TakeAtBoxAsync(await scene.OpenAtBoxAsync("pre", scene.Forms), 0, right: true);
        var (state, bundle) = (await BundleScene.StateAsync(scene.Main), await scene.ExportHomeAsync());
        var import = () => scene.Main.Services.GetRequiredService<BundleImport>().HomeAsync(
            bundle, _ => true, (_, _, _, _) => throw new InvalidOperationException("the end of the work"), default);
        await import.Should().ThrowAsync<InvalidOperationException>();
        (await BundleScene.StateAsync(scene.Main)).Should().Be(state);
        (await scene.BringHomeAsync(bundle)).Counts["attempt"].Added.Should().Be(1);
    }

    [Test]
    public async Task Another_installation_another_agency_and_the_box_itself_refuse_the_bundle()
    {
        await scene.CarryOutAsync();
        var bundle = await scene.ExportHomeAsync();
        await using var other = await BundleScene.SetAsync(engine, people: 1);
        (await Problem.OfAsync(other.SendHomeAsync(bundle))).Code.Should().Be("bundle-invalid");
        var stranger = await scene.Main.NewAgencyAsync();
        (await Problem.OfAsync(stranger.Admin.PostAsync("/api/bundles", new ByteArrayContent(bundle)))).Code.Should().Be("bundle-invalid");
        (await Problem.OfAsync(scene.Trainer.PostAsync("/api/bundles", new ByteArrayContent(bundle)))).Code.Should().Be("bundle-invalid");
    }

    [Test]
    public async Task A_bundle_out_opens_with_its_passphrase_alone_and_not_at_home()
    {
        var (bundle, second) = (await scene.ExportOutAsync(), await scene.ExportOutAsync());
        (await scene.TakeOutAsync(bundle.Bundle, second.Passphrase)).Refusal!.Code.Should().Be(Refusals.BundleInvalid);
        (await scene.TakeOutAsync(bundle.Bundle, "")).Refusal!.Code.Should().Be(Refusals.BundleInvalid);
        (await scene.TakeOutAsync(bundle.Bundle, bundle.Passphrase, scene.Main)).Refusal!.Code.Should().Be(Refusals.BundleInvalid, "the class is at home there");
        (await Problem.OfAsync(scene.SendHomeAsync(bundle.Bundle))).Code.Should().Be("bundle-invalid", "it is on its way out");
        (await scene.TakeOutAsync(bundle.Bundle, bundle.Passphrase!.ToLowerInvariant())).IsRefused.Should().BeFalse("it is read as people type it");
    }

    [Test]
    public async Task A_key_made_here_meanwhile_scores_what_comes_home_and_the_difference_is_named()
    {
        var form = await scene.Agency.PublishAsync(AssessmentApplicationPanels.Form());
        await scene.CarryOutAsync();
        var door = await scene.OpenAtBoxAsync("pre", form);
        var attempt = await scene.StartAtBoxAsync(door, 0);
        await SaveAsync(attempt, "j", "b", 1);
        await attempt.SubmitAsync();
        (await scene.Agency.Admin.PutAsync($"/api/forms/{form}/items/j/panel/e3", new { effectiveness = new { a = 5, b = 1, c = 1 } })).EnsureSuccessStatusCode();
        (await scene.Agency.Admin.PostAsync($"/api/forms/{form}/items/j/keys", new { method = "mean-weight", reason = "A third expert" })).EnsureSuccessStatusCode();
        var home = await scene.BringHomeAsync(await scene.ExportHomeAsync());
        home.Remarks.Should().ContainSingle().Which.Problem.Should().Contain("score");
        (await scene.PointsAsync(scene.Box, attempt.Id)).Should().Be(Point * 3 / 4, "of two points 3/8, by the sums 10, 5, 2 of two experts");
        (await scene.PointsAsync(scene.Main, attempt.Id)).Should().Be(Point / 2, "of two points 1/4, by the sums 15, 6, 3 of three experts");
    }

    private async Task<Guid> OwnFormOfBoxAsync()
    {
        var client = await scene.AdminAtBoxAsync();
        var form = await client.PostAsync<Api.Features.Forms.ImportForm.Answer>("/api/forms", AssessmentApplicationForms.File(AssessmentApplicationForms.Knowledge("C", "own")));
        (await client.PostAsync($"/api/forms/{form.FormId}/publish")).EnsureSuccessStatusCode();
        return form.FormId;
    }

    private static async Task SaveAsync(AssessmentApplicationAttempt attempt, string item, object value, long revision, string? device = null, long? seen = null) =>
        (await attempt.SaveAsync(item, value, revision, device, seen)).EnsureSuccessStatusCode();

    private async Task<IEnumerable<AttemptRow>> AttemptsAsync(AssessmentApplication server) => (await scene.RowsAsync<AttemptRow>(
        server,
        "SELECT attempt_id, ordinal, seed, started_at, ends_at, extra_minutes, outlives, submitted_at, ended_by, receipt FROM attempt WHERE agency_id = @agency")).OrderBy(row => row.AttemptId);
}
