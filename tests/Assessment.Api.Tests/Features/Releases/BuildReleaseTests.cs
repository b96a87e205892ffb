using System.IO.Compression;
using Assessment.Api.Tests.Auditing;
using Assessment.Api.Tests.Features.Studies;

namespace Assessment.Api.Tests.Features.Releases;

public sealed class BuildReleaseTests : ApplicationTests
{
    private static readonly object Body = new { name = "2026-R1", producer = "Example Institute", contact = "data@example.org" };

    [Test]
    public async Task Too_few_people_are_never_released()
    {
        var study = await StudyPlay.DeclareAsync(Application);
        (await study.JoinAsync(await study.PlayAsync(people: 3))).EnsureSuccessStatusCode();
        var problem = await Problem.OfAsync(study.Evaluator.PostAsync($"/api/studies/{study.Id}/releases", Body));
        (problem.Status, problem.Code).Should().Be((422, "PRV-TOO-FEW"));
    }

    [Test]
    public async Task A_study_of_250_people_becomes_a_package_once_and_freezes()
    {
        var study = await StudyPlay.DeclareAsync(Application);
        var agency = await study.PlayAsync(people: 250);
        (await study.JoinAsync(agency)).EnsureSuccessStatusCode();
        HttpResponseMessage? answer = null;
        (await AuditTrail.GainedAsync(Application, async () => answer = await study.Evaluator.PostAsync($"/api/studies/{study.Id}/releases", Body)))
            .Should().Equal("build.release");
        using var built = answer!;
        built.IsSuccessStatusCode.Should().BeTrue(await built.Content.ReadAsStringAsync());
        using var package = new ZipArchive(await built.Content.ReadAsStreamAsync());
        using var scores = new StreamReader(package.Entries.Single(entry => entry.Name == "scores.csv").Open());
        (await scores.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(251);
        (await Problem.OfAsync(study.JoinAsync(await Application.NewAgencyAsync()))).Code.Should().Be("study-frozen");
    }

    [Test]
    public async Task A_study_of_another_evaluator_looks_like_none()
    {
        var (own, other) = (await StudyPlay.DeclareAsync(Application), await StudyPlay.DeclareAsync(Application));
        (await Problem.OfAsync(other.Evaluator.PostAsync($"/api/studies/{own.Id}/releases", Body))).Code.Should().Be("not-found");
    }
}
