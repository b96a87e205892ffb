using Assessment.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using System.Diagnostics;

namespace Assessment.Benchmarks.Load;

/// <summary>What the server has used so far.</summary>
/// <param name="Allocated">Bytes allocated.</param>
/// <param name="Processor">Processor time.</param>
/// <param name="PeakMemory">Largest working set, bytes.</param>
internal sealed record ServerUse(long Allocated, TimeSpan Processor, long PeakMemory);

/// <summary>
/// The real service as a process of its own, with two addresses more behind the same middleware: one that does nothing, to
/// compare with, and one that tells what the process has used. Address and first key go to standard output.
/// </summary>
internal static class LoadServer
{
    public const string Empty = "/empty", Use = "/use";

    public static async Task<int> RunAsync(string database)
    {
        await using var app = AssessmentServer.Build(new ServerSettings(database, "http://127.0.0.1:0", TimeProvider.System));
        app.MapGet(Empty, () => TypedResults.NoContent()).AllowAnonymous();
        app.MapGet(Use, () => Used()).AllowAnonymous();
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        Console.WriteLine(await FirstKey.CreateAsync(app.Services, default));
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static ServerUse Used()
    {
        using var process = Process.GetCurrentProcess();
        return new ServerUse(GC.GetTotalAllocatedBytes(), process.TotalProcessorTime, process.PeakWorkingSet64);
    }
}
