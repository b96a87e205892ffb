using Assessment.Pdf;
using Assessment.Pdf.Drawings;
using Assessment.Pdf.Fonts;
using Assessment.Reporting.Charts;

namespace Assessment.Reporting.Rendering;

/// <summary>Paints a laid-out chart with the shapes and colours of paper.</summary>
internal static class ChartOnPaper
{
    private const double OutlineWidth = 1.5;

    public static Drawing Paint(ChartDrawing drawing) => new(drawing.Width, drawing.Height, [.. drawing.Shapes.Select(Shape)]);

    private static Shape Shape(ChartShape shape) => shape switch
    {
        ChartLine line => new LineShape(line.X1, line.Y1, line.X2, line.Y2, Colour(line.Ink), line.Width),
        ChartMark mark => new CircleShape(
            mark.X, mark.Y, mark.Radius - OutlineWidth / 2, mark.Hollow ? Palette.Paper : Palette.Accent, Palette.Accent, OutlineWidth),
        ChartText text => new LabelShape(Left(text), text.Baseline, text.Text, FontFace.Regular, ChartLayout.TextSize, Colour(text.Ink)),
        _ => throw new ArgumentException($"No paper form for {shape.GetType().Name}.", nameof(shape)),
    };

    private static double Left(ChartText text)
    {
        var width = Typeface.Measure(text.Text, FontFace.Regular, ChartLayout.TextSize);
        return text.Anchor switch { Anchor.Start => text.X, Anchor.Middle => text.X - width / 2, _ => text.X - width };
    }

    private static Colour Colour(Ink ink) => ink switch
    {
        Ink.Text => Palette.Text,
        Ink.Muted => Palette.Muted,
        Ink.Accent => Palette.Accent,
        _ => Palette.Rule,
    };
}
