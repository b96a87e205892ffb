using Assessment.Api.Features.Demo;

namespace Assessment.Benchmarks.Load;

/// <summary>A running service with the sample study set up, and the ways to load it.</summary>
internal sealed class LoadStage : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ServerProcess server;

    public LoadStage()
    {
        server = new ServerProcess(DatabaseFile);
        Http = new HttpClient { BaseAddress = server.Address };
        Generator = new Generator(server.Address);
        Nobody = new ApiClient(Http);
    }

    public string DatabaseFile => Path.Combine(folder.Path, "load.db");

    public string Folder => folder.Path;

    public Uri Server => server.Address;

    public HttpClient Http { get; }

    public Generator Generator { get; }

    public ApiClient Nobody { get; }

    /// <summary>The classes of the study, set up through the API.</summary>
    public async Task<Classroom> SetUpAsync()
    {
        var setup = new DemoSetup(Nobody, new StudyFiles(Path.Combine(AppContext.BaseDirectory, "samples", "academy-study")));
        await setup.RunAsync(server.OperatorKey, () => { });
        return new Classroom(Nobody, setup);
    }

    public void Dispose()
    {
        Http.Dispose();
        server.Dispose();
        folder.Dispose();
    }
}
