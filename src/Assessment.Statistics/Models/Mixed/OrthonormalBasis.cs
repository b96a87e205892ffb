namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// Columns C = Q R with orthonormal Q and upper triangular R, by Gram–Schmidt twice over (Björck 1967), so that neither a large
/// mean nor the units of a column cost digits in cross products.
/// </summary>
internal sealed class OrthonormalBasis
{
    // A column of length 1 whose part beside the others is below this depends on them (R's lm uses 1e-7).
    private const double SmallestTrustedPart = 1e-8;

    private OrthonormalBasis(double[][] q, double[][] r) => (Q, R) = (q, r);

    /// <summary>Orthonormal columns.</summary>
    public double[][] Q { get; }

    /// <summary>R[i][j] for i ≤ j.</summary>
    public double[][] R { get; }

    /// <summary>log |det R|.</summary>
    public double LogDeterminant => Enumerable.Range(0, Q.Length).Sum(j => Math.Log(R[j][j]));

    /// <summary>The basis, or the index of the first column that depends on those before it.</summary>
    public static (OrthonormalBasis? Basis, int Dependent) Of(IReadOnlyList<double[]> columns)
    {
        var q = new double[columns.Count][];
        double[][] r = [.. columns.Select(_ => new double[columns.Count])];
        for (var j = 0; j < q.Length; j++)
        {
            var column = (double[])columns[j].Clone();
            var whole = Norm(column);
            for (var pass = 0; pass < 2; pass++) Project(column, q, r, j);
            var part = Norm(column);
            if (!(part > SmallestTrustedPart * whole)) return (null, j);
            r[j][j] = part;
            for (var i = 0; i < column.Length; i++) column[i] /= part;
            q[j] = column;
        }

        return (new(q, r), -1);
    }

    /// <summary>Takes the part in the columns' span out of <paramref name="y"/> and returns its coordinates Q'y.</summary>
    public double[] Remove(double[] y)
    {
        double[][] r = [.. Q.Select(_ => new double[1]), new double[1]];
        for (var pass = 0; pass < 2; pass++) Project(y, Q, r, 0, Q.Length);
        return [.. r.Take(Q.Length).Select(row => row[0])];
    }

    /// <summary>Solves R x = b.</summary>
    public double[] Solve(double[] b)
    {
        var x = (double[])b.Clone();
        for (var i = x.Length - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < x.Length; j++) x[i] -= R[i][j] * x[j];
            x[i] /= R[i][i];
        }

        return x;
    }

    /// <summary>R⁻¹ A R⁻ᵀ for symmetric A: a covariance of coordinates turned into one of the columns' coefficients.</summary>
    public double[][] Unwind(double[][] a)
    {
        double[][] left = Transpose([.. Transpose(a).Select(Solve)]);
        return [.. left.Select(Solve)];
    }

    public static double Norm(double[] x)
    {
        double largest = 0, sum = 0;
        foreach (var v in x) largest = Math.Max(largest, Math.Abs(v));
        if (largest == 0) return 0;
        foreach (var v in x) sum += v / largest * (v / largest);
        return largest * Math.Sqrt(sum);
    }

    private static double[][] Transpose(double[][] a) => [.. Enumerable.Range(0, a.Length).Select(j => a.Select(row => row[j]).ToArray())];

    private static void Project(double[] column, double[][] q, double[][] r, int target) => Project(column, q, r, target, target);

    private static void Project(double[] column, double[][] q, double[][] r, int target, int count)
    {
        for (var k = 0; k < count; k++)
        {
            var basis = q[k];
            double dot = 0;
            for (var i = 0; i < column.Length; i++) dot += basis[i] * column[i];
            for (var i = 0; i < column.Length; i++) column[i] -= dot * basis[i];
            r[k][target] += dot;
        }
    }
}
