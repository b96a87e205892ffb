using Assessment.Pdf.Fonts;

namespace Assessment.Pdf.Drawings;

/// <summary>
/// A shape of a vector drawing. Lengths are points; the origin is the top left corner of the drawing and y grows downwards.
/// </summary>
public abstract record Shape;

/// <summary>A straight line.</summary>
/// <param name="X1">Start, across.</param>
/// <param name="Y1">Start, down.</param>
/// <param name="X2">End, across.</param>
/// <param name="Y2">End, down.</param>
/// <param name="Colour">Stroke colour.</param>
/// <param name="Width">Stroke width.</param>
public sealed record LineShape(double X1, double Y1, double X2, double Y2, Colour Colour, double Width) : Shape;

/// <summary>A filled circle with an outline of <paramref name="Width"/>; fill it with the paper to make it hollow.</summary>
/// <param name="X">Centre, across.</param>
/// <param name="Y">Centre, down.</param>
/// <param name="Radius">To the middle of the outline.</param>
/// <param name="Fill">Fill colour.</param>
/// <param name="Outline">Outline colour.</param>
/// <param name="Width">Outline width.</param>
public sealed record CircleShape(double X, double Y, double Radius, Colour Fill, Colour Outline, double Width) : Shape;

/// <summary>One line of text.</summary>
/// <param name="X">Left end, across.</param>
/// <param name="Baseline">Baseline, down.</param>
/// <param name="Text">The text; not empty.</param>
/// <param name="Face">Font face.</param>
/// <param name="Size">Type size.</param>
/// <param name="Colour">Text colour.</param>
public sealed record LabelShape(double X, double Baseline, string Text, FontFace Face, double Size, Colour Colour) : Shape;

/// <summary>A vector drawing of fixed size.</summary>
/// <param name="Width">Points; at most <see cref="TaggedDocument.TextWidth"/>.</param>
/// <param name="Height">Points; at most <see cref="TaggedDocument.TextHeight"/> less the figure's words.</param>
/// <param name="Shapes">Painted in order.</param>
public sealed record Drawing(double Width, double Height, IReadOnlyList<Shape> Shapes);
