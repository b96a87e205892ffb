using System.Net;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Grants;

public sealed class AddGrantTests
{
    private string file = "";
    private AssessmentApplication app = null!;
    private GrantScene agency = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        file = Path.Combine(Path.GetTempPath(), $"assessment_grants_{Guid.NewGuid():N}.db");
        app = await AssessmentApplication.StartAsync(file);
        agency = await GrantScene.NewAgencyAsync(app, "OH9990600");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await app.DisposeAsync();
        File.Delete(file);
    }

    [Test]
    public async Task Award_is_registered_once()
    {
        await agency.AddGrantAsync();
        using var again = await agency.Admin.PostAsync("/api/grants", GrantScene.Grant());
        again.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await again.Content.ReadAsStringAsync()).Should().Contain("already-there");
    }

    [Test]
    public async Task Unknown_stream_is_named()
    {
        using var answer = await agency.Admin.PostAsync("/api/grants", GrantScene.Grant(stream: "lottery"));
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("stream");
    }

    [Test]
    public async Task Unknown_topic_is_refused_with_those_that_are_known()
    {
        using var answer = await agency.Admin.PostAsync("/api/grants", GrantScene.Grant(topic: "SURFING"));
        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("request-contradicts").And.Contain("CIT_PART");
    }
}
