using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Streaming;

/// <summary>
/// Everything the paired statistics need of pre and post scores, in one pass and mergeable, so that agencies, States
/// and the nation roll up without the raw scores (Welford 1962; Chan, Golub and LeVeque 1983, equations 1.5 and 2.1).
/// The gain's own sum of squares is kept too: it stays exact where pre and post are almost collinear.
/// </summary>
public sealed class PairedMoments
{
    private const int BlockSize = 512;

    private CompensatedMean pre;
    private CompensatedMean post;
    private CompensatedMean gain;

    /// <summary>Number of pairs.</summary>
    public int N { get; private set; }

    /// <summary>Mean of pre; 0 when empty.</summary>
    public double MeanPre => pre.High;

    /// <summary>Mean of post; 0 when empty.</summary>
    public double MeanPost => post.High;

    /// <summary>Mean of post − pre; 0 when empty.</summary>
    public double MeanGain => gain.High;

    /// <summary>Sum of squared deviations of pre.</summary>
    public double SquaresPre { get; private set; }

    /// <summary>Sum of squared deviations of post.</summary>
    public double SquaresPost { get; private set; }

    /// <summary>Sum of squared deviations of post − pre.</summary>
    public double SquaresGain { get; private set; }

    /// <summary>Sum of products of the deviations of pre and post.</summary>
    public double Products { get; private set; }

    /// <summary>Pairs with post above pre.</summary>
    public int Improved { get; private set; }

    /// <summary>Pairs with post equal to pre.</summary>
    public int Unchanged { get; private set; }

    /// <summary>The state of whole columns.</summary>
    /// <param name="pre">Scores before, in points.</param>
    /// <param name="post">Scores after, same length and order of people.</param>
    /// <exception cref="ArgumentException">The lengths differ or a value is not finite.</exception>
    public static PairedMoments Of(ReadOnlySpan<double> pre, ReadOnlySpan<double> post)
    {
        if (pre.Length != post.Length) throw new ArgumentException("Pre and post have different lengths.");
        Require.Finite(pre);
        Require.Finite(post);
        var moments = new PairedMoments();
        for (var from = 0; from < pre.Length; from += BlockSize)
        {
            var count = Math.Min(BlockSize, pre.Length - from);
            moments = Merge(moments, Block(pre.Slice(from, count), post.Slice(from, count)));
        }

        return moments;
    }

    // Two passes over a block: sums of differences from its first pair, then of deviations from the means of those, corrected for their rounding.
    private static PairedMoments Block(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        double x0 = before[0], y0 = after[0], g0 = y0 - x0, n = before.Length, x = 0, y = 0, g = 0;
        int improved = 0, unchanged = 0;
        for (var i = 0; i < before.Length; i++)
        {
            var difference = after[i] - before[i];
            (x, y, g) = (x + (before[i] - x0), y + (after[i] - y0), g + (difference - g0));
            improved += difference > 0 ? 1 : 0;
            unchanged += difference == 0 ? 1 : 0;
        }

        (x, y, g) = (x / n, y / n, g / n);
        double xs = 0, ys = 0, gs = 0, xx = 0, yy = 0, gg = 0, xy = 0;
        for (var i = 0; i < before.Length; i++)
        {
            double a = before[i] - x0 - x, b = after[i] - y0 - y, d = after[i] - before[i] - g0 - g;
            (xs, ys, gs) = (xs + a, ys + b, gs + d);
            (xx, yy, gg, xy) = (xx + (a * a), yy + (b * b), gg + (d * d), xy + (a * b));
        }

        return new()
        {
            N = before.Length,
            pre = new CompensatedMean(x0, 0).Moved(x + (xs / n)),
            post = new CompensatedMean(y0, 0).Moved(y + (ys / n)),
            gain = new CompensatedMean(g0, 0).Moved(g + (gs / n)),
            SquaresPre = Math.Max(0, xx - (xs * xs / n)),
            SquaresPost = Math.Max(0, yy - (ys * ys / n)),
            SquaresGain = Math.Max(0, gg - (gs * gs / n)),
            Products = xy - (xs * ys / n),
            Improved = improved,
            Unchanged = unchanged,
        };
    }

    /// <summary>From a table of whole scores: sums are exact, each moment is rounded once.</summary>
    internal static PairedMoments Of(IEnumerable<(int Pre, int Post, long Count)> cells)
    {
        Int128 n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0, dd = 0, improved = 0, unchanged = 0;
        foreach (var (before, after, count) in cells)
        {
            Int128 a = before, b = after, d = b - a;
            (n, x, y) = (n + count, x + (count * a), y + (count * b));
            (xx, yy, xy, dd) = (xx + (count * a * a), yy + (count * b * b), xy + (count * a * b), dd + (count * d * d));
            if (d > 0) improved += count;
            if (d == 0) unchanged += count;
        }

        if (n == 0) return new();
        double Central(Int128 products, Int128 first, Int128 second) => (double)((n * products) - (first * second)) / (double)n;
        return new()
        {
            N = checked((int)n),
            pre = CompensatedMean.Of(x, n),
            post = CompensatedMean.Of(y, n),
            gain = CompensatedMean.Of(y - x, n),
            SquaresPre = Central(xx, x, x),
            SquaresPost = Central(yy, y, y),
            SquaresGain = Central(dd, y - x, y - x),
            Products = Central(xy, x, y),
            Improved = (int)improved,
            Unchanged = (int)unchanged,
        };
    }

    /// <summary>The state of two groups together; neither is changed.</summary>
    /// <param name="a">One group.</param>
    /// <param name="b">The other.</param>
    public static PairedMoments Merge(PairedMoments a, PairedMoments b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.N == 0) return b.Copy();
        var n = a.N + b.N;
        var share = (double)b.N / n;
        double x = a.pre.Distance(b.pre), y = a.post.Distance(b.post), g = a.gain.Distance(b.gain), weight = a.N * share;
        return new()
        {
            N = n,
            pre = a.pre.Moved(x * share),
            post = a.post.Moved(y * share),
            gain = a.gain.Moved(g * share),
            SquaresPre = a.SquaresPre + b.SquaresPre + (x * x * weight),
            SquaresPost = a.SquaresPost + b.SquaresPost + (y * y * weight),
            SquaresGain = a.SquaresGain + b.SquaresGain + (g * g * weight),
            Products = a.Products + b.Products + (x * y * weight),
            Improved = a.Improved + b.Improved,
            Unchanged = a.Unchanged + b.Unchanged,
        };
    }

    /// <summary>Takes in one pair.</summary>
    /// <param name="before">Score before, in points.</param>
    /// <param name="after">Score after, in points.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public void Add(double before, double after)
    {
        if (!double.IsFinite(before) || !double.IsFinite(after)) throw new ArgumentException("Scores must be finite numbers.");
        var share = 1.0 / ++N;
        double difference = after - before, x = pre.Deviation(before), y = post.Deviation(after), g = gain.Deviation(difference);
        pre = N == 1 ? new(before, 0) : pre.Moved(x * share);
        post = N == 1 ? new(after, 0) : post.Moved(y * share);
        gain = N == 1 ? new(difference, 0) : gain.Moved(g * share);
        if (N > 1)
        {
            var weight = 1 - share;
            SquaresPre += x * x * weight;
            SquaresPost += y * y * weight;
            SquaresGain += g * g * weight;
            Products += x * y * weight;
        }

        if (difference > 0) Improved++;
        if (difference == 0) Unchanged++;
    }

    internal double Variance(double squares) => N < 2 ? double.NaN : squares / (N - 1);

    /// <summary>Pearson correlation of pre and post; null with fewer than two pairs or when a side does not vary.</summary>
    internal double? Correlation
    {
        get
        {
            var product = Math.Sqrt(SquaresPre) * Math.Sqrt(SquaresPost);
            return N >= 2 && product > 0 ? Math.Clamp(Products / product, -1, 1) : null;
        }
    }

    private PairedMoments Copy() => (PairedMoments)MemberwiseClone();
}
