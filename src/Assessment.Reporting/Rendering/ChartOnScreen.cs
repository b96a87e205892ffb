using System.Globalization;
using System.Net;
using System.Text;
using Assessment.Reporting.Charts;

namespace Assessment.Reporting.Rendering;

/// <summary>Paints a laid-out chart as inline SVG; colours come from the style sheet, so they follow light and dark.</summary>
internal static class ChartOnScreen
{
    /// <param name="drawing">The chart.</param>
    /// <param name="id">Unique in the page.</param>
    /// <param name="title">Read first.</param>
    /// <param name="description">Read next.</param>
    public static string Paint(ChartDrawing drawing, string id, string title, string description)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Number(drawing.Width)} {Number(drawing.Height)}\" role=\"img\" ");
        svg.Append(CultureInfo.InvariantCulture, $"aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{Encode(title)}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"{id}-desc\">{Encode(description)}</desc>\n");
        foreach (var shape in drawing.Shapes) svg.Append(Shape(shape)).Append('\n');
        return svg.Append("</svg>").ToString();
    }

    private static string Shape(ChartShape shape) => shape switch
    {
        ChartLine line =>
            $"<line class=\"line-{Name(line.Ink)}\" x1=\"{Number(line.X1)}\" y1=\"{Number(line.Y1)}\" x2=\"{Number(line.X2)}\" y2=\"{Number(line.Y2)}\" stroke-width=\"{Number(line.Width)}\"/>",
        ChartMark mark =>
            $"<circle class=\"mark {(mark.Hollow ? "hollow" : "solid")}\" cx=\"{Number(mark.X)}\" cy=\"{Number(mark.Y)}\" r=\"{Number(mark.Radius - 0.75)}\"/>",
        ChartText text =>
            $"<text class=\"ink-{Name(text.Ink)}\" x=\"{Number(text.X)}\" y=\"{Number(text.Baseline)}\" text-anchor=\"{Name(text.Anchor)}\">{Encode(text.Text)}</text>",
        _ => throw new ArgumentException($"No screen form for {shape.GetType().Name}.", nameof(shape)),
    };

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
