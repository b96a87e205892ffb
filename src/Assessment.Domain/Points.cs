using System.Globalization;

namespace Assessment.Domain;

/// <summary>
/// An exact amount of points, counted in ticks of 1/12,600 point.
/// Every hundredth and every k-th part for k ≤ 10 is a whole number of ticks, so partial credits add up exactly
/// and in any order; other weights are rounded to the nearest tick (at most 4·10⁻⁵ point away).
/// </summary>
/// <param name="Ticks">Number of 1/12,600 parts of a point; may be negative for a penalty.</param>
public readonly record struct Points(int Ticks)
{
    /// <summary>Ticks in one point.</summary>
    public const int TicksPerPoint = 12_600;

    /// <summary>No points.</summary>
    public static readonly Points Zero;

    /// <summary>One point.</summary>
    public static readonly Points One = new(TicksPerPoint);

    /// <summary>The amount as a number of points.</summary>
    public double Value => (double)Ticks / TicksPerPoint;

    /// <summary>The nearest amount to a number of points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite, or beyond ±170,000 points.</exception>
    public static Points Of(double points)
    {
        var ticks = Math.Round(points * TicksPerPoint, MidpointRounding.AwayFromZero);
        return double.IsFinite(ticks) && Math.Abs(ticks) <= int.MaxValue
            ? new Points((int)ticks)
            : throw new ArgumentOutOfRangeException(nameof(points), "Points must be finite and within ±170,000.");
    }

    /// <summary>The part numerator/denominator of this amount, to the nearest tick.</summary>
    public Points Part(int numerator, int denominator) =>
        new((int)Math.Round((double)Ticks * numerator / denominator, MidpointRounding.AwayFromZero));

    /// <summary>This amount times a weight, to the nearest tick, halves away from zero: the one rule for weighted and mapped scores.</summary>
    public Points Weighted(decimal weight) => new((int)Math.Round(Ticks * weight, MidpointRounding.AwayFromZero));

    /// <summary>Sum.</summary>
    public static Points operator +(Points a, Points b) => new(checked(a.Ticks + b.Ticks));

    /// <inheritdoc />
    public override string ToString() => Value.ToString("0.####", CultureInfo.InvariantCulture);
}
