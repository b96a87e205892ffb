using System.IO.Compression;
using Assessment.Api.Features.Reports;

namespace Assessment.Api.Features.Demo;

/// <summary>Writes what the demo brought home; each file appears whole.</summary>
internal static class DemoFiles
{
    public static void Write(string folder, DemoOutcome outcome)
    {
        foreach (var (ori, zip) in outcome.Reports)
        {
            var copy = Path.Combine(folder, $"grant-report-{ori}");
            Unpack(zip, copy);
            File.Move(Path.Combine(copy, ReportFiles.PdfName), copy + ".pdf", overwrite: true);
        }

        if (outcome.Release is { } release)
        {
            Unpack(release, Path.Combine(folder, "release"));
        }
    }

    private static void Unpack(byte[] zip, string folder)
    {
        var temporary = folder + ".new";
        Drop(temporary);
        using (var archive = new ZipArchive(new MemoryStream(zip)))
        {
            archive.ExtractToDirectory(temporary);
        }

        Drop(folder);
        Directory.Move(temporary, folder);
    }

    private static void Drop(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
