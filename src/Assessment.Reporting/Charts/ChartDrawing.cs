namespace Assessment.Reporting.Charts;

/// <summary>A chart laid out: a size and shapes in painting order, for any painter. Lengths are points, y grows downwards.</summary>
/// <param name="Width">Across.</param>
/// <param name="Height">Down.</param>
/// <param name="Shapes">In painting order.</param>
public sealed record ChartDrawing(double Width, double Height, IReadOnlyList<ChartShape> Shapes);

/// <summary>One shape of a drawing; the set is closed.</summary>
public abstract record ChartShape;

/// <summary>What a shape is for; painters choose its colour.</summary>
public enum Ink
{
    /// <summary>Values and row labels.</summary>
    Text,

    /// <summary>Axis labels.</summary>
    Muted,

    /// <summary>Marks and the lines that join them.</summary>
    Accent,

    /// <summary>Grid lines; decoration.</summary>
    Grid,
}

/// <summary>A straight line.</summary>
/// <param name="X1">Start, across.</param>
/// <param name="Y1">Start, down.</param>
/// <param name="X2">End, across.</param>
/// <param name="Y2">End, down.</param>
/// <param name="Ink">Its role.</param>
/// <param name="Width">Stroke width.</param>
public sealed record ChartLine(double X1, double Y1, double X2, double Y2, Ink Ink, double Width) : ChartShape;

/// <summary>A round mark; hollow and solid marks differ in form, so that colour is never the only sign.</summary>
/// <param name="X">Centre, across.</param>
/// <param name="Y">Centre, down.</param>
/// <param name="Radius">Outer radius.</param>
/// <param name="Hollow">True shows the ground inside.</param>
public sealed record ChartMark(double X, double Y, double Radius, bool Hollow) : ChartShape;

/// <summary>Which end of a text stands at its place.</summary>
public enum Anchor
{
    /// <summary>The left end.</summary>
    Start,

    /// <summary>The middle.</summary>
    Middle,

    /// <summary>The right end.</summary>
    End,
}

/// <summary>One line of text.</summary>
/// <param name="X">Place of the anchored end.</param>
/// <param name="Baseline">Baseline, down.</param>
/// <param name="Text">Not empty.</param>
/// <param name="Anchor">Which end stands at <paramref name="X"/>.</param>
/// <param name="Ink">Its role.</param>
public sealed record ChartText(double X, double Baseline, string Text, Anchor Anchor, Ink Ink) : ChartShape;
