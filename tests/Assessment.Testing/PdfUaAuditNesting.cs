using UglyToad.PdfPig.Tokens;

namespace Assessment.Testing;

/// <summary>What may stand in what, and what tables, figures and notes must carry.</summary>
internal static class PdfUaAuditNesting
{
    private static readonly HashSet<string> Standard =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "P", "H1", "H2", "H3", "H4", "H5", "H6",
        "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "Code",
        "Link", "Annot", "Figure", "Formula", "Form",
    ];

    private static readonly Dictionary<string, string[]> Children = new()
    {
        ["Table"] = ["Caption", "THead", "TBody", "TFoot", "TR"],
        ["THead"] = ["TR"],
        ["TBody"] = ["TR"],
        ["TR"] = ["TH", "TD"],
        ["L"] = ["Caption", "L", "LI"],
        ["LI"] = ["Lbl", "LBody"],
        ["TOC"] = ["Caption", "TOC", "TOCI"],
        ["TOCI"] = ["Lbl", "Reference", "NonStruct", "P", "TOC"],
    };

    private static readonly Dictionary<string, string[]> Parents = new()
    {
        ["TR"] = ["Table", "THead", "TBody", "TFoot"],
        ["TH"] = ["TR"],
        ["TD"] = ["TR"],
        ["THead"] = ["Table"],
        ["TBody"] = ["Table"],
        ["LI"] = ["L"],
        ["LBody"] = ["LI"],
        ["TOCI"] = ["TOC"],
    };

    public static IEnumerable<PdfUaFinding> Check(PdfUaAuditFile file, PdfUaAuditTree tree)
    {
        var notes = new HashSet<string>();
        foreach (var tag in tree.All.Where(tag => tag.Parent is not null))
        {
            if (!Standard.Contains(tag.Type)) yield return new("standard-type", $"{tag.Type} is no standard type.");
            foreach (var finding in Nesting(tag)) yield return finding;
            if (tag.Type == "Table")
            {
                foreach (var finding in Table(file, tag)) yield return finding;
            }

            if (tag.Type == "Note" && (file.Text(tag.Dictionary, "ID") is not { Length: > 0 } id || !notes.Add(id)))
                yield return new("note-id", "A note has no id of its own.");
            if (tag.Type == "Figure")
            {
                foreach (var finding in Figure(file, tag)) yield return finding;
            }
        }
    }

    private static IEnumerable<PdfUaFinding> Nesting(PdfUaAuditTree tag)
    {
        if (Children.TryGetValue(tag.Type, out var allowed))
        {
            foreach (var child in tag.Children.Where(child => !allowed.Contains(child.Type)))
                yield return new("nesting", $"{child.Type} stands in {tag.Type}.");
        }

        if (Parents.TryGetValue(tag.Type, out var parents) && !parents.Contains(tag.Parent!.Type))
            yield return new("nesting", $"{tag.Type} stands in {tag.Parent.Type}.");
    }

    private static IEnumerable<PdfUaFinding> Table(PdfUaAuditFile file, PdfUaAuditTree table)
    {
        if (table.Children.Count(child => child.Type == "THead") != 1) yield return new("table-head", "A table has not exactly one THead.");
        var rows = table.All.Where(tag => tag.Type == "TR").ToList();
        if (rows.Select(row => row.Children.Count).Distinct().Count() > 1) yield return new("table-regular", "Rows of a table have different numbers of cells.");
        foreach (var cell in rows.SelectMany(row => row.Children).Where(cell => cell.Type == "TH"))
        {
            var scope = file.Dictionary(cell.Dictionary, "A") is { } attributes ? file.Name(attributes, "Scope") : null;
            var expected = cell.Parent!.Parent!.Type == "THead" ? "Column" : "Row";
            if (scope != expected) yield return new("header-scope", $"A header cell has scope {scope ?? "none"} where {expected} is due.");
        }
    }

    private static IEnumerable<PdfUaFinding> Figure(PdfUaAuditFile file, PdfUaAuditTree figure)
    {
        if (string.IsNullOrWhiteSpace(file.Text(figure.Dictionary, "Alt"))) yield return new("figure-alt", "A figure has no alternate text.");
        var box = file.Dictionary(figure.Dictionary, "A") is { } attributes ? file.Array(attributes, "BBox") : [];
        var sides = box.OfType<NumericToken>().Select(side => side.Double).ToList();
        if (sides is not [var left, var bottom, var right, var top] || left >= right || bottom >= top)
            yield return new("figure-box", "A figure has no bounding box.");
    }
}
