using System.Diagnostics;
using System.Globalization;
using Assessment.Api.Features.Demo;
using Assessment.Benchmarks.Load;
using Assessment.Data;

namespace Assessment.Benchmarks.Gains;

/// <summary>
/// Gain analysis of a large study from the database: 500 agencies, 8,000 classes, 200,000 people, three waves. The study is
/// written once; each measurement is a process of its own.
/// </summary>
internal static class GainsCommand
{
    private static readonly StudySize Size = new(Agencies: 500, ClassesPerAgency: 16, PeoplePerClass: 25);

    public static async Task<int> RunAsync(string? kept)
    {
        using var folder = new TemporaryFolder();
        var database = kept ?? Path.Combine(folder.Path, "gains.db");
        if (!File.Exists(database)) await WriteAsync(database);
        foreach (var who in new[] { GainsOnce.Everybody, GainsOnce.Consenting })
        {
            using var child = Process.Start(Environment.ProcessPath!, ["gains-once", database, who]);
            await child.WaitForExitAsync();
        }

        return 0;
    }

    /// <summary>The agency numbers of the generated study.</summary>
    public static IReadOnlyList<int> Agencies => Size.AgencyNumbers;

    /// <summary>Course and forms come through the API, as everywhere; the many rows go straight into the tables.</summary>
    private static async Task WriteAsync(string path)
    {
        var clock = Stopwatch.StartNew();
        using (var server = new ServerProcess(path))
        using (var http = new HttpClient { BaseAddress = server.Address })
        {
            await new DemoSetup(new ApiClient(http), new StudyFiles(Path.Combine(AppContext.BaseDirectory, "samples", "academy-study")))
                .RunAsync(server.OperatorKey, () => { });
        }

        using var database = Database.Open(path);
        await database.WriteAsync(async session =>
        {
            new StudyGenerator(session, await FrameAsync(session), Size).Write();
            return true;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"study written in {clock.Elapsed.TotalSeconds:0} s, {new FileInfo(path).Length / 1048576} MiB"));
    }

    private static async Task<StudyFrame> FrameAsync(Session session)
    {
        const string Tests =
            """
            FROM form_version v JOIN form f ON f.form_no = v.form_no JOIN instrument i ON i.instrument_no = f.instrument_no
            WHERE i.identifier = 'dekt'
            """;
        var versions = await session.List<int>($"SELECT v.form_version_no {Tests} ORDER BY f.edition");
        return new(
            await session.Value<int>("SELECT MIN(course_no) FROM course"),
            await session.Value<int>($"SELECT MIN(i.instrument_no) {Tests}"),
            versions,
            await session.Value<int>("SELECT COUNT(*) FROM item WHERE form_version_no = @version", new { version = versions[0] }));
    }
}
