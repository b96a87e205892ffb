using System.Text;
using Assessment.Statistics.Cases;

namespace Assessment.Api.Features.Estimates;

/// <summary>Reads a CSV file as strict UTF-8.</summary>
internal static class CsvTable
{
    /// <summary>The table, or the sentence that says why there is none.</summary>
    public static string? Read(string path, out CaseTable? table)
    {
        table = null;
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            table = CaseTable.Read(reader);
            return null;
        }
        catch (FormatException trouble)
        {
            return $"{Path.GetFileName(path)}: {trouble.Message}";
        }
        catch (DecoderFallbackException)
        {
            return $"{Path.GetFileName(path)} is not UTF-8 text.";
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return $"{Path.GetFileName(path)} cannot be read: {trouble.Message}";
        }
    }
}
