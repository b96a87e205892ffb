using Assessment.Pdf.Blocks;
using Assessment.Pdf.Structure;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>The words around tables and figures: a caption above, remarks below.</summary>
internal static class Captioned
{
    public const double SpaceBefore = 18;

    public static IReadOnlyList<Piece> Caption(string text, Tag tag) =>
        TextPieces.Make([new Span(text, Typography.Caption)], tag, new TextPlace(SpaceBefore) { KeepWithNext = true });

    /// <summary>Remarks stay together; the piece before them must ask to be kept with them.</summary>
    public static IEnumerable<Piece> Remarks(IReadOnlyList<string> remarks, Tag parent) => remarks.SelectMany((remark, i) =>
        TextPieces.Make(
            [new Span(remark, Typography.Remark)], new Tag("P", parent),
            new TextPlace(i == 0 ? 5 : 2) { KeepWithNext = i < remarks.Count - 1 }));

    /// <summary>A table without rows: the caption and one sentence in its place.</summary>
    public static IEnumerable<Piece> Pieces(EmptyTable table, Draft draft) =>
    [
        .. Caption(table.Caption, new Tag("P", draft.Root)),
        .. TextPieces.Make(
            [new Span(table.Text, Typography.Body)], new Tag("P", draft.Root),
            new TextPlace(4) { KeepWithNext = table.Remarks.Count > 0 }),
        .. Remarks(table.Remarks, draft.Root),
    ];
}
