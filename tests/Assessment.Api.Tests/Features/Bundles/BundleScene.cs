using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Agencies;
using Assessment.Api.Features.Bundles;
using Assessment.Api.Features.Classroom;
using Assessment.Api.Features.Demo;
using Assessment.Api.Features.Ratings;
using Assessment.Api.Security;
using Assessment.Api.Tests.Features.Ratings;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features.Bundles;

/// <summary>A main server with a class, and an empty classroom box.</summary>
internal sealed class BundleScene : IAsyncDisposable
{
    private static readonly string[] Tables =
    [
        "agency", "course", "instrument", "form_version", "delivery", "delivery_topic", "delivery_adherence", "participant", "participant_identity",
        "enrollment", "accommodation", "administration", "administration_form", "join_code", "consent", "notice", "attempt", "response", "response_event", "score_sheet", "study",
        "rater", "rating_assignment", "rubric_rating", "rubric_level",
    ];

    private readonly List<IAsyncDisposable> owned = [];

    public AssessmentApplication Main { get; private set; } = null!;

    public AssessmentApplication Box { get; private set; } = null!;

    public AssessmentApplicationAgency Agency { get; private set; } = null!;

    public AssessmentApplicationClass Class { get; private set; } = null!;

    public Guid[] Forms { get; private set; } = [];

    /// <summary>The trainer at the box, after <see cref="CarryOutAsync"/>.</summary>
    public ApiClient Trainer { get; private set; } = null!;

    /// <summary>A main server and a box on databases of their own, with an agency and its class.</summary>
    public static async Task<BundleScene> SetAsync(string engine, int people = 4)
    {
        var scene = new BundleScene();
        scene.Main = await scene.StartAsync(engine);
        scene.Box = await scene.StartAsync(engine);
        await scene.NewClassAsync(people);
        return scene;
    }

    /// <summary>Goes on with another agency and its class on the same servers.</summary>
    public async Task NewClassAsync(int people = 4)
    {
        Agency = await Main.NewAgencyAsync();
        Class = await Agency.ClassAsync(people, [.. Enumerable.Range(1, people).Select(i => $"Person Planted{i}")]);
        Forms = await Agency.PublishKnowledgeAsync();
    }

    /// <summary>Rows of the agency, whose number in either database is <c>@agency</c>.</summary>
    public Task<IReadOnlyList<T>> RowsAsync<T>(AssessmentApplication server, string sql) => server.ReadAsync(async session =>
        await session.List<T>(sql, new { agency = (await new AgencyStore(session).FindByUuid(Agency.Id))!.AgencyId }));

    /// <summary>Carries the class to the box and makes the trainer's key there.</summary>
    public async Task<BundleImport.Answer> CarryOutAsync()
    {
        var bundle = await ExportOutAsync();
        var imported = await TakeOutAsync(bundle.Bundle, bundle.Passphrase);
        await UnlockAsync();
        return imported.Value;
    }

    public Task<ExportBundle.Answer> ExportOutAsync() => Agency.Admin.PostAsync<ExportBundle.Answer>($"/api/deliveries/{Class.Id}/bundles");

    public Task<Result<BundleImport.Answer>> TakeOutAsync(byte[] file, string? passphrase, AssessmentApplication? box = null) =>
        (box ?? Box).Services.GetRequiredService<BundleImport>().OutAsync(file, passphrase, (_, _, _, _) => Task.CompletedTask, default);

    /// <summary>The bundle of a class at the box, on its way home.</summary>
    public async Task<byte[]> ExportHomeAsync(Guid? delivery = null) =>
        (await Trainer.PostAsync<ExportBundle.Answer>($"/api/deliveries/{delivery ?? Class.Id}/bundles")).Bundle;

    public Task<BundleImport.Answer> BringHomeAsync(byte[] file) => Agency.Admin.PostAsync<BundleImport.Answer>("/api/bundles", new ByteArrayContent(file));

    public Task<HttpResponseMessage> SendHomeAsync(byte[] file) => Agency.Admin.PostAsync("/api/bundles", new ByteArrayContent(file));

    /// <summary>A bundle on its way home with other content, closed and signed by the box itself.</summary>
    public async Task<byte[]> ChangeInsideAsync(byte[] file, Action<JsonNode> change)
    {
        var box = await Box.ReadAsync(async session => await new BoxStore(session).Own((await new AgencyStore(session).FindByUuid(Agency.Id))!.AgencyId));
        using var brotli = new BrotliStream(new MemoryStream(BundleSeal.Open(BundleSeal.Read(file)!, box!.Secret)!), CompressionMode.Decompress);
        var document = JsonNode.Parse(brotli)!;
        change(document);
        using var buffer = new MemoryStream();
        using (var packed = new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(Encoding.UTF8.GetBytes(document.ToJsonString()));
        using var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(box.SigningKey, out _);
        return BundleSeal.Close(BundleWay.Home, box.BoxId, box.Secret, signer, buffer.ToArray());
    }

    /// <summary>An administrator at the box, which hands out no such key itself.</summary>
    public async Task<ApiClient> AdminAtBoxAsync() => Box.Nobody.WithKey(await Box.Services.GetRequiredService<Database>().WriteAsync(async session =>
        await AddKey.CreateAsync(session, (await new AgencyStore(session).FindByUuid(Agency.Id))!.AgencyId, Role.AgencyAdmin, "Administrator", AssessmentApplication.FirstDay)));

    /// <summary>The trainer at the box opens the test.</summary>
    public Task<OpenAdministration.Answer> OpenAtBoxAsync(string wave, params Guid[] forms) =>
        Trainer.PostAsync<OpenAdministration.Answer>($"/api/deliveries/{Class.Id}/administrations", new { wave, forms });

    public Task<AssessmentApplicationAttempt> StartAtBoxAsync(OpenAdministration.Answer door, int person, string consent = "granted") =>
        AssessmentApplicationAttempt.StartAsync(Box.Nobody, Class.Start(door, person, consent));

    /// <summary>A person at the box answers the first item of the form that was dealt, rightly or not, and hands in.</summary>
    public async Task<AssessmentApplicationAttempt> TakeAtBoxAsync(OpenAdministration.Answer door, int person, bool right, string consent = "granted")
    {
        var attempt = await StartAtBoxAsync(door, person, consent);
        (await attempt.SaveAsync(attempt.Form.Items[0].Identifier, right ? "b" : "a", 1)).EnsureSuccessStatusCode();
        await attempt.SubmitAsync();
        return attempt;
    }

    /// <summary>The trainer at the box observes a person in a scenario; the attempt.</summary>
    public async Task<Guid> ObserveAtBoxAsync(OpenAdministration.Answer door, int person) => (await Trainer.PostAsync<ObserveScenario.Answer>(
        $"/api/administrations/{door.AdministrationId}/observations", new { attemptId = Guid.NewGuid(), participantId = Class.People[person].ParticipantId })).AttemptId;

    /// <summary>The trainer at the box rates; a reason makes it a correction.</summary>
    public async Task RateAtBoxAsync(Guid attempt, Guid rating, int? listening, int? options, Guid? replaces = null, string? reason = null) =>
        (await RatingScene.SendAsync(Trainer, rating, RatingScene.Levels(attempt, listening, options, replaces, reason))).EnsureSuccessStatusCode();

    /// <summary>Every row of the tables that a bundle may change, as text.</summary>
    public static async Task<string> StateAsync(AssessmentApplication server)
    {
        var state = new SortedDictionary<string, IEnumerable<string>>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            var rows = await server.ReadAsync(session => session.List<object>($"SELECT * FROM {table}"));
            state[table] = rows.Select(row => JsonSerializer.Serialize((IDictionary<string, object>)row)).Order(StringComparer.Ordinal).ToList();
        }

        return string.Join('\n', state.SelectMany(table => table.Value.Prepend(table.Key)));
    }

    /// <summary>Points of an attempt on a server; null without a score sheet.</summary>
    public Task<int?> PointsAsync(AssessmentApplication server, Guid attemptId) => server.ReadAsync(session => session.Find<int?>(
        "SELECT s.points FROM score_sheet s JOIN attempt a ON a.agency_id = s.agency_id AND a.attempt_no = s.attempt_no WHERE a.attempt_id = @attemptId",
        new { attemptId }));

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(owned)) await one.DisposeAsync();
    }

    private async Task UnlockAsync()
    {
        var keys = await ClassroomStart.FirstTrainerKeysAsync(Box.Services.GetRequiredService<Database>(), AssessmentApplication.FirstDay, default);
        var box = await Box.ReadAsync(async session => (await new AgencyStore(session).FindByUuid(Agency.Id))!.AgencyId);
        var mine = keys.Select(one => one.Secret).FirstOrDefault(key => key.StartsWith($"{box}.", StringComparison.Ordinal));
        if (mine is not null) Trainer = Box.Nobody.WithKey(mine);
    }

    private async Task<AssessmentApplication> StartAsync(string engine)
    {
        var database = TestDatabase.Create(engine);
        owned.Add(database);
        var server = await AssessmentApplication.StartAsync(database.Connection);
        owned.Add(server);
        return server;
    }
}
