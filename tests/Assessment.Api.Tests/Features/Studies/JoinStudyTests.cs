using System.Net;

namespace Assessment.Api.Tests.Features.Studies;

public sealed class JoinStudyTests : ApplicationTests
{
    [Test]
    public async Task Joining_twice_is_no_error()
    {
        var (study, agency) = (await StudyPlay.DeclareAsync(Application), await Application.NewAgencyAsync());
        for (var i = 0; i < 2; i++)
        {
            using var joined = await study.JoinAsync(agency);
            joined.StatusCode.Should().Be(HttpStatusCode.NoContent);
        }
    }

    [Test]
    public async Task An_unknown_study_is_not_found()
    {
        var agency = await Application.NewAgencyAsync();
        (await Problem.OfAsync(agency.Admin.PostAsync($"/api/studies/{Guid.NewGuid()}/join"))).Code.Should().Be("not-found");
    }
}
