using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.MachineCopy;

/// <summary>
/// The report for machines: one CSV per table with the same number and columns, the data of each figure, and
/// <c>report.json</c> with parameters and the SHA-256 of every file. It is written from the composed document and from nothing
/// else, so a number that the report suppresses is in no file.
/// </summary>
public static class MachineCopyFiles
{
    /// <summary>Name of the description.</summary>
    public const string ReportJson = "report.json";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes the machine copy; the description last, so that its presence tells the copy is whole.</summary>
    /// <param name="document">The composed report.</param>
    /// <param name="parameters">How it was made, in order; keys are unique.</param>
    /// <param name="rendered">Files beside it that are listed with their checksum and not written here, such as the PDF.</param>
    /// <param name="create">Opens a new file of a plain name for writing; the stream is closed after it.</param>
    public static void Write(
        ReportDocument document,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        IReadOnlyList<RenderedFile> rendered,
        Func<string, Stream> create)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(rendered);
        ArgumentNullException.ThrowIfNull(create);
        var files = new List<ListedFile>(rendered.Select(file => Listed(file.Name, file.Title, file.Bytes.Span)));
        foreach (var (name, title, text) in Tables(document).Concat(Figures(document)))
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            files.Add(Listed(name, title, bytes));
            Save(create, name, bytes);
        }

        Save(create, ReportJson, Description(document, parameters, files));
    }

    private static IEnumerable<(string Name, string Title, string Text)> Tables(ReportDocument document) =>
        document.Blocks.OfType<Table>().Select(table => ($"{table.Number}.csv", table.Title, TableCsv.Of(table)));

    private static IEnumerable<(string Name, string Title, string Text)> Figures(ReportDocument document) =>
        document.Blocks.OfType<Figure>().Select(figure => ($"{figure.Number}.csv", figure.Title, FigureCsv.Of(figure.Chart)));

    private static ListedFile Listed(string name, string title, ReadOnlySpan<byte> bytes) =>
        new(name, title, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private static void Save(Func<string, Stream> create, string name, byte[] bytes)
    {
        using var stream = create(name);
        stream.Write(bytes);
    }

    private static byte[] Description(ReportDocument document, IReadOnlyList<KeyValuePair<string, string>> parameters, List<ListedFile> files)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", "report-copy/1");
            json.WriteString("id", document.Id);
            json.WriteString("title", document.Title);
            json.WriteString("author", document.Author);
            json.WriteString("language", document.Language);
            json.WriteStartObject("parameters");
            foreach (var (key, value) in parameters) json.WriteString(key, value);
            json.WriteEndObject();
            json.WriteStartArray("files");
            foreach (var file in files) file.WriteTo(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private sealed record ListedFile(string Name, string Title, int Bytes, string Sha256)
    {
        public void WriteTo(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("name", Name);
            json.WriteString("title", Title);
            json.WriteNumber("bytes", Bytes);
            json.WriteString("sha256", Sha256);
            json.WriteEndObject();
        }
    }
}
