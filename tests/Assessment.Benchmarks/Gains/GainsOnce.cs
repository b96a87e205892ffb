using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Studies;
using Assessment.Data;
using Assessment.Evaluation.Findings;

namespace Assessment.Benchmarks.Gains;

/// <summary>One process that analyses the study: first when nothing is compiled yet, then again.</summary>
internal static class GainsOnce
{
    public const string Everybody = "everybody", Consenting = "consenting";
    private const int Runs = 5;

    public static async Task<int> RunAsync(string path, string who)
    {
        using var database = Database.Open(path);
        for (var run = 1; run <= Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            var input = await database.ReadAsync(session => ReadAsync(session, database, who));
            var read = clock.Elapsed;
            var findings = FindingsJson.Write(AnalyzeStudy.Run("Large study", input, new DateOnly(2026, 11, 25)));
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{who}, run {run}: {clock.ElapsedMilliseconds} ms (read {read.TotalMilliseconds:0}), peak working set {process.PeakWorkingSet64 / 1048576} MiB, " +
                $"allocated so far {GC.GetTotalAllocatedBytes() / 1048576} MiB, {input.Scores.Enrollments.Count} people, findings SHA-256 {Convert.ToHexStringLower(SHA256.HashData(findings))[..16]}"));
        }

        return 0;
    }

    private static async Task<StudyInput> ReadAsync(Session session, Database database, string who)
    {
        var reader = new StudyScoresReader(session, new FormVersions(database), GainsCommand.Agencies);
        return who == Everybody
            ? await reader.ReadAsync(null, default)
            : await reader.ReadAsync((await Consents.ReadAsync(session, 0, 1)).Of, default);
    }
}
