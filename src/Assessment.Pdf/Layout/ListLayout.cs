using Assessment.Pdf.Blocks;
using Assessment.Pdf.Objects;
using Assessment.Pdf.Structure;

namespace Assessment.Pdf.Layout;

/// <summary>Lists: L, and for each item LI with its label and body.</summary>
internal static class ListLayout
{
    private const double Indent = 20;

    public static IEnumerable<Piece> Pieces(ListBlock list, Draft draft)
    {
        if (list.Items.Count == 0) throw new ArgumentException("A list needs an item.", nameof(list));
        var attributes = new PdfDictionary().With("O", "List").With("ListNumbering", list.Numbered ? "Decimal" : "Disc");
        var tag = new Tag("L", draft.Root) { Attributes = attributes };
        return list.Items.SelectMany((item, i) => Item(item, list.Numbered ? FormattableString.Invariant($"{i + 1}.") : "•", i, tag, draft));
    }

    private static IEnumerable<Piece> Item(Paragraph item, string label, int index, Tag list, Draft draft)
    {
        var row = new Tag("LI", list);
        var (lead, body) = (new Tag("Lbl", row), new Tag("LBody", row));
        var style = Typography.Body;
        var made = TextPieces.Make(draft.Spans(item.Runs, style), body, new TextPlace(index == 0 ? 6 : 3, Indent));
        yield return made[0] with
        {
            Paint = (page, top) =>
            {
                page.Tagged(lead).Text(Sheet.Left + Indent - 6 - style.Width(label), top + style.Baseline, label, style);
                made[0].Paint(page, top);
            },
        };
        foreach (var piece in made.Skip(1)) yield return piece;
    }
}
