using System.Text;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.Tests.Reports;

/// <summary>A report as plain text, for reading and for golden files.</summary>
internal static class DocumentText
{
    public static string Of(ReportDocument document)
    {
        var text = new StringBuilder();
        text.Append(document.Title).Append('\n').Append(document.Subject).Append('\n').Append(document.Id).Append(" | ").Append(document.Footer).Append("\n\n");
        foreach (var block in document.Cover) text.Append(Of(block)).Append('\n');
        text.Append("----\n\n");
        foreach (var block in document.Blocks) text.Append(Of(block)).Append('\n');
        return text.ToString();
    }

    private static string Of(Block block) => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {heading.Text}\n",
        Paragraph paragraph => Of(paragraph) + "\n",
        ListBlock list => string.Concat(list.Items.Select(item => $"- {Of(item)}\n")),
        Table table => Of(table),
        Figure figure => $"{figure.Number}. {figure.Title}\n  [{figure.AltText}]\n  Data: {figure.DataTable}. Source: {figure.Source}\n",
        Callout callout => $"[{callout.Title}]\n{string.Concat(callout.Paragraphs.Select(paragraph => $"  {Of(paragraph)}\n"))}",
        _ => "<page>\n",
    };

    private static string Of(Paragraph paragraph) => string.Concat(paragraph.Runs.Select(run => run.Text + (run.Footnote is { } note ? $" [note: {note}]" : "")));

    private static string Of(Table table)
    {
        var text = new StringBuilder($"{table.Number}. {table.Title}\n  {string.Join(" | ", table.Columns.Select(column => column.Head))}\n");
        foreach (var row in table.Rows) text.Append("  ").AppendJoin(" | ", row.Select(cell => cell.Text)).Append('\n');
        if (table.Rows.Count == 0) text.Append("  ").Append(table.EmptyText).Append('\n');
        text.Append("  Source: ").Append(table.Source).Append('\n');
        foreach (var note in table.Notes) text.Append("  Note: ").Append(note).Append('\n');
        return text.ToString();
    }
}
