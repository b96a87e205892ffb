using Assessment.Statistics.Distributions;
using Assessment.Statistics.Streaming;

namespace Assessment.Statistics.TestQuality;

/// <summary>One item: does it favour a group among people of equal total score (Holland and Thayer 1988)?</summary>
/// <param name="OddsRatio">Common odds ratio α of the reference over the focal group; null where not estimable.</param>
/// <param name="StandardErrorLog">Standard error of log α (Robins, Breslow and Greenland 1986).</param>
/// <param name="ChiSquare">Mantel–Haenszel χ² with continuity correction.</param>
/// <param name="P">Its upper tail on 1 df.</param>
/// <param name="StandardizedDifference">Difference of shares right, focal − reference, weighted by the focal group (Dorans and Kulick 1986).</param>
public sealed record DifItem(double? OddsRatio, double? StandardErrorLog, double? ChiSquare, double? P, double? StandardizedDifference)
{
    private const double Scale = 2.35;

    /// <summary>ETS delta scale, −2.35 log α; negative when the item is harder for the focal group.</summary>
    public double? Delta => OddsRatio is { } a ? -Scale * Math.Log(a) : null;

    /// <summary>Standard error of <see cref="Delta"/>.</summary>
    public double? StandardErrorDelta => Scale * StandardErrorLog;

    /// <summary>ETS class (Zieky 1993): A negligible, B slight to moderate, C large; null where not estimable.</summary>
    public string? EtsClass => (Delta, P) switch
    {
        ({ } delta, { } p) when p > 0.05 || Math.Abs(delta) < 1 => "A",
        ({ } delta, { }) when Math.Abs(delta) >= 1.5 && Math.Abs(delta) - (1.645 * StandardErrorDelta) > 1 => "C",
        ({ }, { }) => "B",
        _ => null,
    };
}

/// <summary>Mantel–Haenszel differential item functioning, matched on the total score with the studied item in it.</summary>
public static class MantelHaenszelDif
{
    /// <summary>One line per item. Equals R's <c>mantelhaen.test(table(group, item, total), correct = TRUE)</c>.</summary>
    /// <param name="scores">Complete item scores; 1 is right, 0 wrong, others do not count.</param>
    /// <param name="focal">Who belongs to the focal group; all others are the reference.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static IReadOnlyList<DifItem> Of(ScoreMatrix scores, bool[] focal)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(focal);
        Require.SameLength(scores.Persons, focal.Length);
        return ItemTotalCounts.Of(scores, focal) is { } counts ? Of(counts, 0, 1) : Plain(scores, focal);
    }

    /// <summary>The same of items scored 0/1 from a merged state.</summary>
    /// <param name="counts">State of the people, groups apart.</param>
    /// <param name="reference">Number of the reference group.</param>
    /// <param name="focal">Number of the focal group.</param>
    public static IReadOnlyList<DifItem> Of(ItemTotalCounts counts, int reference, int focal)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return [.. Enumerable.Range(0, counts.Items).Select(Item)];

        DifItem Item(int item)
        {
            var sums = new Sums();
            for (var total = 0; total <= counts.Items; total++)
            {
                long a = counts.Right(reference, total, item), c = counts.Right(focal, total, item);
                sums.Add(a, counts.People(reference, total) - a, c, counts.People(focal, total) - c);
            }

            return sums.Item();
        }
    }

    /// <summary>From a table per item and total score, whatever the scores.</summary>
    internal static IReadOnlyList<DifItem> Plain(ScoreMatrix scores, bool[] focal)
    {
        var totals = scores.Totals();
        var strata = totals.Distinct().Order().Select((total, index) => (total, index)).ToDictionary(s => s.total, s => s.index);
        // Per item and stratum: reference right, reference wrong, focal right, focal wrong.
        var tables = new int[scores.Items, strata.Count, 4];
        for (var person = 0; person < scores.Persons; person++)
        {
            var stratum = strata[totals[person]];
            var row = scores.Row(person);
            for (var item = 0; item < row.Length; item++)
            {
                if (row[item] is 0 or 1) tables[item, stratum, (focal[person] ? 2 : 0) + (row[item] == 1 ? 0 : 1)]++;
            }
        }

        return [.. Enumerable.Range(0, scores.Items).Select(item => new Sums().Add(tables, item).Item())];
    }

    private sealed class Sums
    {
        private double observed;
        private double expected;
        private double variance;
        private double r;
        private double s;
        private double pr;
        private double mixed;
        private double qs;
        private double weight;
        private double difference;

        public Sums Add(int[,,] tables, int item)
        {
            for (var k = 0; k < tables.GetLength(1); k++) Add(tables[item, k, 0], tables[item, k, 1], tables[item, k, 2], tables[item, k, 3]);
            return this;
        }

        public DifItem Item()
        {
            var off = Math.Abs(observed - expected);
            var corrected = off >= 0.5 ? off - 0.5 : off;
            double? chi = variance > 0 ? corrected * corrected / variance : null;
            double? odds = r > 0 && s > 0 ? r / s : null;
            double? error = odds is null ? null : Math.Sqrt((pr / (2 * r * r)) + (mixed / (2 * r * s)) + (qs / (2 * s * s)));
            return new(odds, error, chi, chi is { } x ? ChiSquared.Upper(x, 1) : null, weight > 0 ? difference / weight : null);
        }

        public void Add(double a, double b, double c, double d)
        {
            double reference = a + b, focal = c + d, n = reference + focal;
            if (reference > 0 && focal > 0)
            {
                weight += focal;
                difference += focal * ((c / focal) - (a / reference));
            }

            if (n < 2) return;
            observed += a;
            expected += reference * (a + c) / n;
            variance += reference * focal * (a + c) * (b + d) / (n * n * (n - 1));
            double ri = a * d / n, si = b * c / n, p = (a + d) / n, q = (b + c) / n;
            r += ri;
            s += si;
            pr += p * ri;
            mixed += (p * si) + (q * ri);
            qs += q * si;
        }
    }
}
