using System.Diagnostics;
using System.Globalization;
using Assessment.Reporting.Rendering;
using Assessment.Reporting.Reports.Grant;
using Assessment.Reporting.Tests.Reports.Grant;

namespace Assessment.Benchmarks.Reports;

/// <summary>The grant report of the larger example agency: composed from its facts and rendered as tagged PDF.</summary>
internal static class ReportCommand
{
    private const int WarmUps = 20, Runs = 50;

    /// <summary>Times the report; writes it to <paramref name="file"/> when one is named, so that it can be looked at.</summary>
    public static int Run(string? file)
    {
        var facts = ExampleFacts.Large;
        var (first, pdf) = Once(facts);
        for (var i = 0; i < WarmUps; i++) Once(facts);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var times = Enumerable.Range(0, Runs).Select(_ => Once(facts).Time).Order().ToArray();
        allocated = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / Runs;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"grant report, {pdf.Length / 1024} KiB: first {first.TotalMilliseconds:0.0} ms; warm, {Runs} runs: median {times[Runs / 2].TotalMilliseconds:0.0} ms, " +
            $"fastest {times[0].TotalMilliseconds:0.0}, slowest {times[^1].TotalMilliseconds:0.0}; {allocated / 1024} KiB allocated a report, peak working set {process.PeakWorkingSet64 / 1048576} MiB"));
        if (file is not null) File.WriteAllBytes(file, pdf);
        return 0;
    }

    private static (TimeSpan Time, byte[] Pdf) Once(GrantReportFacts facts)
    {
        var since = Stopwatch.GetTimestamp();
        using var stream = new MemoryStream();
        new TaggedPdfRenderer("Assessment").Render(GrantReport.Compose(facts), stream);
        return (Stopwatch.GetElapsedTime(since), stream.ToArray());
    }
}
