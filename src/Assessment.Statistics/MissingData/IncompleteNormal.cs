using Assessment.Statistics.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.MissingData;

/// <summary>Rows that lack the same columns: their observed columns, number, sums and sums of products.</summary>
internal sealed record MissingPattern(int[] Observed, int[] Missing, int N, Vector<double> Sums, Matrix<double> Products)
{
    /// <summary>Patterns of rows, null where missing; wholly missing rows make none.</summary>
    public static IReadOnlyList<MissingPattern> Of(IReadOnlyList<double?[]> rows) =>
    [
        .. rows.Where(row => row.Any(x => x is not null)).GroupBy(row => string.Concat(row.Select(x => x is null ? '0' : '1')))
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => One([.. group])),
    ];

    private static MissingPattern One(double?[][] rows)
    {
        int[] all = [.. Enumerable.Range(0, rows[0].Length)], observed = [.. all.Where(j => rows[0][j] is not null)];
        var x = Matrix<double>.Build.DenseOfRows(rows.Select(row => observed.Select(j => row[j]!.Value)));
        return new(observed, [.. all.Except(observed)], rows.Length, x.ColumnSums(), x.TransposeThisAndMultiply(x));
    }
}

/// <summary>
/// Mean and covariance (divisor n) of a multivariate normal from incomplete rows by the EM algorithm (Little and Rubin 2020, section 11.2.1).
/// A step costs what the patterns cost, not the rows.
/// </summary>
/// <param name="Mean">Maximum-likelihood means.</param>
/// <param name="Covariance">Maximum-likelihood covariance.</param>
internal sealed record IncompleteNormal(Vector<double> Mean, Matrix<double> Covariance)
{
    private const int MaximumSteps = 20_000;
    private const double Settled = 1e-13;
    private const double Singular = 1e-9;

    /// <summary>The fit to columns of mean 0 and variance 1; null when it runs to a singular covariance or does not settle.</summary>
    public static IncompleteNormal? Fit(IReadOnlyList<MissingPattern> patterns, int columns)
    {
        var now = new IncompleteNormal(Vector<double>.Build.Dense(columns), Matrix<double>.Build.DenseIdentity(columns));
        for (var step = 0; step < MaximumSteps; step++)
        {
            var next = now.Next(patterns);
            var change = Math.Max(Change(next.Mean.Enumerate(), now.Mean.Enumerate()), Change(next.Covariance.Enumerate(), now.Covariance.Enumerate()));
            now = next;
            if (!double.IsFinite(change) || SmallestPivot(now.Covariance) < Singular) return null;
            if (change < Settled) return now;
        }

        return null;
    }

    private IncompleteNormal Next(IReadOnlyList<MissingPattern> patterns)
    {
        double n = patterns.Sum(p => p.N);
        var sums = Vector<double>.Build.Dense(Mean.Count);
        var products = Matrix<double>.Build.Dense(Mean.Count, Mean.Count);
        foreach (var pattern in patterns) AddExpected(pattern, sums, products);
        var mean = sums / n;
        return new(mean, (products / n) - mean.OuterProduct(mean));
    }

    // A row is expected as offset + map · observed; what is missing adds its conditional covariance.
    private void AddExpected(MissingPattern pattern, Vector<double> sums, Matrix<double> products)
    {
        var map = Matrix<double>.Build.Dense(Mean.Count, pattern.Observed.Length);
        var offset = Vector<double>.Build.Dense(Mean.Count);
        for (var j = 0; j < pattern.Observed.Length; j++) map[pattern.Observed[j], j] = 1;
        if (pattern.Missing.Length > 0)
        {
            Matrix<double> across = Part(pattern.Observed, pattern.Missing), slopes = Part(pattern.Observed, pattern.Observed).Solve(across).Transpose();
            var level = At(pattern.Missing) - (slopes * At(pattern.Observed));
            var rest = Part(pattern.Missing, pattern.Missing) - (slopes * across);
            for (var i = 0; i < pattern.Missing.Length; i++)
            {
                map.SetRow(pattern.Missing[i], slopes.Row(i));
                offset[pattern.Missing[i]] = level[i];
                for (var j = 0; j < pattern.Missing.Length; j++) products[pattern.Missing[i], pattern.Missing[j]] += pattern.N * rest[i, j];
            }
        }

        var mapped = map * pattern.Sums;
        var cross = offset.OuterProduct(mapped);
        sums.Add((offset * pattern.N) + mapped, sums);
        products.Add((offset.OuterProduct(offset) * pattern.N) + cross + cross.Transpose() + (map * pattern.Products * map.Transpose()), products);
    }

    /// <summary>Means of some columns.</summary>
    public Vector<double> At(int[] columns) => Vector<double>.Build.DenseOfEnumerable(columns.Select(j => Mean[j]));

    /// <summary>A block of the covariance.</summary>
    public Matrix<double> Part(int[] rows, int[] columns) => Matrix<double>.Build.Dense(rows.Length, columns.Length, (i, j) => Covariance[rows[i], columns[j]]);

    private static double Change(IEnumerable<double> next, IEnumerable<double> now) => next.Zip(now, (a, b) => Math.Abs(a - b) / (1 + Math.Abs(b))).Aggregate(Math.Max);

    private static double SmallestPivot(Matrix<double> symmetric) =>
        new HouseholderQr<Single64>([.. symmetric.EnumerateColumns().Select(column => column.Select(x => new Single64(x)).ToArray())]).SmallestPivot;
}
