using Assessment.Testing;

namespace Assessment.Api.Tests;

/// <summary>Base of fixtures that share one running service; its clock stands at the first day before each test.</summary>
public abstract class ApplicationTests
{
    private protected AssessmentApplication Application { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartApplication() => Application = await AssessmentApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopApplication() => await Application.DisposeAsync();

    [SetUp]
    public void SetClock() => Application.Clock.Set(AssessmentApplication.FirstDay);
}
