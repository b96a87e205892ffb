namespace Assessment.Reporting.MachineCopy;

/// <summary>A rendering of the report that lies beside its machine copy.</summary>
/// <param name="Name">File name, such as "report.pdf".</param>
/// <param name="Title">What it is.</param>
/// <param name="Bytes">Its content.</param>
public sealed record RenderedFile(string Name, string Title, ReadOnlyMemory<byte> Bytes);
