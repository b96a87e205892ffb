using Assessment.Api.Features.Ratings;

namespace Assessment.Api.Tests.Features.Ratings;

public sealed class AssignRatingsTests : ApplicationTests
{
    [Test]
    public async Task A_share_is_rated_twice_by_others_and_asking_again_adds_nothing()
    {
        var scene = await RatingScene.PlayAsync(Application, people: 5);
        (await scene.AssignAsync(share: 0.3, seed: 7)).Should().Be(new AssignRatings.Answer(5, 2), "0.3 of 5 is 1.5, rounded up");
        (await scene.AssignAsync(share: 0.3, seed: 8)).Should().Be(new AssignRatings.Answer(0, 0));

        var work = (await scene.WorkAsync(scene.Coders[0].Key)).Concat(await scene.WorkAsync(scene.Coders[1].Key)).ToList();
        work.Where(one => !one.Second).Select(one => one.AttemptId).Should().BeEquivalentTo(scene.Attempts, "each has one first rater");
        work.Where(one => one.Second).Select(one => one.AttemptId).Should().OnlyHaveUniqueItems().And.HaveCount(2);
        (await Application.AuditAsync(scene.Agency)).Where(entry => entry.Action == "assign.ratings").Should().ContainSingle().Which.Reason.Should().Be("share 0.3, seed 7");
    }

    [Test]
    public async Task Answers_of_a_research_instrument_are_for_coders_alone()
    {
        var scene = await RatingScene.PlayAsync(Application, people: 1);
        var trainer = await scene.RaterAsync("trainer", "trainer");
        (await Problem.OfAsync(scene.Agency.Admin.PostAsync(scene.Assignments, new { raters = new[] { trainer.RaterId }, share = 0, seed = 1 }))).Code.Should().Be("request-contradicts");
        (await Application.AuditedAsync(scene.Agency, "assign.ratings")).Should().Be(0);
    }

    [Test]
    public async Task One_rater_cannot_rate_twice_and_others_things_are_not_found()
    {
        var (scene, other) = (await RatingScene.PlayAsync(Application, people: 1), await Application.NewAgencyAsync());
        object Body(double share, params Guid[] raters) => new { raters, share, seed = 1 };
        (await Problem.OfAsync(scene.Agency.Admin.PostAsync(scene.Assignments, Body(0.2, scene.Coders[0].RaterId)))).Code.Should().Be("request-contradicts");
        (await Problem.OfAsync(scene.Agency.Admin.PostAsync(scene.Assignments, Body(0, Guid.NewGuid())))).Code.Should().Be("not-found");
        (await Problem.OfAsync(other.Admin.PostAsync(scene.Assignments, Body(0, scene.Coders[0].RaterId)))).Code.Should().Be("not-found");
    }
}
