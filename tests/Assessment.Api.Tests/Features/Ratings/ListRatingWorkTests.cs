namespace Assessment.Api.Tests.Features.Ratings;

public sealed class ListRatingWorkTests : ApplicationTests
{
    [Test]
    public async Task The_second_rater_sees_neither_the_first_rating_nor_who_it_is()
    {
        var scene = await RatingScene.PlayAsync(Application, people: 1);
        await scene.AssignAsync(share: 1);
        var (first, second) = (await scene.CoderOfAsync(scene.Attempts[0]), await scene.CoderOfAsync(scene.Attempts[0], second: true));
        var rating = Guid.NewGuid();
        await RatingScene.RateAsync(first, rating, scene.Attempts[0], 3, 2);

        using var response = await second.SendAsync(HttpMethod.Get, "/api/ratings/work");
        var text = await response.Content.ReadAsStringAsync();
        text.Should().Contain("I would listen to person 0.").And.NotContain(rating.ToString()).And.NotContain(scene.People.People[0].ParticipantId.ToString());
        var work = (await scene.WorkAsync(second)).Should().ContainSingle().Subject;
        (work.Second, work.Own, work.Complete).Should().Be((true, null, false));
        var own = (await scene.WorkAsync(first)).Single();
        own.Own!.Levels.Should().BeEquivalentTo(new Dictionary<string, int> { ["listening"] = 3, ["options"] = 2 });
        own.Criteria[0].Levels.Select(level => level.Anchor).Should().Equal("Interrupts", "Lets finish", "Says back");
    }

    [Test]
    public async Task An_evaluator_sees_the_study_code_and_a_trainer_of_a_training_test_the_participant()
    {
        var research = await RatingScene.PlayAsync(Application, people: 1);
        await research.AssignAsync(share: 0);
        var code = (await Application.ReadAsync(session => session.List<string>("SELECT study_code FROM participant WHERE agency_id = @Number", new { research.Agency.Number })))[0];
        (await research.WorkAsync(await research.CoderOfAsync(research.Attempts[0])))[0].Person.Should().Be(code);

        var training = await RatingScene.PlayAsync(Application, people: 1, plane: "training");
        var trainer = await training.RaterAsync("trainer", "trainer");
        (await training.Agency.Admin.PostAsync(training.Assignments, new { raters = new[] { trainer.RaterId }, share = 0, seed = 1 })).EnsureSuccessStatusCode();
        (await training.WorkAsync(trainer.Key))[0].Person.Should().Be(training.People.People[0].ParticipantId.ToString());
    }

    [Test]
    public async Task Reading_answers_is_audited_and_a_key_without_a_rater_reads_none()
    {
        var scene = await RatingScene.PlayAsync(Application, people: 1);
        await scene.WorkAsync(scene.Coders[0].Key);
        var stranger = await scene.Agency.KeyAsync("evaluator");
        (await Problem.OfAsync(stranger.SendAsync(HttpMethod.Get, "/api/ratings/work"))).Code.Should().Be("role-missing");
        (await Application.AuditedAsync(scene.Agency, "list.rating-work")).Should().Be(1);
    }
}
