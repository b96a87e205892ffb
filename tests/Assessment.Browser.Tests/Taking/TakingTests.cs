namespace Assessment.Browser.Tests.Taking;

/// <summary>Tests of one class in front of its test, who rests after each.</summary>
public abstract class TakingTests
{
    private protected TakeScene Scene { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Set() => Scene = await SetSceneAsync();

    [OneTimeTearDown]
    public async Task End() => await Scene.DisposeAsync();

    [TearDown]
    public Task Rest() => Scene.RestAsync();

    /// <summary>The scene: every type of item without a limit of time, where a fixture does not say otherwise.</summary>
    private protected virtual Task<TakeScene> SetSceneAsync() => TakeScene.SetAsync();
}
