namespace Assessment.Statistics.Tests.Coverage;

/// <summary>One point of a grid: a population, the size of a sample, and what the intervals should contain.</summary>
/// <param name="Name">Such as "n = 10, ρ = 0.3, δ = 2".</param>
/// <param name="N">Size by which the grid is summed up: pairs, people of the first group, or classes.</param>
/// <param name="Truths">The parameter of each interval.</param>
/// <param name="Intervals">Draws a sample and makes the intervals; null where the sample gives none.</param>
internal sealed record CoveragePoint(string Name, int N, double[] Truths, Func<Draws, Interval?[]> Intervals)
{
    /// <summary>Counts over samples from the point's own stream, one count per interval.</summary>
    public CoverageCount[] Run(int runs, ulong seed, int stream)
    {
        var draws = new Draws(seed, (ulong)stream);
        var counts = new CoverageCount[Truths.Length];
        for (var run = 0; run < runs; run++)
        {
            var intervals = Intervals(draws);
            for (var i = 0; i < counts.Length; i++) counts[i] = counts[i].With(intervals[i], Truths[i]);
        }

        return counts;
    }
}

/// <summary>How often intervals contained the truth, and on which side they missed it.</summary>
/// <param name="Below">Intervals wholly below the truth.</param>
/// <param name="Above">Intervals wholly above it.</param>
/// <param name="Given">All intervals.</param>
/// <param name="None">Samples that gave no interval.</param>
internal readonly record struct CoverageCount(int Below, int Above, int Given, int None)
{
    public double Share => 1 - ((double)(Below + Above) / Given);

    public CoverageCount With(Interval? interval, double truth) => interval is null
        ? this with { None = None + 1 }
        : new(Below + (interval.Upper < truth ? 1 : 0), Above + (interval.Lower > truth ? 1 : 0), Given + 1, None);

    public static CoverageCount operator +(CoverageCount a, CoverageCount b) =>
        new(a.Below + b.Below, a.Above + b.Above, a.Given + b.Given, a.None + b.None);
}

/// <summary>Intervals simulated together on one grid.</summary>
/// <param name="Name">Heading of the table.</param>
/// <param name="Grid">The grid in words.</param>
/// <param name="Size">What n counts.</param>
/// <param name="Runs">Samples a point.</param>
/// <param name="Claims">The intervals and what their mean coverage is held to.</param>
/// <param name="Points">The grid.</param>
internal sealed record CoverageGrid(string Name, string Grid, string Size, int Runs, CoverageClaim[] Claims, CoveragePoint[] Points);

/// <summary>An interval and the mean coverage it is held to.</summary>
/// <param name="Interval">Such as "`d-av`".</param>
/// <param name="Page">Page of the method.</param>
/// <param name="Lowest">Smallest mean coverage; 0 where the literature promises none.</param>
/// <param name="Highest">Largest mean coverage.</param>
internal sealed record CoverageClaim(string Interval, string Page, double Lowest, double Highest)
{
    public static CoverageClaim Near(string interval, string page) => new(interval, page, 0.93, 0.97);

    public static CoverageClaim AtLeast(string interval, string page) => new(interval, page, 0.94, 1);

    public static CoverageClaim Told(string interval, string page) => new(interval, page, 0, 1);
}
