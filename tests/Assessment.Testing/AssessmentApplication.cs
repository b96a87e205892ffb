using Assessment.Api.Features.Demo;
using Assessment.Api.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Assessment.Testing;

/// <summary>
/// The real service on a free loopback port, with a clock that tests set. Tests speak HTTP only.
/// </summary>
internal sealed class AssessmentApplication : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private AssessmentApplication(WebApplication app, DemoClock clock, string operatorKey)
    {
        this.app = app;
        Clock = clock;
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Nobody = new ApiClient(http);
        Operator = Nobody.WithKey(operatorKey);
    }

    public DemoClock Clock { get; }

    public ApiClient Nobody { get; }

    public ApiClient Operator { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => http.BaseAddress!;

    public static async Task<AssessmentApplication> StartAsync(string connection)
    {
        var clock = new DemoClock(TimeProvider.System);
        clock.Set(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var app = AssessmentServer.Build(new ServerSettings(connection, "http://127.0.0.1:0", clock));
        await app.StartAsync();
        return new AssessmentApplication(app, clock, (await FirstKey.CreateAsync(app.Services, default))!);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
