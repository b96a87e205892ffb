using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Ratings;

/// <summary>Raters of the same attempts who save at the same moment, on every engine.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class RatersAtOnceTests(string engine)
{
    private const int People = 6;

    private TestDatabase database = null!;
    private AssessmentApplication app = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        database = TestDatabase.Create(engine);
        app = await AssessmentApplication.StartAsync(database.Connection);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (app is not null) await app.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    [Test]
    public async Task No_rating_is_lost_from_the_score()
    {
        var scene = await RatingScene.PlayAsync(app, People);
        await scene.AssignAsync(share: 1);
        var saves = new List<Task>();
        foreach (var (key, _) in scene.Coders)
        {
            // First raters give 3 points, second ones 1: the mean is 2.
            saves.AddRange((await scene.WorkAsync(key)).Select(work => RatingScene.RateAsync(key, Guid.NewGuid(), work.AttemptId, work.Second ? 2 : 3, work.Second ? 1 : 2)));
        }

        await Task.WhenAll(saves);

        saves.Should().HaveCount(2 * People);
        foreach (var attempt in scene.Attempts) (await scene.PointsAsync(attempt)).Should().Be(2);
    }
}
