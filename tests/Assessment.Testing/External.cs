using System.Diagnostics;

namespace Assessment.Testing;

/// <summary>
/// Programs of the machine that some tests run. A missing one skips the test with the command that installs it;
/// with ASSESSMENT_REQUIRE_ALL=1 a skip is a failure.
/// </summary>
public static class External
{
    /// <summary>Skips or fails the running test when the program is not on the path.</summary>
    /// <param name="program">Such as "qpdf".</param>
    /// <param name="install">Such as "apt-get install qpdf".</param>
    public static void Require(string program, string install)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Require(folders.Any(folder => File.Exists(Path.Combine(folder, program))), $"{program} is not installed; run: {install}");
    }

    /// <summary>Skips or fails the running test when what it needs is not there.</summary>
    public static void Require(bool available, string reason)
    {
        if (available) return;
        if (Environment.GetEnvironmentVariable("ASSESSMENT_REQUIRE_ALL") == "1") Assert.Fail(reason);
        Assert.Ignore(reason);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code and all it said.</returns>
    public static (int ExitCode, string Output) Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }
}
