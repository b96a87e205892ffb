using Assessment.Api.Features.Demo;
using Assessment.Api.Hosting;
using Assessment.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Testing;

/// <summary>
/// The real service on a free loopback port, with a clock that tests set. Tests speak HTTP only.
/// </summary>
internal sealed class AssessmentApplication : IAsyncDisposable
{
    /// <summary>Where the clock stands when an application starts.</summary>
    public static readonly DateTimeOffset FirstDay = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;
    private readonly HttpClient http;
    private readonly string? file;

    private AssessmentApplication(WebApplication app, DemoClock clock, string operatorKey, string? file)
    {
        this.app = app;
        this.file = file;
        Clock = clock;
        OperatorKey = operatorKey;
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Nobody = new ApiClient(http);
        Operator = Nobody.WithKey(operatorKey);
    }

    public DemoClock Clock { get; }

    public ApiClient Nobody { get; }

    public ApiClient Operator { get; }

    public string OperatorKey { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => http.BaseAddress!;

    public static Task<AssessmentApplication> StartAsync(string connection) => StartAsync(connection, null);

    /// <summary>On a database that an application has run on before; the operator's key is not known then.</summary>
    public static Task<AssessmentApplication> StartAgainAsync(string connection) => StartAsync(connection, null);

    /// <summary>On a SQLite file of its own, removed when disposed.</summary>
    public static Task<AssessmentApplication> StartAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"assessment_test_{Guid.NewGuid():N}.db");
        return StartAsync(file, file);
    }

    /// <summary>A new agency with the key of its administrator.</summary>
    public Task<AssessmentApplicationAgency> NewAgencyAsync(string kind = "law-enforcement", string identityMode = "held") =>
        AssessmentApplicationAgency.AddAsync(Operator, Nobody, kind, identityMode);

    /// <summary>How often an action stands in an agency's audit.</summary>
    public async Task<int> AuditedAsync(AssessmentApplicationAgency agency, string action) =>
        (await AuditAsync(agency)).Count(entry => entry.Action == action);

    /// <summary>An agency's audit.</summary>
    public Task<IReadOnlyList<AuditRow>> AuditAsync(AssessmentApplicationAgency agency) =>
        ReadAsync(session => new AuditStore(session).List(agency.Number));

    /// <summary>Reads the database behind the service, for what no address shows.</summary>
    public Task<T> ReadAsync<T>(Func<Session, Task<T>> read) => Services.GetRequiredService<Database>().ReadAsync(read);

    /// <summary>Changes the database behind the service, for what no address does.</summary>
    public Task<int> WriteAsync(Func<Session, Task<int>> write) => Services.GetRequiredService<Database>().WriteAsync(write);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        foreach (var part in file is null ? [] : new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(part);
        }
    }

    private static async Task<AssessmentApplication> StartAsync(string connection, string? file)
    {
        var clock = new DemoClock(TimeProvider.System);
        clock.Set(FirstDay);
        var app = AssessmentServer.Build(new ServerSettings(connection, "http://127.0.0.1:0", clock));
        await app.StartAsync();
        return new AssessmentApplication(app, clock, await FirstKey.CreateAsync(app.Services, default) ?? "", file);
    }
}
