using Assessment.Pdf.Drawings;
using Assessment.Pdf.Fonts;
using Assessment.Pdf.Objects;
using Assessment.Pdf.Structure;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>
/// Writes page operators (ISO 32000-1, 8 and 9). Callers count down from the top of the page; the format counts up.
/// </summary>
internal sealed class ContentWriter(FontSet fonts)
{
    /// <summary>Distance of the control points that make four Bézier arcs a circle.</summary>
    private const double Arc = 0.5522847498;

    public ByteBuffer Buffer { get; } = new();

    public void Text(double x, double baseline, string text, TextStyle style) =>
        Text(x, baseline - style.Rise, text, style.Face, style.Size, style.Colour);

    public void Text(double x, double baseline, string text, FontFace face, double size, Colour colour)
    {
        var use = fonts[face];
        Fill(colour);
        Buffer.Ascii("BT /").Ascii(use.ResourceName).Ascii(" ").Number(size).Ascii(" Tf ");
        Point(x, baseline).Ascii("Td <");
        foreach (var character in text.EnumerateRunes()) Buffer.Hex(use.Code(character));
        Buffer.Ascii("> Tj ET\n");
    }

    public void Rectangle(Rectangle box, Colour colour)
    {
        Fill(colour);
        Point(box.Left, box.Top + box.Height).Number(box.Width).Ascii(" ").Number(box.Height).Ascii(" re f\n");
    }

    public void Line(double x1, double y1, double x2, double y2, Colour colour, double width)
    {
        Stroke(colour, width);
        Point(x1, y1).Ascii("m ");
        Point(x2, y2).Ascii("l S\n");
    }

    /// <summary>A shape of a drawing whose top left corner is at the given place.</summary>
    public void Shape(Shape shape, double left, double top)
    {
        switch (shape)
        {
            case LineShape line:
                Line(left + line.X1, top + line.Y1, left + line.X2, top + line.Y2, line.Colour, line.Width);
                break;
            case CircleShape circle:
                Circle(left + circle.X, top + circle.Y, circle);
                break;
            case LabelShape label:
                Text(left + label.X, top + label.Baseline, label.Text, label.Face, label.Size, label.Colour);
                break;
            default:
                throw new ArgumentException($"A drawing cannot hold {shape.GetType().Name}.", nameof(shape));
        }
    }

    private void Circle(double x, double y, CircleShape circle)
    {
        var (r, c) = (circle.Radius, circle.Radius * Arc);
        Fill(circle.Fill);
        Stroke(circle.Outline, circle.Width);
        Point(x + r, y).Ascii("m ");
        Curve(x + r, y - c, x + c, y - r, x, y - r);
        Curve(x - c, y - r, x - r, y - c, x - r, y);
        Curve(x - r, y + c, x - c, y + r, x, y + r);
        Curve(x + c, y + r, x + r, y + c, x + r, y);
        Buffer.Ascii("b\n");
    }

    private void Curve(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        Point(x1, y1);
        Point(x2, y2);
        Point(x3, y3).Ascii("c ");
    }

    private void Fill(Colour colour) => Channels(colour).Ascii("rg ");

    private void Stroke(Colour colour, double width) => Channels(colour).Ascii("RG ").Number(width).Ascii(" w ");

    private ByteBuffer Channels(Colour colour) =>
        Buffer.Number(colour.Red / 255.0).Ascii(" ").Number(colour.Green / 255.0).Ascii(" ").Number(colour.Blue / 255.0).Ascii(" ");

    private ByteBuffer Point(double x, double y) => Buffer.Number(x).Ascii(" ").Number(Sheet.Height - y).Ascii(" ");
}
