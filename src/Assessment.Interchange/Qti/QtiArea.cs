namespace Assessment.Interchange.Qti;

/// <summary>An area of a picture; its border belongs to it (QTI 2.2 information model, shape and coords).</summary>
/// <param name="Shape">default, rect, circle, ellipse or poly.</param>
/// <param name="Coords">Pixels: left, top, right, bottom; centre and radius; centre and two radii; or corners x, y, x, y, …</param>
internal sealed record QtiArea(string Shape, IReadOnlyList<double> Coords)
{
    /// <summary>The area of an element's attributes; null when they name none (percentages need the picture's size).</summary>
    public static QtiArea? Of(QtiElement element)
    {
        var shape = element.Attribute("shape") ?? "default";
        var coords = (element.Attribute("coords") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(QtiTypes.Number).ToList();
        var fits = (shape, coords.Count) switch
        {
            ("default", _) => true,
            ("rect", 4) or ("circle", 3) or ("ellipse", 4) => true,
            ("poly", var count) => count >= 6 && count % 2 == 0,
            _ => false,
        };
        return fits && coords.TrueForAll(number => number is not null) ? new QtiArea(shape, [.. coords.Select(number => number!.Value)]) : null;
    }

    public bool Contains(QtiAtom.Point point) => Shape switch
    {
        "rect" => point.X >= Coords[0] && point.Y >= Coords[1] && point.X <= Coords[2] && point.Y <= Coords[3],
        "circle" => Square(point.X - Coords[0]) + Square(point.Y - Coords[1]) <= Square(Coords[2]),
        "ellipse" => Square((point.X - Coords[0]) / Coords[2]) + Square((point.Y - Coords[1]) / Coords[3]) <= 1,
        "poly" => InPolygon(point),
        _ => true,
    };

    /// <summary>Even-odd rule: a ray to the right crosses the border an odd number of times.</summary>
    private bool InPolygon(QtiAtom.Point point)
    {
        var inside = false;
        for (int i = 0, before = Coords.Count - 2; i < Coords.Count; before = i, i += 2)
        {
            var (x1, y1, x2, y2) = (Coords[before], Coords[before + 1], Coords[i], Coords[i + 1]);
            if (OnSegment(point, x1, y1, x2, y2))
            {
                return true;
            }

            if (y1 > point.Y != y2 > point.Y && point.X < (x2 - x1) * (point.Y - y1) / (y2 - y1) + x1)
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static bool OnSegment(QtiAtom.Point point, double x1, double y1, double x2, double y2) =>
        (x2 - x1) * (point.Y - y1) == (y2 - y1) * (point.X - x1)
        && point.X >= Math.Min(x1, x2) && point.X <= Math.Max(x1, x2) && point.Y >= Math.Min(y1, y2) && point.Y <= Math.Max(y1, y2);

    private static double Square(double x) => x * x;
}
