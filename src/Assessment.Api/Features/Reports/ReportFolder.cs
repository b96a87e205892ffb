using System.Text.Json;

namespace Assessment.Api.Features.Reports;

/// <summary>
/// A report on disk: FILE.pdf with its machine copy in the folder FILE, or all together in one folder. Files appear whole:
/// they are written under another name and moved.
/// </summary>
internal static class ReportFolder
{
    /// <summary>Writes FILE.pdf and its machine copy into the folder of the same name without ".pdf".</summary>
    public static void Write(string pdf, ReportFiles files)
    {
        var folder = Beside(pdf);
        var (newFolder, newPdf) = (folder + ".new", pdf + ".new");
        Drop(newFolder);
        Directory.CreateDirectory(newFolder);
        foreach (var (name, bytes) in files.MachineCopy)
        {
            File.WriteAllBytes(Path.Combine(newFolder, name), bytes);
        }

        File.WriteAllBytes(newPdf, files.Pdf);
        Drop(folder);
        Directory.Move(newFolder, folder);
        File.Move(newPdf, pdf, overwrite: true);
    }

    /// <summary>The folder with the machine copy of a PDF; null when neither place has one.</summary>
    public static string? FindCopy(string pdf)
    {
        string[] places = [Beside(pdf), Path.GetDirectoryName(Path.GetFullPath(pdf))!];
        return places.FirstOrDefault(folder => File.Exists(Description(folder)));
    }

    /// <summary>The report's id in a machine copy; null when the description cannot be read.</summary>
    public static Guid? ReadId(string folder)
    {
        try
        {
            using var description = JsonDocument.Parse(File.ReadAllBytes(Description(folder)));
            return description.RootElement.TryGetProperty("id", out var id) && id.TryGetGuid(out var found) ? found : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Beside(string pdf)
    {
        var full = Path.GetFullPath(pdf);
        return Path.Combine(Path.GetDirectoryName(full)!, Path.GetFileNameWithoutExtension(full));
    }

    private static string Description(string folder) => Path.Combine(folder, Assessment.Reporting.MachineCopy.MachineCopyFiles.ReportJson);

    private static void Drop(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
