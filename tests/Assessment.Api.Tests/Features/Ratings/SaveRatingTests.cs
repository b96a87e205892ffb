using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Reports;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features.Ratings;

public sealed class SaveRatingTests : ApplicationTests
{
    private RatingScene scene = null!;
    private Guid attempt;

    [SetUp]
    public async Task NewScene()
    {
        scene = await RatingScene.PlayAsync(Application, people: 1);
        attempt = scene.Attempts[0];
        await scene.AssignAsync(share: 1);
    }

    [Test]
    public async Task A_score_follows_when_a_rating_is_whole_and_is_the_mean_of_raters()
    {
        var (first, second) = (await scene.CoderOfAsync(attempt), await scene.CoderOfAsync(attempt, second: true));
        var rating = Guid.NewGuid();
        (await scene.PointsAsync(attempt)).Should().BeNull("nobody has rated");
        (await RatingScene.RateAsync(first, rating, attempt, listening: 3, options: null)).Complete.Should().BeFalse();
        (await scene.PointsAsync(attempt)).Should().BeNull("options are not judged yet");
        (await RatingScene.RateAsync(first, rating, attempt, listening: null, options: 2)).Complete.Should().BeTrue();
        (await scene.PointsAsync(attempt)).Should().Be(3, "level 3 gives 2 points and level 2 gives 1");

        await RatingScene.RateAsync(second, Guid.NewGuid(), attempt, listening: 1, options: 2);
        (await scene.PointsAsync(attempt)).Should().Be(2, "(2 + 0) / 2 + (1 + 1) / 2");
        await ScoresFollowAsync();
    }

    [Test]
    public async Task The_same_save_again_changes_nothing()
    {
        var (coder, rating) = (await scene.CoderOfAsync(attempt), Guid.NewGuid());
        await RatingScene.RateAsync(coder, rating, attempt, 2, 1);
        (await RatingScene.RateAsync(coder, rating, attempt, 2, 1)).Judged.Should().Be(2);
        (await Application.AuditedAsync(scene.Agency, "save.rating")).Should().Be(1);
    }

    [Test]
    public async Task A_level_is_corrected_by_a_new_rating_with_a_reason_for_thirty_days()
    {
        var (coder, rating, corrected) = (await scene.CoderOfAsync(attempt), Guid.NewGuid(), Guid.NewGuid());
        await RatingScene.RateAsync(coder, rating, attempt, 1, 1);
        (await RefusedAsync(coder, rating, RatingScene.Levels(attempt, 2, 1))).Code.Should().Be("already-there", "a level is not changed");
        (await RefusedAsync(coder, corrected, RatingScene.Levels(attempt, 2, 1))).Code.Should().Be("already-there", "a second rating needs to name the first");
        (await RefusedAsync(coder, corrected, RatingScene.Levels(attempt, 2, null, rating, "Misread."))).Code.Should().Be("request-contradicts", "a correction is whole");

        (await RatingScene.SendAsync(coder, corrected, RatingScene.Levels(attempt, 2, 1, rating, "Misread."))).EnsureSuccessStatusCode();
        (await scene.PointsAsync(attempt)).Should().Be(1);
        (await Application.AuditAsync(scene.Agency))[^1].Should().BeEquivalentTo(new { Action = "save.rating", Reason = "Misread." });
        await ScoresFollowAsync();

        Application.Clock.Set(AssessmentApplication.FirstDay.AddDays(31));
        (await RefusedAsync(coder, Guid.NewGuid(), RatingScene.Levels(attempt, 3, 1, corrected, "Misread."))).Code.Should().Be("correction-late");
    }

    [Test]
    public async Task A_changed_answer_needs_a_new_rating()
    {
        var (coder, rating) = (await scene.CoderOfAsync(attempt), Guid.NewGuid());
        (await scene.WorkAsync(coder)).Single().Revision.Should().Be(1);
        await RatingScene.RateAsync(coder, rating, attempt, 3, 2);
        (await scene.PointsAsync(attempt)).Should().Be(3);

        await scene.Agency.Admin.PostAsync<ReopenAttempt.Answer>($"/api/attempts/{attempt}/reopen", new { minutes = 5 });
        await scene.Taken[0].SubmitAsync();
        (await scene.PointsAsync(attempt)).Should().Be(3, "the answer is the one that was rated");

        await scene.Agency.Admin.PostAsync<ReopenAttempt.Answer>($"/api/attempts/{attempt}/reopen", new { minutes = 5 });
        (await scene.Taken[0].SaveAsync("e1", "I would ask first.", 2)).EnsureSuccessStatusCode();
        await scene.Taken[0].SubmitAsync();
        (await scene.PointsAsync(attempt)).Should().BeNull("nobody has rated this answer");
        await ScoresFollowAsync();
        var work = (await scene.WorkAsync(coder)).Single();
        (work.Response, work.Revision, work.Own).Should().Be(("I would ask first.", 2L, null));

        (await RefusedAsync(coder, rating, RatingScene.Levels(attempt, 3, 2))).Code.Should().Be("already-there", "the id is the first answer's rating");
        (await RefusedAsync(coder, Guid.NewGuid(), Read(revision: 1))).Code.Should().Be("stale-revision", "the rater has read the first answer");
        (await RatingScene.SendAsync(coder, Guid.NewGuid(), Read(revision: 2))).EnsureSuccessStatusCode();
        (await scene.PointsAsync(attempt)).Should().Be(1, "level 2 gives 1 point and level 1 none");
        await ScoresFollowAsync();

        object Read(long revision) => new { attemptId = attempt, item = "e1", levels = new Dictionary<string, int> { ["listening"] = 2, ["options"] = 1 }, revision };
    }

    [TestCase("listening", 4, "response-invalid")]
    [TestCase("listening", 0, "response-invalid")]
    [TestCase("speaking", 1, "response-invalid")]
    public async Task Levels_off_the_rubric_are_refused_and_not_audited(string criterion, int level, string code)
    {
        var body = new { attemptId = attempt, item = "e1", levels = new Dictionary<string, int> { [criterion] = level } };
        (await RefusedAsync(await scene.CoderOfAsync(attempt), Guid.NewGuid(), body)).Code.Should().Be(code);
        (await Application.AuditedAsync(scene.Agency, "save.rating")).Should().Be(0);
    }

    [Test]
    public async Task An_item_that_is_not_rated_is_not_on_the_form() =>
        (await RefusedAsync(await scene.CoderOfAsync(attempt), Guid.NewGuid(), new { attemptId = attempt, item = "e2", levels = new Dictionary<string, int> { ["listening"] = 1 } }))
            .Code.Should().Be("item-not-on-form");

    [Test]
    public async Task Who_was_not_given_the_attempt_finds_none()
    {
        var third = await scene.RaterAsync("coder", "evaluator");
        var other = await RatingScene.PlayAsync(Application, people: 1);
        var body = RatingScene.Levels(attempt, 1, 1);
        (await RefusedAsync(third.Key, Guid.NewGuid(), body)).Code.Should().Be("not-found", "another rater of the agency");
        (await RefusedAsync(other.Coders[0].Key, Guid.NewGuid(), body)).Code.Should().Be("not-found", "a rater of another agency");
        (await Application.AuditedAsync(scene.Agency, "save.rating")).Should().Be(0);
    }

    private static Task<Problem> RefusedAsync(Api.Features.Demo.ApiClient rater, Guid rating, object body) => Problem.OfAsync(RatingScene.SendAsync(rater, rating, body));

    /// <summary>What is stored is what answers and ratings score now.</summary>
    private async Task ScoresFollowAsync()
    {
        var forms = Application.Services.GetRequiredService<FormVersions>();
        (await Application.ReadAsync(session => ScoreCheck.RunAsync(session, forms, scene.Agency.Number, default))).Should().ContainSingle().Which.Agrees.Should().BeTrue();
    }
}
