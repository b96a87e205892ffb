using System.IO.Compression;
using Assessment.Reporting.Document;
using Assessment.Reporting.MachineCopy;
using Assessment.Reporting.Rendering;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Api.Features.Reports;

/// <summary>A report as files: the PDF, one CSV per table and figure, and report.json. The same facts give the same bytes.</summary>
internal sealed class ReportFiles
{
    public const string PdfName = "report.pdf";

    /// <summary>Earliest time that a zip can hold; a real one would make the bytes differ.</summary>
    private static readonly DateTimeOffset ZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private ReportFiles(ReportDocument document, byte[] pdf, IReadOnlyList<(string Name, byte[] Bytes)> copy) =>
        (Document, Pdf, MachineCopy) = (document, pdf, copy);

    public ReportDocument Document { get; }

    public byte[] Pdf { get; }

    /// <summary>CSV files and, last, report.json.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> MachineCopy { get; }

    public static ReportFiles Of(GrantReportFacts facts)
    {
        var document = GrantReport.Compose(facts);
        var pdf = Render(new TaggedPdfRenderer($"Assessment {facts.ProgramVersion}"), document);
        var copy = new List<(string, MemoryStream)>();
        MachineCopyFiles.Write(document, GrantReport.Parameters(facts), [new RenderedFile(PdfName, document.Title, pdf)], name =>
        {
            var stream = new MemoryStream();
            copy.Add((name, stream));
            return stream;
        });
        return new(document, pdf, [.. copy.Select(file => (file.Item1, file.Item2.ToArray()))]);
    }

    public static byte[] Html(GrantReportFacts facts) => Render(new HtmlReportRenderer(HtmlStylesheetRoute.Address), GrantReport.Compose(facts));

    public byte[] Description => MachineCopy[^1].Bytes;

    public byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in MachineCopy.Prepend((PdfName, Pdf)))
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = ZipTime;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Render(IReportRenderer renderer, ReportDocument document)
    {
        using var bytes = new MemoryStream();
        renderer.Render(document, bytes);
        return bytes.ToArray();
    }
}
