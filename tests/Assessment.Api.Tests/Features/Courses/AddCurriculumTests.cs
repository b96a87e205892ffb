using Assessment.Api.Features.Courses;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Courses;

public sealed class AddCurriculumTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;

    [SetUp]
    public async Task NewAgency() => agency = await Application.NewAgencyAsync();

    [Test]
    public async Task The_same_curriculum_version_is_taken_once()
    {
        var body = AssessmentApplicationForms.Curriculum($"Curriculum {agency.Id}");
        (await agency.Admin.PostAsync<AddCurriculum.Answer>("/api/curricula", body)).CourseId.Should().NotBeEmpty();
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/curricula", body))).Should().BeEquivalentTo(new { Status = 409, Code = "already-there" });
    }

    [Test]
    public async Task A_topic_that_the_Act_does_not_have_is_refused()
    {
        var problem = await Problem.OfAsync(agency.Admin.PostAsync("/api/curricula", AssessmentApplicationForms.Curriculum("Other", "FIRST_AID")));
        (problem.Status, problem.Code).Should().Be((422, "request-contradicts"));
    }

    [Test]
    public async Task What_is_left_out_is_named()
    {
        var problem = await Problem.OfAsync(agency.Admin.PostAsync("/api/curricula", new { title = "Only a title", version = "1" }));
        problem.Status.Should().Be(400);
        problem.Text.Should().ContainEquivalentOf("objectives").And.ContainEquivalentOf("course");
    }
}
