namespace Assessment.Api.Tests.Features.Studies;

public sealed class AddStudyTests : ApplicationTests
{
    [TestCase("E", "designClass")]
    [TestCase(null, "designClass")]
    public async Task A_design_class_that_does_not_exist_is_named(string? designClass, string field)
    {
        var evaluator = (await StudyPlay.DeclareAsync(Application)).Evaluator;
        var problem = await Problem.OfAsync(evaluator.PostAsync("/api/studies", new { title = "Study", designClass, outcomes = "Gain", plan = "Paired" }));
        problem.Status.Should().Be(400);
        problem.Text.Should().ContainEquivalentOf(field);
    }
}
