using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Demo;
using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests.Taking;

/// <summary>A class in front of its test: the service behind an uplink, and people who come one after the other.</summary>
internal sealed class TakeScene : IAsyncDisposable
{
    private const int People = 60;

    private readonly string folder = Directory.CreateTempSubdirectory("assessment-take-").FullName;
    private readonly HttpClient http;
    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!;
    private readonly List<IBrowserContext> devices = [];
    private int next;

    private TakeScene() => http = new HttpClient(new ToServer(this)) { BaseAddress = new Uri("http://server") };

    public AssessmentApplication Application { get; private set; } = null!;

    public Uplink Uplink { get; private set; } = null!;

    public AssessmentApplicationAgency Agency { get; private set; } = null!;

    public Guid AdministrationId => door.AdministrationId;

    /// <summary>A caller that knows the server wherever it was started last, past the uplink.</summary>
    public ApiClient Nobody => new(http);

    public ApiClient Admin => Nobody.WithKey(Agency.AdminKey);

    public static async Task<TakeScene> SetAsync(string form = TakeForms.Every, object? settings = null)
    {
        var scene = new TakeScene();
        scene.Application = await AssessmentApplication.StartAsync(scene.Database);
        scene.Uplink = new Uplink(scene.Application.Address);
        scene.Agency = await scene.Application.NewAgencyAsync();
        scene.people = await scene.Agency.ClassAsync(People);
        scene.door = await scene.people.OpenAsync("pre", [await scene.Agency.PublishAsync(form)], settings ?? new { });
        return scene;
    }

    private string Database => Path.Combine(folder, "assessment.db");

    private string Copies => Directory.CreateDirectory(Path.Combine(folder, "copy")).FullName;

    /// <summary>The next person begins and has a device, the ticket in its cookie; the page is not open yet.</summary>
    public async Task<Taker> ComeAsync(IBrowserContext? device = null)
    {
        var (person, attempt) = await StartAsync();
        var context = device ?? await Browser.NewContextAsync(width: 400);
        if (device is null) devices.Add(context);
        var taker = new Taker(this, attempt, people.People[person].Token!, context);
        await taker.HoldTicketAsync();
        return taker;
    }

    /// <summary>The next person begins, without a browser.</summary>
    public async Task<(int Person, AssessmentApplicationAttempt Attempt)> StartAsync()
    {
        var person = next++;
        return (person, await AssessmentApplicationAttempt.StartAsync(Nobody, people.Start(door, person)));
    }

    /// <summary>The next person sits with the page open and everything kept for being without a network.</summary>
    public async Task<Taker> SitAsync()
    {
        var taker = await ComeAsync();
        await taker.OpenAsync();
        await taker.IsKeptAsync();
        return taker;
    }

    /// <summary>Ends the service and starts it again on the same database, behind the same uplink.</summary>
    public async Task RestartAsync(Func<Task>? between = null)
    {
        await Application.DisposeAsync();
        if (between is not null) await between();
        Application = await AssessmentApplication.StartAgainAsync(Database);
        Uplink.Server = Application.Address;
    }

    /// <summary>After a test: all is well with the uplink, and nobody is in the room.</summary>
    public async Task RestAsync()
    {
        (Uplink.IsCut, Uplink.Loss, Uplink.Delay) = (false, 0, TimeSpan.Zero);
        foreach (var device in devices) await device.CloseAsync();
        devices.Clear();
    }

    /// <summary>Copies the database while the service is not running.</summary>
    public Task Copy()
    {
        foreach (var file in Directory.GetFiles(folder)) File.Copy(file, Path.Combine(Copies, Path.GetFileName(file)));
        return Task.CompletedTask;
    }

    /// <summary>Puts the copy in the place of the database.</summary>
    public Task Restore()
    {
        foreach (var file in Directory.GetFiles(folder)) File.Delete(file);
        foreach (var file in Directory.GetFiles(Copies)) File.Move(file, Path.Combine(folder, Path.GetFileName(file)));
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Uplink.DisposeAsync();
        await Application.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Sends each request to where the server is now.</summary>
    private sealed class ToServer(TakeScene scene) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(scene.Application.Address, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
