using Assessment.Pdf.Blocks;
using Assessment.Pdf.Fonts;
using Assessment.Pdf.Structure;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>
/// Tables. A row is one piece, so it never splits, unless it is taller than a page: then it goes on line by line.
/// A page that starts inside the table repeats caption and head as artifacts, so that there is one THead in the tag tree.
/// </summary>
internal static class TableLayout
{
    private const double RoomAbove = 3.5;
    private const double RoomBelow = 4;

    public static IEnumerable<Piece> Pieces(Table table, Draft draft)
    {
        Check(table);
        var widths = ColumnWidths.Of(table);
        var tag = new Tag("Table", draft.Root);
        var caption = Captioned.Caption(table.Caption, new Tag("Caption", tag));
        var head = new TableRow([.. table.Columns.Select(column => column.Head)], table.Columns, widths, FontFace.SemiBold);
        var headPiece = Head(head, new Tag("TR", new Tag("THead", tag)));
        var continuation = Continuation(table.Caption, head);
        var body = new Tag("TBody", tag);
        var rows = table.Rows.Select((cells, i) => Row(
            new TableRow(cells, table.Columns, widths, FontFace.Regular), new Tag("TR", body), continuation, KeepsWithNext(i, table)));
        return [.. caption, headPiece, .. rows.SelectMany(row => row), .. Captioned.Remarks(table.Remarks, draft.Root)];
    }

    private static void Check(Table table)
    {
        if (table.Columns.Count == 0 || table.Rows.Count == 0) throw new ArgumentException("A table needs columns and rows.", nameof(table));
        if (table.Rows.Any(row => row.Count != table.Columns.Count)) throw new ArgumentException("A table row has a cell for each column.", nameof(table));
        if (table.Columns.Any(column => string.IsNullOrWhiteSpace(column.Head)) || table.Rows.Any(row => row.Any(string.IsNullOrWhiteSpace)))
            throw new ArgumentException("A table has no blank cell.", nameof(table));
    }

    /// <summary>Two rows stay with the head and with the end; the last stays with the remarks.</summary>
    private static bool KeepsWithNext(int row, Table table) =>
        row == table.Rows.Count - 1 ? table.Remarks.Count > 0 : row == 0 || row == table.Rows.Count - 2;

    private static Piece Head(TableRow head, Tag row)
    {
        var tags = head.Cells.Select(_ => Tag.HeaderCell(row, "Column")).ToList();
        return new Piece(RoomAbove + head.Height + RoomBelow, (page, top) =>
        {
            HeadRules(page, top, head.Height);
            head.Paint(tags, page, top + RoomAbove, alignBottom: true);
        })
        { SpaceBefore = 5, KeepWithNext = true };
    }

    private static Piece Continuation(string caption, TableRow head)
    {
        var style = Typography.Remark;
        var lines = LineBreaker.Break([new Span($"{caption} (continued)", style)], Sheet.TextWidth);
        var height = lines.Sum(line => line.Leading) + 5;
        return new Piece(height + RoomAbove + head.Height + RoomBelow, (page, top) =>
        {
            for (var i = 0; i < lines.Count; i++)
                page.Dress(Artifact.Repeat).Text(Sheet.Left, top + i * style.Leading + style.Baseline, lines[i].Text, style);
            HeadRules(page, top + height, head.Height);
            head.PaintRepeat(page, top + height + RoomAbove);
        });
    }

    private static void HeadRules(Page page, double top, double height)
    {
        page.Dress().Line(Sheet.Left, top, Sheet.Right, top, Palette.Accent, 1);
        var below = top + RoomAbove + height + RoomBelow - 0.5;
        page.Dress().Line(Sheet.Left, below, Sheet.Right, below, Palette.Accent, 0.6);
    }

    private static IEnumerable<Piece> Row(TableRow row, Tag parent, Piece continuation, bool keepWithNext)
    {
        var tags = row.Cells.Select((_, c) => c == 0 ? Tag.HeaderCell(parent, "Row") : new Tag("TD", parent)).ToList();
        var whole = continuation.Height + RoomAbove + row.Height + RoomBelow <= Sheet.TextHeight;
        if (whole)
        {
            var height = RoomAbove + row.Height + RoomBelow;
            yield return new Piece(height, (page, top) =>
            {
                row.Paint(tags, page, top + RoomAbove, alignBottom: false);
                RowRule(page, top + height);
            })
            { KeepWithNext = keepWithNext, Continuation = continuation };
            yield break;
        }

        var withRoom = continuation with { Height = continuation.Height + RoomAbove };
        for (var line = 0; line < row.LineCount; line++)
            yield return Slice(row, tags, line, keepWithNext && line == row.LineCount - 1) with { Continuation = withRoom };
    }

    private static Piece Slice(TableRow row, List<Tag> tags, int line, bool keepWithNext)
    {
        var above = line == 0 ? RoomAbove : 0;
        var last = line == row.LineCount - 1;
        var height = above + row.Leading + (last ? RoomBelow : 0);
        return new Piece(height, (page, top) =>
        {
            row.PaintLine(tags, page, line, top + above);
            if (last) RowRule(page, top + height);
        })
        { KeepWithNext = keepWithNext };
    }

    private static void RowRule(Page page, double at) => page.Dress().Line(Sheet.Left, at, Sheet.Right, at, Palette.Rule, 0.5);
}
