using System.Globalization;
using System.Text.Json.Nodes;
using Assessment.Api.Features.Agencies;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Bundles;
using Assessment.Api.Features.Demo;
using Assessment.Api.Features.FollowUps;
using Assessment.Api.Features.Raters;
using Assessment.Api.Features.Ratings;
using Assessment.Api.Features.Reports;
using Assessment.Api.Tests.Features.Ratings;
using Assessment.Domain;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features.Bundles;

/// <summary>What raters did on a classroom box comes home. Points by the rubric: listening 0, 1, 2 and options 0, 1.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class RatedBundleTests(string engine)
{
    private const int Point = Points.TicksPerPoint;

    private BundleScene scene = null!;
    private Api.Features.Administrations.OpenAdministration.Answer door = null!;

    [OneTimeSetUp]
    public async Task SetAsync()
    {
        scene = await BundleScene.SetAsync(engine);
        scene.Box.Clock.Set(AssessmentApplication.FirstDay.AddMinutes(40));
    }

    [OneTimeTearDown]
    public async Task RemoveAsync()
    {
        if (scene is not null) await scene.DisposeAsync();
    }

    [Test]
    public async Task What_was_observed_and_rated_on_the_box_is_home_with_levels_and_score()
    {
        await OpenAsync();
        var attempt = await scene.ObserveAtBoxAsync(door, 0);
        await scene.RateAtBoxAsync(attempt, Guid.NewGuid(), listening: 3, options: 2);

        var home = await HomeAsync();
        home.Remarks.Should().BeEmpty("the score that follows the ratings is the box's");
        (home.Counts["rater"], home.Counts["rating"]).Should().Be((new Brought(1, 0, 0), new Brought(1, 0, 0)));
        (await scene.PointsAsync(scene.Main, attempt)).Should().Be(3 * Point, "level 3 gives 2 points and level 2 gives 1");
        (await RatingsAsync(scene.Main)).Should().HaveCount(2).And.Equal(await RatingsAsync(scene.Box), "levels, times and ids are those of the box");
        (await scene.RowsAsync<int?>(scene.Box, "SELECT key_no FROM rater WHERE agency_id = @agency")).Should().Equal([1], "the trainer signs in at the box");
        (await scene.RowsAsync<int?>(scene.Main, "SELECT key_no FROM rater WHERE agency_id = @agency")).Should().Equal([null], "keys of the box are none here");
        await ScoresFollowAsync();
    }

    [Test]
    public async Task Brought_twice_nothing_changes()
    {
        await OpenAsync();
        var (whole, begun) = (await scene.ObserveAtBoxAsync(door, 0), await scene.ObserveAtBoxAsync(door, 1));
        await CorrectAsync(whole, from: 1, to: 3);
        await scene.RateAtBoxAsync(begun, Guid.NewGuid(), listening: 2, options: null);
        var bundle = await scene.ExportHomeAsync();
        await scene.BringHomeAsync(bundle);
        var state = await BundleScene.StateAsync(scene.Main);
        var again = await scene.BringHomeAsync(bundle);
        (await BundleScene.StateAsync(scene.Main)).Should().Be(state);
        again.Counts.Values.Should().OnlyContain(count => count.Added == 0 && count.Changed == 0);
        again.Counts["rating"].There.Should().Be(3);
        again.Remarks.Should().BeEmpty();
    }

    [Test]
    public async Task A_later_bundle_brings_the_levels_that_were_missing_and_corrections()
    {
        await OpenAsync();
        var (begun, whole) = (await scene.ObserveAtBoxAsync(door, 0), await scene.ObserveAtBoxAsync(door, 1));
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await scene.RateAtBoxAsync(begun, first, listening: 2, options: null);
        await scene.RateAtBoxAsync(whole, second, listening: 1, options: 1);
        await HomeAsync();
        (await scene.PointsAsync(scene.Main, begun)).Should().Be(0, "options are not judged yet");

        await scene.RateAtBoxAsync(begun, first, listening: null, options: 2);
        await scene.RateAtBoxAsync(whole, Guid.NewGuid(), listening: 3, options: 1, second, "Misread.");
        var home = await HomeAsync();
        home.Counts["rating"].Should().Be(new Brought(1, 1, 1));
        home.Remarks.Should().BeEmpty();
        (await scene.PointsAsync(scene.Main, begun)).Should().Be(2 * Point, "1 + 1");
        (await scene.PointsAsync(scene.Main, whole)).Should().Be(2 * Point, "the correction gives 2 + 0");
        (await RatingsAsync(scene.Main)).Should().HaveCount(6).And.Equal(await RatingsAsync(scene.Box), "what was corrected is kept too");
        await ScoresFollowAsync();
    }

    [Test]
    public async Task Corrected_on_both_sides_what_is_here_stands_and_is_named()
    {
        await OpenAsync();
        var (attempt, rating) = (await scene.ObserveAtBoxAsync(door, 0), Guid.NewGuid());
        await scene.RateAtBoxAsync(attempt, rating, listening: 1, options: 1);
        await HomeAsync();
        var here = await KeyOfRaterAsync();
        (await RatingScene.SendAsync(here, Guid.NewGuid(), RatingScene.Levels(attempt, 2, 1, rating, "Seen here."))).EnsureSuccessStatusCode();
        await scene.RateAtBoxAsync(attempt, Guid.NewGuid(), listening: 3, options: 2, rating, "Seen there.");

        var state = await BundleScene.StateAsync(scene.Main);
        var home = await HomeAsync();
        home.Remarks.Select(remark => remark.Where).Should().Equal($"attempt {attempt}, item 1", $"attempt {attempt}");
        (await BundleScene.StateAsync(scene.Main)).Should().Be(state);
        (await scene.PointsAsync(scene.Main, attempt)).Should().Be(Point, "level 2 gives 1 point");
    }

    [Test]
    public async Task Corrected_here_alone_the_older_rating_of_the_box_changes_nothing()
    {
        await OpenAsync();
        var (attempt, rating) = (await scene.ObserveAtBoxAsync(door, 0), Guid.NewGuid());
        await scene.RateAtBoxAsync(attempt, rating, listening: 1, options: 1);
        await HomeAsync();
        (await RatingScene.SendAsync(await KeyOfRaterAsync(), Guid.NewGuid(), RatingScene.Levels(attempt, 2, 1, rating, "Seen here."))).EnsureSuccessStatusCode();
        var state = await BundleScene.StateAsync(scene.Main);
        (await HomeAsync()).Remarks.Should().ContainSingle().Which.Problem.Should().Contain("score");
        (await BundleScene.StateAsync(scene.Main)).Should().Be(state);
    }

    [Test]
    public async Task A_level_that_differs_stands_and_is_named_and_one_that_is_missing_comes()
    {
        await OpenAsync();
        var (attempt, rating) = (await scene.ObserveAtBoxAsync(door, 0), Guid.NewGuid());
        await scene.RateAtBoxAsync(attempt, rating, listening: null, options: 2);
        await HomeAsync();
        await scene.RateAtBoxAsync(attempt, rating, listening: 3, options: null);
        (await scene.Main.WriteAsync(session => session.Execute(
            "UPDATE rubric_level SET level = 1 WHERE rating_no IN (SELECT rating_no FROM rubric_rating WHERE rating_id = @id) AND agency_id = @Number",
            new { id = rating.ToString("D"), scene.Agency.Number }))).Should().Be(1);
        var home = await HomeAsync();
        home.Remarks.Select(remark => remark.Where).Should().Equal($"attempt {attempt}, item 1", $"attempt {attempt}");
        home.Counts["rating"].Should().Be(new Brought(0, 1, 0));
        (await scene.PointsAsync(scene.Main, attempt)).Should().Be(2 * Point, "listening 2 of the box, options 0 of here");
    }

    [Test]
    public async Task Beside_a_first_rater_here_the_box_is_second_and_a_third_is_not_taken()
    {
        await OpenAsync();
        var (box, attempts) = (await scene.AdminAtBoxAsync(), new[] { await WriteAsync(0), await WriteAsync(1) });
        await HomeAsync();
        var (one, two) = (await RaterAsync(scene.Main, scene.Agency.Admin, "trainer", "trainer"), await RaterAsync(scene.Main, scene.Agency.Admin, "trainer", "trainer"));
        await AssignAsync(scene.Agency.Admin, share: 0.5, one.Id, two.Id);
        var twice = await scene.RowsAsync<Guid>(scene.Main, "SELECT a.attempt_id FROM rating_assignment s JOIN attempt a ON a.agency_id = s.agency_id AND a.attempt_no = s.attempt_no WHERE s.agency_id = @agency AND s.second");
        var (full, half) = (twice.Single(), attempts.Single(attempt => attempt.Id != twice.Single()).Id);
        foreach (var (key, _) in new[] { one, two })
        {
            foreach (var work in (await key.GetAsync<ListRatingWork.Answer>("/api/ratings/work")).Items) await RatingScene.RateAsync(key, Guid.NewGuid(), work.AttemptId, 1, 1);
        }

        var there = await RaterAsync(scene.Box, box, "trainer", "trainer");
        await AssignAsync(box, share: 0, there.Id);
        foreach (var attempt in attempts) await RatingScene.RateAsync(there.Key, Guid.NewGuid(), attempt.Id, 3, 2);
        var home = await HomeAsync();
        home.Counts["rating"].Should().Be(new Brought(1, 0, 0));
        home.Remarks.Should().Contain(remark => remark.Where == $"attempt {half}" && remark.Problem.Contains("second, blind"))
            .And.Contain(remark => remark.Where == $"attempt {full}" && remark.Problem.Contains("not taken"));
        (await scene.PointsAsync(scene.Main, half)).Should().Be(3 * Point / 2, "(0 + 2) / 2 + (0 + 1) / 2");
        (await scene.PointsAsync(scene.Main, full)).Should().Be(0, "both raters here gave the lowest levels");
        (await scene.RowsAsync<long>(scene.Main, "SELECT COUNT(*) FROM rating_assignment WHERE agency_id = @agency GROUP BY attempt_no, second")).Should().Equal(1, 1, 1, 1);
        await ScoresFollowAsync();
        var state = await BundleScene.StateAsync(scene.Main);
        await HomeAsync();
        (await BundleScene.StateAsync(scene.Main)).Should().Be(state);
    }

    [TestCase(true, 1, TestName = "The rating of an answer that was changed here is kept and does not count")]
    [TestCase(false, 0, TestName = "The rating of an answer that another one stands for here is not taken")]
    public async Task Answered_otherwise_here(bool ratedBefore, int ratings)
    {
        await OpenAsync();
        var start = scene.Class.Start(door);
        var box = await AssessmentApplicationAttempt.StartAsync(scene.Box.Nobody, start);
        (await box.SaveAsync("e1", "I would listen.", 1)).EnsureSuccessStatusCode();
        await HomeAsync();
        var phone = await AssessmentApplicationAttempt.StartAsync(scene.Main.Nobody, start);
        (await phone.SaveAsync("e1", "I would step back.", 2, device: "phone", seen: 1)).EnsureSuccessStatusCode();
        if (!ratedBefore) (await box.SaveAsync("e1", "I would call for help.", 2)).EnsureSuccessStatusCode();
        await box.SubmitAsync();
        var (key, id) = await RaterAsync(scene.Box, await scene.AdminAtBoxAsync(), "trainer", "trainer");
        await AssignAsync(await scene.AdminAtBoxAsync(), share: 0, id);
        await RatingScene.RateAsync(key, Guid.NewGuid(), box.Id, 3, 2);

        var home = await HomeAsync();
        home.Remarks.Should().Contain(remark => remark.Where == $"attempt {box.Id}, item 1" && remark.Problem.Contains(ratedBefore ? "does not count" : "rate it here"));
        (await scene.RowsAsync<int>(scene.Main, "SELECT rating_no FROM rubric_rating WHERE agency_id = @agency")).Should().HaveCount(ratings);
        (await scene.PointsAsync(scene.Main, box.Id)).Should().Be(0, "nobody rated what stands");
        (await scene.PointsAsync(scene.Box, box.Id)).Should().Be(3 * Point);
        await ScoresFollowAsync();
    }

    [Test]
    public async Task Of_who_left_for_good_no_rating_is_brought_and_no_rater_of_theirs_alone()
    {
        await OpenAsync();
        await scene.RateAtBoxAsync(await scene.ObserveAtBoxAsync(door, 0), Guid.NewGuid(), listening: 3, options: 2);
        await scene.Main.WriteAsync(session => session.Execute(
            "UPDATE participant SET withdrawn_at = @at WHERE participant_id = @id", new { at = AssessmentApplication.FirstDay, id = scene.Class.People[0].ParticipantId.ToString("D") }));
        (await HomeAsync()).Counts.Keys.Should().NotContain(["rater", "rating"]);
        (await scene.RowsAsync<int>(scene.Main, "SELECT rater_no FROM rater WHERE agency_id = @agency")).Should().BeEmpty();
    }

    [Test]
    public async Task What_was_observed_and_not_rated_can_be_given_to_a_rater_here()
    {
        await OpenAsync();
        var attempt = await scene.ObserveAtBoxAsync(door, 0);
        (await HomeAsync()).Counts["attempt"].Added.Should().Be(1);
        var (key, id) = await RaterAsync(scene.Main, scene.Agency.Admin, "trainer", "trainer");
        await AssignAsync(scene.Agency.Admin, share: 0, id);
        await RatingScene.RateAsync(key, Guid.NewGuid(), attempt, 2, 1);
        (await scene.PointsAsync(scene.Main, attempt)).Should().Be(Point);
    }

    [Test]
    public async Task Written_answers_of_research_are_rated_by_coders_alone()
    {
        await OpenAsync("research");
        var attempt = await WriteAsync(0);
        var (key, id) = await RaterAsync(scene.Box, await scene.AdminAtBoxAsync(), "coder", "evaluator");
        await AssignAsync(await scene.AdminAtBoxAsync(), share: 0, id);
        await RatingScene.RateAsync(key, Guid.NewGuid(), attempt.Id, 2, 2);
        var bundle = await scene.ExportHomeAsync();
        var home = await scene.BringHomeAsync(await scene.ChangeInsideAsync(bundle, document => Of(document, "raters")["kind"] = "trainer"));
        home.Remarks.Should().Contain(remark => remark.Problem.Contains("coder alone"));
        (await scene.PointsAsync(scene.Main, attempt.Id)).Should().Be(0);
        await scene.Main.WriteAsync(session => session.Execute("UPDATE rater SET kind = 'coder' WHERE agency_id = @Number", new { scene.Agency.Number }));
        (await scene.BringHomeAsync(bundle)).Remarks.Should().BeEmpty();
        (await scene.PointsAsync(scene.Main, attempt.Id)).Should().Be(2 * Point);
    }

    [TestCaseSource(nameof(Tampered))]
    public async Task What_no_box_would_rate_is_refused_and_nothing_is_kept(Action<JsonNode> change)
    {
        await OpenAsync();
        await CorrectAsync(await scene.ObserveAtBoxAsync(door, 0), from: 1, to: 3);
        var (state, bundle) = (await BundleScene.StateAsync(scene.Main), await scene.ExportHomeAsync());
        (await Problem.OfAsync(scene.SendHomeAsync(await scene.ChangeInsideAsync(bundle, change)))).Code.Should().Be("bundle-invalid");
        (await BundleScene.StateAsync(scene.Main)).Should().Be(state);
        (await scene.BringHomeAsync(bundle)).Counts["rating"].Added.Should().Be(2);
    }

    private static TestCaseData[] Tampered() =>
    [
        Change("A level that the criterion lacks", document => Of(document, "levels")["level"] = 4),
        Change("A criterion that the rubric lacks", document => Of(document, "levels")["criterion"] = "speaking"),
        Change("A criterion twice", document => List(document, "levels").Add(Of(document, "levels").DeepClone())),
        Change("A level of no rating", document => Of(document, "levels")["ratingNo"] = 99),
        Change("A rating without levels", document => List(document, "levels").Clear()),
        Change("A correction that judges a part", document => List(document, "levels").RemoveAt(3)),
        Change("A correction of long after", document => Of(document, "ratings", 1)["ratedAt"] = "2031-01-01T00:00:00+00:00"),
        Change("A correction of nothing", document => Of(document, "ratings", 1)["replacesNo"] = null),
        Change("A correction of itself", document => Of(document, "ratings", 1)["replacesNo"] = Of(document, "ratings", 1)["ratingNo"]!.GetValue<int>()),
        Change("An answer that was never given", document => Of(document, "ratings")["revision"] = 7),
        Change("An item that the form lacks", document => Of(document, "ratings")["itemNo"] = 2),
        Change("A rater who was not given the attempt", document => List(document, "assignments").Clear()),
        Change("A rater whom nobody knows", document => List(document, "raters").Clear()),
        Change("A rater of a kind that there is not", document => Of(document, "raters")["kind"] = "guest"),
        Change("An attempt that the bundle lacks", document => Of(document, "assignments")["attemptNo"] = 99),
        Change("One id for two ratings", document => Of(document, "ratings", 1)["ratingId"] = Of(document, "ratings")["ratingId"]!.GetValue<string>()),
    ];

    [Test]
    public async Task Follow_ups_stay_on_the_box_and_are_counted()
    {
        await OpenAsync();
        var checklist = await scene.Agency.PublishAsync(AssessmentApplicationForms.Checklist);
        await scene.CarryOutAsync();
        var admin = await scene.AdminAtBoxAsync();
        var supervisor = scene.Box.Nobody.WithKey((await admin.PostAsync<AddKey.Answer>("/api/keys", new { role = "supervisor", label = "Supervisor" })).Key);
        await supervisor.PostAsync<RecordFollowUp.Answer>($"/api/deliveries/{scene.Class.Id}/follow-ups", new
        {
            participantId = scene.Class.People[0].ParticipantId, wave = "follow-up-6m", formId = checklist, indicators = new[] { new { item = "f1", value = "shown" } },
        });
        (await HomeAsync()).Remarks.Should().ContainSingle().Which.Should().Match<Place>(remark =>
            remark.Where == $"class {scene.Class.Id}" && remark.Problem.StartsWith("1 follow-up"));
    }

    /// <summary>A new class with a scenario, carried to the box and opened there.</summary>
    private async Task OpenAsync(string plane = "training")
    {
        await scene.NewClassAsync();
        var form = await scene.Agency.PublishAsync(AssessmentApplicationForms.Essay(plane));
        await scene.CarryOutAsync();
        door = await scene.OpenAtBoxAsync("pre", form);
    }

    private async Task<BundleImport.Answer> HomeAsync() => await scene.BringHomeAsync(await scene.ExportHomeAsync());

    private async Task CorrectAsync(Guid attempt, int from, int to)
    {
        var rating = Guid.NewGuid();
        await scene.RateAtBoxAsync(attempt, rating, from, 1);
        await scene.RateAtBoxAsync(attempt, Guid.NewGuid(), to, 1, rating, "Misread.");
    }

    /// <summary>A person at the box writes an answer and hands in.</summary>
    private async Task<AssessmentApplicationAttempt> WriteAsync(int person)
    {
        var attempt = await scene.StartAtBoxAsync(door, person);
        (await attempt.SaveAsync("e1", "I would listen.", 1)).EnsureSuccessStatusCode();
        await attempt.SubmitAsync();
        return attempt;
    }

    private static async Task<(ApiClient Key, Guid Id)> RaterAsync(AssessmentApplication server, ApiClient admin, string kind, string role)
    {
        var key = (await admin.PostAsync<AddKey.Answer>("/api/keys", new { role, label = "Rater" })).Key;
        return (server.Nobody.WithKey(key), (await admin.PostAsync<AddRater.Answer>("/api/raters", new { kind, label = "Rater", keyNumber = Number(key) })).RaterId);
    }

    /// <summary>A key at the main server for the rater who came home.</summary>
    private async Task<ApiClient> KeyOfRaterAsync()
    {
        var key = await scene.Agency.KeyTextAsync("trainer");
        (await scene.Main.WriteAsync(session => session.Execute("UPDATE rater SET key_no = @no WHERE agency_id = @Number", new { no = Number(key), scene.Agency.Number }))).Should().Be(1);
        return scene.Main.Nobody.WithKey(key);
    }

    private static int Number(string key) => int.Parse(key.Split('.')[1], CultureInfo.InvariantCulture);

    private Task<AssignRatings.Answer> AssignAsync(ApiClient admin, double share, params Guid[] raters) =>
        admin.PostAsync<AssignRatings.Answer>($"/api/administrations/{door.AdministrationId}/rating-assignments", new { raters, share, seed = 1 });

    private static TestCaseData Change(string name, Action<JsonNode> change) => new TestCaseData(change).SetName(name);

    private static JsonArray List(JsonNode document, string list) => document["classes"]![0]![list]!.AsArray();

    private static JsonNode Of(JsonNode document, string list, int index = 0) => List(document, list)[index]!;

    private Task<IReadOnlyList<string>> RatingsAsync(AssessmentApplication server) => scene.RowsAsync<string>(
        server,
        """
        SELECT g.rating_id || ' ' || a.attempt_id || ' ' || w.rater_id || ' ' || w.kind || ' ' || w.label || ' ' || g.item_no || ' ' || g.revision
               || ' ' || g.second || ' ' || g.rated_at || ' ' || COALESCE(o.rating_id, '-') || ' ' || COALESCE(g.correction_reason, '-')
               || ' ' || l.criterion || ' ' || l.level || ' ' || l.rated_at AS line
        FROM rubric_rating g
        JOIN rubric_level l ON l.agency_id = g.agency_id AND l.rating_no = g.rating_no
        JOIN attempt a ON a.agency_id = g.agency_id AND a.attempt_no = g.attempt_no
        JOIN rater w ON w.agency_id = g.agency_id AND w.rater_no = g.rater_no
        LEFT JOIN rubric_rating o ON o.agency_id = g.agency_id AND o.rating_no = g.replaces_no
        WHERE g.agency_id = @agency
        ORDER BY g.rating_id, l.criterion
        """);

    /// <summary>What is stored at home is what answers and ratings score.</summary>
    private async Task ScoresFollowAsync()
    {
        var forms = scene.Main.Services.GetRequiredService<FormVersions>();
        (await scene.Main.ReadAsync(session => ScoreCheck.RunAsync(session, forms, scene.Agency.Number, default))).Should().NotBeEmpty().And.OnlyContain(sheet => sheet.Agrees);
    }
}
