using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Distributions;

/// <summary>
/// Fisher's noncentral hypergeometric distribution: how many of <c>drawn</c> events fell to the first group when the odds ratio is exp(θ)
/// (Fisher 1935; McCullagh and Nelder 1989, section 7.3). Terms are summed outwards from the mode until they vanish (Liao and Rosen 2001),
/// so that tables of millions stay quick and both tails keep their digits.
/// </summary>
internal sealed class NoncentralHypergeometric
{
    private const double Vanishing = 1e-18;
    private readonly double first, second, drawn;

    /// <summary>The distribution for two groups and the events of both together, whole numbers.</summary>
    public NoncentralHypergeometric(double first, double second, double drawn) => (this.first, this.second, this.drawn) = (first, second, drawn);

    /// <summary>Smallest possible count.</summary>
    public double Least => Math.Max(0, drawn - second);

    /// <summary>Largest possible count.</summary>
    public double Most => Math.Min(drawn, first);

    /// <summary>log P(X = x) but for a constant.</summary>
    public double LogWeight(double x, double theta)
    {
        double all = first + second, p = drawn / all, q = (all - drawn) / all;
        return Binomial.LogProbability(x, first, p, q) + Binomial.LogProbability(drawn - x, second, p, q) + (theta * x);
    }

    /// <summary>Most likely count.</summary>
    public double Mode(double theta)
    {
        double low = Least, high = Most;
        while (low < high)
        {
            var middle = Math.Ceiling((low + high) / 2);
            if (Math.Log(Step(middle)) + theta >= 0) low = middle; else high = middle - 1;
        }

        return low;
    }

    /// <summary>Expected count.</summary>
    public double Mean(double theta)
    {
        var mode = Mode(theta);
        var (up, down) = (Outwards(mode, 1, theta), Outwards(mode, -1, theta));
        return mode + ((up.Moment + down.Moment) / (up.Sum + down.Sum - 1));
    }

    /// <summary>log P(X ≤ x).</summary>
    public double LogAtMost(double x, double theta)
    {
        if (x < Least) return double.NegativeInfinity;
        if (x >= Most) return 0;
        return x < Mode(theta) ? LogTail(x, -1, theta) : Elementary.Log1p(-Math.Exp(LogTail(x + 1, 1, theta)));
    }

    /// <summary>log P(X ≥ x).</summary>
    public double LogAtLeast(double x, double theta)
    {
        if (x > Most) return double.NegativeInfinity;
        if (x <= Least) return 0;
        return x > Mode(theta) ? LogTail(x, 1, theta) : Elementary.Log1p(-Math.Exp(LogTail(x - 1, -1, theta)));
    }

    private double LogTail(double x, int direction, double theta)
    {
        var mode = Mode(theta);
        var all = Outwards(mode, 1, theta).Sum + Outwards(mode, -1, theta).Sum - 1;
        return LogWeight(x, theta) - LogWeight(mode, theta) + Math.Log(Outwards(x, direction, theta).Sum / all);
    }

    // Weights from x on, away from the mode, in units of the weight of x; and the same times the distance from x.
    private (double Sum, double Moment) Outwards(double x, int direction, double theta)
    {
        double odds = Math.Exp(theta), sum = 1, moment = 0, term = 1;
        for (var i = x + direction; i >= Least && i <= Most && term > Vanishing * sum; i += direction)
        {
            term *= direction > 0 ? odds * Step(i) : 1 / (odds * Step(i + 1));
            sum += term;
            moment += term * (i - x);
        }

        return (sum, moment);
    }

    // Weight of x over that of x − 1 at even odds.
    private double Step(double x) => (first - x + 1) / x * ((drawn - x + 1) / (second - drawn + x));
}
