using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Testing;

namespace Assessment.Api.Tests.Fuzzing;

/// <summary>
/// Sends mutated bodies to every address that a participant's device writes to. No answer is a fault, none repeats what was
/// sent, and what is stored changes with an acknowledgement only.
/// </summary>
public sealed class BodyFuzzTests
{
    private static readonly int[] Refusals = [400, 401, 404, 409, 413, 415, 422];
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private BodyMutator mutator = null!;
    private Random random = null!;
    private AssessmentApplication app = null!;
    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!;
    private AssessmentApplicationAttempt target = null!, submitted = null!, witness = null!;
    private string moveCode = "";
    private long revision;

    private sealed record Sent(HttpMethod Method, string Path, string? Ticket, (string, string)[] Members);

    [TestCaseSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
    public Task No_body_makes_a_fault_or_changes_what_was_not_acknowledged(string engine) => FuzzAsync(engine, requests: 600, seed: 2026);

    [Explicit("takes minutes"), Category("Long")]
    [TestCaseSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
    public Task Of_twenty_thousand_bodies_none_makes_a_fault(string engine) => FuzzAsync(engine, requests: 20_000, seed: 20_000);

    private async Task FuzzAsync(string engine, int requests, int seed)
    {
        await using var database = TestDatabase.Create(engine);
        await using var started = await AssessmentApplication.StartAsync(database.Connection);
        (app, random, revision) = (started, new Random(seed), 0);
        mutator = new BodyMutator(random);
        await SetUpAsync();
        using var http = new HttpClient { BaseAddress = app.Address, Timeout = Patience };
        var statuses = new SortedDictionary<int, int>();
        var before = await StateAsync(witness);
        var state = await StateAsync(target);
        for (var i = 0; i < requests; i++)
        {
            var sent = Draw();
            using var body = mutator.Next(sent.Members);
            var (status, text) = await SendAsync(http, sent, body, $"request {i} of seed {seed}");
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            var now = await StateAsync(target);
            if (!Acknowledges(sent, status, text)) now.Should().Be(state, "request {0} of seed {1} was not acknowledged: {2} {3}", i, seed, sent.Path, text);
            state = now;
            if (sent.Path.EndsWith("continue", StringComparison.Ordinal) && status == 200) await NewMoveCodeAsync();
        }

        TestContext.Out.WriteLine($"{requests} bodies on {engine}: " + string.Join(", ", statuses.Select(pair => $"{pair.Value} × {pair.Key}")));
        statuses.Keys.Should().Contain([200, 400, 409, 413, 415, 422], "the bodies must reach every kind of answer");
        (await StateAsync(witness)).Should().Be(before);
        (await app.Nobody.SendAsync(HttpMethod.Get, "/health")).EnsureSuccessStatusCode();
        await witness.SubmitAsync();
    }

    private async Task SetUpAsync()
    {
        var agency = await app.NewAgencyAsync();
        people = await agency.ClassAsync(4);
        door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
        (target, submitted, witness) = (await people.StartAsync(door, 0), await people.StartAsync(door, 1), await people.StartAsync(door, 2));
        (await witness.SaveAsync("a1", "b", 1)).EnsureSuccessStatusCode();
        await NewMoveCodeAsync();
    }

    private async Task NewMoveCodeAsync() =>
        moveCode = (await people.Agency.Admin.PostAsync<MoveAttempt.Answer>($"/api/attempts/{target.Id}/move")).MoveCode;

    private static async Task<(int Status, string Text)> SendAsync(HttpClient http, Sent sent, HttpContent body, string which)
    {
        using var request = new HttpRequestMessage(sent.Method, sent.Path) { Content = body };
        if (sent.Ticket is { } ticket) request.Headers.Authorization = new("Ticket", ticket);
        var bytes = await body.ReadAsByteArrayAsync();
        var start = Encoding.UTF8.GetString(bytes.Take(300).ToArray());

        // The server closes a connection on which more was sent than it takes; ask first, and let no later request meet the closing.
        (request.Headers.ExpectContinue, request.Headers.ConnectionClose) = (bytes.Length > MostBytes, bytes.Length > MostBytes);
        var watch = Stopwatch.StartNew();
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var status = (int)response.StatusCode;
        watch.Elapsed.Should().BeLessThan(Patience);
        if (!response.IsSuccessStatusCode)
        {
            var tell = $"{which}: {sent.Method} {sent.Path} {body.Headers.ContentType} {start}";
            Refusals.Should().Contain(status, "{0} was answered {1}", tell, text);
            response.Content.Headers.ContentType?.MediaType.Should().Be("application/problem+json", tell);
            text.Should().NotContain(BodyMutator.Marker, tell);
        }

        return (status, text);
    }

    /// <summary>Whether the answer says that something of the target attempt was kept.</summary>
    private bool Acknowledges(Sent sent, int status, string text) => status == 200 && sent.Ticket == target.Ticket
        && (!sent.Path.EndsWith("responses", StringComparison.Ordinal) || JsonDocument.Parse(text).RootElement.GetProperty("answers")
            .EnumerateArray().Any(answer => answer.GetProperty("state").GetString() == "saved"));

    private static async Task<string> StateAsync(AssessmentApplicationAttempt attempt) =>
        JsonSerializer.Serialize(await attempt.ShowAsync());

    private Sent Draw() => random.Next(10) switch
    {
        0 or 1 or 2 => new(HttpMethod.Put, $"/api/attempts/{target.Id}/responses/{Item()}", target.Ticket, Answer()),
        3 or 4 or 5 => new(HttpMethod.Put, $"/api/attempts/{target.Id}/responses", target.Ticket, [("answers", Answers()), ("device", "\"tablet\"")]),
        6 => new(HttpMethod.Post, $"/api/attempts/{submitted.Id}/submit", submitted.Ticket, [("x", "1")]),
        7 => new(HttpMethod.Post, "/api/attempts", null, StartMembers()),
        8 => new(HttpMethod.Post, "/api/attempts/continue", null, [("moveCode", $"\"{moveCode}\""), ("token", Token(0))]),
        _ => new(HttpMethod.Post, random.Next(2) == 0 ? "/api/withdrawals" : "/api/doors", null, [("joinCode", $"\"{door.JoinCode}\""), ("token", Token(1))]),
    };

    private (string, string)[] StartMembers() =>
    [
        ("attemptId", $"\"{(random.Next(2) == 0 ? submitted.Id : Guid.NewGuid())}\""), ("joinCode", $"\"{door.JoinCode}\""), ("token", Token(random.Next(4))),
        ("device", "\"tablet\""), ("consent", "\"granted\""), ("language", "\"es\""),
    ];

    private string Token(int person) => $"\"{people.People[person].Token}\"";

    private string Item() => random.Next(4) switch
    {
        0 => Uri.EscapeDataString(((char)random.Next(1, 0xD800)).ToString()),
        _ => "a" + random.Next(1, 5).ToString(CultureInfo.InvariantCulture),
    };

    private (string, string)[] Answer() =>
    [
        ("value", new[] { "\"a\"", "\"b\"", "true", "[\"a\",\"c\"]", "null" }[random.Next(5)]),
        ("revision", (++revision).ToString(CultureInfo.InvariantCulture)), ("device", random.Next(2) == 0 ? "\"tablet\"" : "\"phone\""),
        ("seen", random.Next(2) == 0 ? "null" : (revision - 1).ToString(CultureInfo.InvariantCulture)),
    ];

    private string Answers()
    {
        var answers = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(4) == 0
            ? mutator.Any(2)
            : $"{{\"item\":\"a{random.Next(1, 5)}\",\"value\":{(random.Next(4) == 0 ? mutator.Any(1) : "\"a\"")},\"revision\":{++revision},\"seen\":{revision}}}");
        return $"[{string.Join(',', answers)}]";
    }
}
