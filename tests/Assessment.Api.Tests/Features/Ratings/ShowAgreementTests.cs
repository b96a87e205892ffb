using Assessment.Api.Features.Ratings;

namespace Assessment.Api.Tests.Features.Ratings;

public sealed class ShowAgreementTests : ApplicationTests
{
    [Test]
    public async Task Whole_double_ratings_are_compared_per_wave()
    {
        var scene = await RatingScene.PlayAsync(Application, people: 4);
        await scene.AssignAsync(share: 0.75);
        foreach (var (key, _) in scene.Coders)
        {
            foreach (var work in await scene.WorkAsync(key))
            {
                await RatingScene.RateAsync(key, Guid.NewGuid(), work.AttemptId, listening: 1 + (scene.Attempts.IndexOf(work.AttemptId) % 3), options: 1);
            }
        }

        var shown = await ShowAsync(scene);
        var item = shown.Items.Should().ContainSingle().Subject;
        (item.Wave, item.Form, item.Item, item.Rated, item.RatedTwice).Should().Be(("pre", "essay", "e1", 4, 3));
        item.Agreement.Criteria[0].PercentAgreement.Value.Should().Be(1);
        item.Agreement.Criteria[1].Kappa.Reason.Should().Be("chance agreement is complete", "everybody got level 1");
    }

    [Test]
    public async Task Half_a_rating_is_not_compared()
    {
        var scene = await RatingScene.PlayAsync(Application, people: 1);
        await scene.AssignAsync(share: 1);
        await RatingScene.RateAsync(await scene.CoderOfAsync(scene.Attempts[0]), Guid.NewGuid(), scene.Attempts[0], 1, 1);
        await RatingScene.RateAsync(await scene.CoderOfAsync(scene.Attempts[0], second: true), Guid.NewGuid(), scene.Attempts[0], 1, null);

        var item = (await ShowAsync(scene)).Items.Single();
        (item.Rated, item.RatedTwice, item.Agreement.Points.Reason).Should().Be((1, 0, "n = 0"));
    }

    [Test]
    public async Task Another_agency_finds_no_such_instrument()
    {
        var (scene, other) = (await RatingScene.PlayAsync(Application, people: 1), await Application.NewAgencyAsync());
        (await Problem.OfAsync((await other.KeyAsync("evaluator")).SendAsync(HttpMethod.Get, await AddressAsync(scene)))).Code.Should().Be("not-found");
    }

    private static async Task<ShowAgreement.Answer> ShowAsync(RatingScene scene) => await scene.Coders[0].Key.GetAsync<ShowAgreement.Answer>(await AddressAsync(scene));

    private static async Task<string> AddressAsync(RatingScene scene)
    {
        var id = (await scene.App.ReadAsync(session => session.List<string>(
            "SELECT instrument_id FROM instrument i JOIN agency a ON a.agency_id = i.owner_agency_id WHERE a.agency_id = @Number", new { scene.Agency.Number }))).Single();
        return $"/api/instruments/{id}/agreement";
    }
}
