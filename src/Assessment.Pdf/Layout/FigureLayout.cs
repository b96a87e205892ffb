using Assessment.Pdf.Blocks;
using Assessment.Pdf.Objects;
using Assessment.Pdf.Structure;

namespace Assessment.Pdf.Layout;

/// <summary>Figures: caption, drawing with alternate text and bounding box, remarks, all on one page.</summary>
internal static class FigureLayout
{
    public static IEnumerable<Piece> Pieces(Figure figure, Draft draft)
    {
        if (string.IsNullOrWhiteSpace(figure.AltText)) throw new ArgumentException("A figure needs alternate text.", nameof(figure));
        var group = new Tag("Div", draft.Root);
        var caption = Captioned.Caption(figure.Caption, new Tag("Caption", group));
        var tag = new Tag("Figure", group) { AlternateText = figure.AltText };
        var drawing = figure.Drawing;
        var piece = new Piece(drawing.Height, (page, top) =>
        {
            tag.Attributes = Box(drawing.Width, drawing.Height, top);
            var content = page.Tagged(tag);
            foreach (var shape in drawing.Shapes) content.Shape(shape, Sheet.Left, top);
        })
        { SpaceBefore = 6, KeepWithNext = figure.Remarks.Count > 0 };
        return [.. caption, piece, .. Captioned.Remarks(figure.Remarks, group)];
    }

    /// <summary>Where the drawing stands on its page, from the bottom left corner.</summary>
    private static PdfDictionary Box(double width, double height, double top) => new PdfDictionary().With("O", "Layout")
        .With("Placement", "Block")
        .With("BBox", new PdfArray(Sheet.Left, Sheet.Height - top - height, Sheet.Left + width, Sheet.Height - top));
}
