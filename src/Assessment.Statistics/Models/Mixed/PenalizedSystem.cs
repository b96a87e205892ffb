using System.Runtime.CompilerServices;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// The penalized least squares problem of Bates, Mächler, Bolker and Walker (2015), eqs. 16–18, at one θ: the Cholesky factor L of
/// [Λ'Z'ZΛ + I, Λ'Z'X, Λ'Z'y; ·, X'X, X'y; ·, ·, y'y]. Its last row holds what solves it, its last entry is the root of the penalized
/// residual sum of squares r².
/// </summary>
internal sealed class PenalizedSystem
{
    private readonly SystemPattern pattern;
    private readonly double[] sums;
    private readonly double[] factor;

    /// <param name="pattern">Layout.</param>
    /// <param name="sums">Cross products in that layout.</param>
    public PenalizedSystem(SystemPattern pattern, double[] sums)
    {
        (this.pattern, this.sums) = (pattern, sums);
        factor = new double[sums.Length];
    }

    public SystemPattern Pattern => pattern;

    /// <summary>Cross products.</summary>
    public double[] Sums => sums;

    /// <summary>L after <see cref="Factor"/>.</summary>
    public double[] L => factor;

    /// <summary>Penalized residual sum of squares r².</summary>
    public double ResidualSquares
    {
        get
        {
            var last = factor[pattern.Start(pattern.Columns - 1)];
            return last * last;
        }
    }

    /// <summary>2 Σ log L over the first columns: log |L|² of the random effects, with the fixed ones also log |R_X|².</summary>
    public double LogDeterminant(int columns)
    {
        double sum = 0;
        for (var c = 0; c < columns; c++) sum += Math.Log(factor[pattern.Start(c)]);
        return 2 * sum;
    }

    /// <summary>Factors at relative covariance factors T, one lower triangle a term; false when nothing is left for the residual.</summary>
    public bool Factor(double[][,] t)
    {
        Assemble(t);
        return EliminateHead() && DenseCholesky.Factor(factor, pattern.TailBase, pattern.TailSize);
    }

    /// <summary>Writes the system itself where its factor stands after <see cref="Factor"/>.</summary>
    public void Assemble(double[][,] t)
    {
        foreach (var (term, k) in pattern.Terms.Select((term, k) => (term, k)))
        {
            for (var column = term.FirstColumn; column < term.End; column += term.Size) Assemble(t, k, column);
        }

        for (var column = pattern.Effects; column < pattern.Columns; column++)
        {
            var start = pattern.Start(column);
            Array.Copy(sums, start, factor, start, pattern.Columns - column);
        }
    }

    /// <summary>Solves for u and β by going back from the last row of L.</summary>
    public double[] Solve()
    {
        var last = pattern.Columns - 1;
        var solution = new double[last];
        for (var c = last - 1; c >= 0; c--)
        {
            int start = pattern.Start(c), height = pattern.Height(c);
            var sum = factor[start + height - 1];
            for (var i = 1; i < height - 1; i++) sum -= factor[start + i] * solution[RowAt(c, i)];
            solution[c] = sum / factor[start];
        }

        return solution;
    }

    /// <summary>Row of the i-th entry of a column.</summary>
    public int RowAt(int column, int i) => column < pattern.HeadColumns ? pattern.Rows[pattern.ColumnStart[column] + i] : column + i;

    /// <summary>The cross products [Z'Z, Z'X, Z'y; ·] times a vector whose non-zeros are random effects: rows of all columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Product(double[] weights)
    {
        var product = new double[pattern.Columns];
        for (var c = 0; c < pattern.Effects; c++)
        {
            int start = pattern.Start(c), height = pattern.Height(c);
            double sum = sums[start] * weights[c], weight = weights[c];
            for (var i = 1; i < height; i++)
            {
                var row = RowAt(c, i);
                sum += sums[start + i] * weights[row];
                product[row] += sums[start + i] * weight;
            }

            product[c] += sum;
        }

        return product;
    }

    /// <summary>Solves L h = f in place over the leading columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SolveForward(double[] f, int leading)
    {
        for (var c = 0; c < leading; c++)
        {
            int start = pattern.Start(c), height = pattern.Height(c) - (pattern.Columns - leading);
            var h = f[c] /= factor[start];
            for (var i = 1; i < height; i++) f[RowAt(c, i)] -= factor[start + i] * h;
        }
    }

    // M = Λ'SΛ + I for the columns of one level: columns are combined by T of the level's term, then rows by T of theirs.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Assemble(double[][,] t, int term, int first)
    {
        var size = pattern.Terms[term].Size;
        var own = t[term];
        if (size > 1) AssembleOwn(own, first, size);
        else factor[pattern.Start(first)] = (sums[pattern.Start(first)] * own[0, 0] * own[0, 0]) + 1;
        var height = pattern.Height(first) - size;
        for (var effect = 0; effect < size; effect++)
        {
            var to = pattern.Start(first + effect) + size - effect;
            for (var i = 0; i < height; i++)
            {
                double sum = 0;
                for (var a = effect; a < size; a++) sum += own[a, effect] * sums[pattern.Start(first + a) + size - a + i];
                factor[to + i] = sum;
            }

            CombineRows(t, first + effect, size - effect, height);
        }
    }

    private void AssembleOwn(double[,] t, int first, int size)
    {
        for (var j = 0; j < size; j++)
        {
            for (var i = j; i < size; i++)
            {
                double sum = i == j ? 1 : 0;
                for (var a = i; a < size; a++)
                {
                    for (var b = j; b < size; b++) sum += t[a, i] * Sum(first, a, b) * t[b, j];
                }

                factor[pattern.Start(first + j) + i - j] = sum;
            }
        }
    }

    private double Sum(int first, int a, int b) => sums[pattern.Start(first + Math.Min(a, b)) + Math.Abs(a - b)];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CombineRows(double[][,] t, int column, int skip, int height)
    {
        var at = pattern.Start(column) + skip;
        var last = height - pattern.FixedCount - 1;
        for (var i = 0; i < height && i < last;)
        {
            var term = pattern.TermOf[RowAt(column, skip + i)];
            if (term == pattern.Terms.Count) return;
            var size = pattern.Terms[term].Size;
            var other = t[term];
            for (var effect = 0; effect < size; effect++)
            {
                double sum = 0;
                for (var a = effect; a < size; a++) sum += other[a, effect] * factor[at + i + a];
                factor[at + i + effect] = sum;
            }

            i += size;
        }
    }

    // Right-looking: what a later column gets from this one lies within its pattern.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool EliminateHead()
    {
        int[] starts = pattern.ColumnStart, rows = pattern.Rows;
        for (var c = 0; c < pattern.HeadColumns; c++)
        {
            int start = starts[c], end = starts[c + 1];
            if (!(factor[start] > 0)) return false;
            var pivot = Math.Sqrt(factor[start]);
            factor[start] = pivot;
            for (var at = start + 1; at < end; at++) factor[at] /= pivot;
            for (var at = start + 1; at < end; at++)
            {
                var by = factor[at];
                var column = rows[at];
                if (column >= pattern.HeadColumns) SubtractDense(at, end, by, column);
                else SubtractSparse(at, end, by, starts[column]);
            }
        }

        return true;
    }

    private void SubtractDense(int at, int end, double by, int column)
    {
        var to = pattern.Start(column) - column;
        var rows = pattern.Rows;
        for (; at < end; at++) factor[to + rows[at]] -= by * factor[at];
    }

    private void SubtractSparse(int at, int end, double by, int to)
    {
        var rows = pattern.Rows;
        for (; at < end; at++, to++)
        {
            while (rows[to] != rows[at]) to++;
            factor[to] -= by * factor[at];
        }
    }
}
