using Assessment.Reporting.Document;

namespace Assessment.Reporting.Rendering;

/// <summary>Turns a report into a file. Equal reports give equal bytes.</summary>
public interface IReportRenderer
{
    /// <summary>Name of the format, also the file extension: "pdf" or "html".</summary>
    string Format { get; }

    /// <summary>Writes the whole file; nothing is written when the report cannot be rendered.</summary>
    /// <param name="document">The report.</param>
    /// <param name="stream">Where to write; stays open.</param>
    void Render(ReportDocument document, Stream stream);
}
