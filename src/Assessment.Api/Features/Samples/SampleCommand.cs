using System.CommandLine;

namespace Assessment.Api.Features.Samples;

/// <summary>The verb <c>sample</c>: writes the academy study, authored files included.</summary>
internal static class SampleCommand
{
    private const int Done = 0, WrongUsage = 2;

    /// <summary>The command, to be added to the root.</summary>
    public static Command Build()
    {
        var folder = new Option<string>("--out") { Description = "Folder to write to.", DefaultValueFactory = _ => Path.Combine("out", "sample") };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Same seed, same files; the default gives the study that comes with the program.",
            DefaultValueFactory = _ => SampleStudy.DefaultSeed,
        };
        var command = new Command("sample", "Write the sample study: forms, rosters, responses, ratings, interactions, contact volumes.") { folder, seed };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration;
            return Run(SampleStudy.Shipped, parsed.GetValue(folder)!, parsed.GetValue(seed), output.Output, output.Error);
        });
        return command;
    }

    /// <summary>Writes the study to a folder; every file appears whole or not at all.</summary>
    internal static int Run(SampleStudy study, string folder, ulong seed, TextWriter output, TextWriter error)
    {
        if (File.Exists(folder))
        {
            error.WriteLine($"{folder} is a file; --out needs a folder.");
            return WrongUsage;
        }

        foreach (var path in SampleStudy.Authored)
            Write(folder, path, temporary => File.Copy(Path.Combine(study.Folder, path), temporary, overwrite: true));
        foreach (var (path, text) in study.Generate(seed))
            Write(folder, path, temporary => File.WriteAllText(temporary, text));
        output.WriteLine(Path.GetFullPath(folder));
        return Done;
    }

    private static void Write(string folder, string path, Action<string> fill)
    {
        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = target + ".new";
        fill(temporary);
        File.Move(temporary, target, overwrite: true);
    }
}
