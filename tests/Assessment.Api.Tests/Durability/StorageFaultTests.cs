using System.Diagnostics;
using Assessment.Api.Features.Attempts;
using Assessment.Data;
using Assessment.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Assessment.Api.Tests.Durability;

/// <summary>The disk is full, or another program holds the database: what is acknowledged stays, what is not is told, and it goes on.</summary>
public sealed class StorageFaultTests
{
    private const int LockSeconds = 2;

    private static readonly string LongName = new('d', 64);

    private string file = "";
    private AssessmentApplication app = null!;
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationAttempt attempt = null!;

    [SetUp]
    public async Task StartAsync()
    {
        file = Path.Combine(Path.GetTempPath(), $"assessment_storage_{Guid.NewGuid():N}.db");
        app = await AssessmentApplication.StartAsync($"Data Source={file};Default Timeout={LockSeconds}");
        await NewAttemptAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await app.DisposeAsync();
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
    }

    [Test]
    public async Task A_full_disk_is_told_loses_nothing_acknowledged_and_saving_goes_on_once_there_is_room()
    {
        await SetMostPagesAsync("(SELECT page_count FROM pragma_page_count())");
        var revision = 0L;
        Problem? full = null;
        while (full is null && ++revision < 2000)
        {
            using var saved = await attempt.SaveAsync("a1", revision % 2 == 0 ? "a" : "b", revision, LongName);
            if (!saved.IsSuccessStatusCode) full = await Problem.OfAsync(Task.FromResult(saved));
        }

        (full!.Status, full.Code).Should().Be((507, "storage-full"));
        full.Text.Should().Contain("kept on this device");
        var acknowledged = new ShowAttempt.Saved("a1", (revision - 1) % 2 == 0 ? "a" : "b", revision - 1);
        (await attempt.ShowAsync()).Responses.Should().Equal(acknowledged);
        object[] queued = [.. Enumerable.Range(1, 400).Select(i => new { item = "a4", value = "a", revision = i })];
        (await Problem.OfAsync(UploadAsync(queued))).Code.Should().Be("storage-full");
        (await attempt.ShowAsync()).Responses.Should().Equal([acknowledged], "of an upload in one transaction nothing is kept");

        await SetMostPagesAsync("1000000");
        (await attempt.SaveAsync("a1", "b", revision, LongName)).EnsureSuccessStatusCode();
        (await UploadAsync(queued)).EnsureSuccessStatusCode();
        (await attempt.ShowAsync()).Responses.Should().Equal(new("a1", "b", revision), new ShowAttempt.Saved("a4", "a", 400));
        (await attempt.SubmitAsync()).Code.Should().NotBeEmpty();
    }

    [Test]
    public async Task Staff_are_told_of_a_full_disk_too_and_nothing_half_written_is_there()
    {
        await SetMostPagesAsync("(SELECT page_count FROM pragma_page_count())");
        var before = await KeysAsync();
        var (added, code) = (0, (string?)null);
        while (code is null && added < 500)
        {
            using var answer = await agency.Admin.PostAsync("/api/keys", new { role = "trainer", label = new string('x', 100) });
            if (answer.IsSuccessStatusCode) added++;
            else code = (await Problem.OfAsync(Task.FromResult(answer))).Code;
        }

        code.Should().Be("storage-full");
        (await KeysAsync()).Should().Be((before.Keys + added, before.Entries + added), "each key stands with its audit entry, and the last with neither");
    }

    [Test]
    public async Task Saves_wait_for_another_program_that_holds_the_database_for_a_moment()
    {
        var held = await HoldAsync();
        var saves = Enumerable.Range(1, 4).Select(item => attempt.SaveAsync($"a{item}", null, 1)).ToList();
        var move = agency.Admin.PostAsync($"/api/attempts/{attempt.Id}/move");
        await Task.Delay(TimeSpan.FromSeconds(1));
        saves.Should().OnlyContain(save => !save.IsCompleted);
        await held.DisposeAsync();
        foreach (var save in saves.Append(move)) (await save).EnsureSuccessStatusCode();
        (await attempt.ShowAsync()).Responses.Should().HaveCount(4);
    }

    [Test]
    public async Task Held_for_too_long_everybody_is_told_in_time_nothing_is_half_written_and_saving_goes_on()
    {
        (await attempt.SaveAsync("a1", "a", 1)).EnsureSuccessStatusCode();
        var watch = Stopwatch.StartNew();
        await using (await HoldAsync())
        {
            // Several of each kind: were each to wait in turn, the last would wait for many times the bound.
            var sent = Enumerable.Range(0, 12).Select(i => i % 2 == 0
                ? attempt.SaveAsync("a1", "b", i + 2)
                : agency.Admin.PostAsync("/api/keys", new { role = "trainer", label = "One more" })).ToList();
            foreach (var one in sent)
            {
                (await one).Headers.RetryAfter?.Delta.Should().Be(TimeSpan.FromSeconds(5));
                (await Problem.OfAsync(one)).Should().BeEquivalentTo(new { Status = 503, Code = "storage-busy" });
            }

            // One's turn, then one's own wait; and the writer's batch in flight before either.
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(3 * LockSeconds + 5));
            (await attempt.ShowAsync()).Responses.Should().Equal(new ShowAttempt.Saved("a1", "a", 1));
        }

        (await attempt.SaveAsync("a1", "b", 2)).EnsureSuccessStatusCode();
        (await attempt.ShowAsync()).Responses.Should().Equal(new ShowAttempt.Saved("a1", "b", 2));
    }

    [Test]
    public async Task Held_for_too_long_staff_read_so_on_a_page()
    {
        using var admin = await (await StaffMember.AddAsync(app, agency, "agency-admin")).BrowserAsync(app);
        await admin.GetAsync("/accounts");
        await using (await HoldAsync())
        {
            var page = await admin.PostAsync("/accounts?handler=Add", ("Label", "Sam"), ("SignInName", "sam.lee"), ("Role", "trainer"));
            ((int)page.Status).Should().Be(503);
            page.Html.Should().Contain("database is in use</h1>");
        }
    }

    [Test]
    public async Task On_PostgreSql_a_table_that_is_held_is_told_in_time_as_well()
    {
        await using var database = TestDatabase.Create(TestDatabase.PostgreSql);
        await app.DisposeAsync();
        app = await AssessmentApplication.StartAsync(
            new NpgsqlConnectionStringBuilder(database.Connection) { Options = "-c lock_timeout=1s" }.ConnectionString);
        await NewAttemptAsync();
        await using (var other = new NpgsqlConnection(database.Connection))
        {
            await other.OpenAsync();
            await using var transaction = await other.BeginTransactionAsync();
            await using var held = new NpgsqlCommand("LOCK TABLE response IN EXCLUSIVE MODE", other, transaction);
            await held.ExecuteNonQueryAsync();
            (await Problem.OfAsync(attempt.SaveAsync("a1", "a", 1))).Should().BeEquivalentTo(new { Status = 503, Code = "storage-busy" });
        }

        (await attempt.SaveAsync("a1", "a", 1)).EnsureSuccessStatusCode();
        await app.DisposeAsync();
    }

    private async Task NewAttemptAsync()
    {
        agency = await app.NewAgencyAsync();
        var people = await agency.ClassAsync(1);
        attempt = await people.StartAsync(await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"))));
    }

    private Task<HttpResponseMessage> UploadAsync(object[] answers) =>
        attempt.Holder.PutAsync($"/api/attempts/{attempt.Id}/responses", new { answers, device = LongName });

    /// <summary>SQLite itself then answers as it does when the file system has no room (SQLITE_FULL), in the real write path.</summary>
    private async Task SetMostPagesAsync(string pages)
    {
        var database = app.Services.GetRequiredService<Database>();
        var most = await database.WriteAsync(session => session.Value<long>($"SELECT {pages}"));
        await database.WriteAsync(session => session.Value<long>($"PRAGMA max_page_count = {most}"));
    }

    private Task<(long Keys, long Entries)> KeysAsync() => app.Services.GetRequiredService<Database>().ReadAsync(async session => (
        await session.Value<long>("SELECT COUNT(*) FROM api_key"), await session.Value<long>("SELECT COUNT(*) FROM audit_entry WHERE action = 'add.key'")));

    /// <summary>Another program's write transaction, until it is disposed.</summary>
    private async Task<SqliteConnection> HoldAsync()
    {
        var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return other;
    }
}
