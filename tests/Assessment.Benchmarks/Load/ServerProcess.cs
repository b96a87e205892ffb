using System.Diagnostics;

namespace Assessment.Benchmarks.Load;

/// <summary>This program again, as a child that ends when its standard input does.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    public ServerProcess(string database)
    {
        process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["load-server", database])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Address = new Uri(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start."));
        OperatorKey = process.StandardOutput.ReadLine()!;
    }

    public Uri Address { get; }

    public string OperatorKey { get; }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
