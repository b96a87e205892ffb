using System.Collections.Concurrent;
using System.Diagnostics;
using Assessment.Api.Features.Demo;

namespace Assessment.Api.Tests.Durability;

/// <summary>The service as a process of its own, so that it can be killed; everything it says is kept.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private const string KeyLine = "First operator key, shown this once: ";
    private const string AddressLine = "Serving on ";

    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HttpClient? http;

    private ServedProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The service ended: " + string.Join('\n', said)));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The operator's key; null when the database had one already.</summary>
    public string? OperatorKey { get; private set; }

    public ApiClient Nobody { get; private set; } = null!;

    /// <summary>Every line it wrote, without the one that shows the first key on purpose.</summary>
    public IReadOnlyList<string> Said => [.. said];

    /// <summary>Starts the service on a file and waits until it serves.</summary>
    /// <param name="database">The file.</param>
    /// <param name="more">Further options of the verb.</param>
    public static async Task<ServedProcess> StartAsync(string database, params string[] more)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "assess.dll");
        string[] arguments = [program, "serve", "--database", database, "--urls", "http://127.0.0.1:0", .. more];
        var served = new ServedProcess(Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
        served.http = new HttpClient { BaseAddress = await served.address.Task.WaitAsync(TimeSpan.FromMinutes(1)) };
        served.Nobody = new ApiClient(served.http);
        return served;
    }

    /// <summary>Ends it at once (SIGKILL): nothing is flushed, no handler runs.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        http?.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        if (line.StartsWith(KeyLine, StringComparison.Ordinal))
        {
            OperatorKey = line[KeyLine.Length..];
            return;
        }

        said.Enqueue(line);
        if (line.StartsWith(AddressLine, StringComparison.Ordinal)) address.TrySetResult(new Uri(line[AddressLine.Length..line.IndexOf(". Stop", StringComparison.Ordinal)].Split(", ")[^1]));
    }
}
