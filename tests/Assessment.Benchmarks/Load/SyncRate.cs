using System.Diagnostics;

namespace Assessment.Benchmarks.Load;

/// <summary>How often a second the disk can be made to keep 4 KiB: what durable commits are bounded by.</summary>
internal static class SyncRate
{
    public static double Measure(string folder, TimeSpan time)
    {
        var path = Path.Combine(folder, "sync.probe");
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, options: FileOptions.DeleteOnClose);
        var block = new byte[4096];
        var clock = Stopwatch.StartNew();
        var syncs = 0;
        for (; clock.Elapsed < time; syncs++)
        {
            RandomAccess.Write(file, block, syncs % 1024 * (long)block.Length);
            RandomAccess.FlushToDisk(file);
        }

        return syncs / clock.Elapsed.TotalSeconds;
    }
}
