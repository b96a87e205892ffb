namespace Assessment.Statistics.Numerics;

/// <summary>
/// QR factorization by Householder reflections of columns scaled to length 1 (Golub and Van Loan 2013, algorithm 5.2.1).
/// The normal equations are never formed.
/// </summary>
/// <typeparam name="T">Precision of the computation.</typeparam>
internal sealed class HouseholderQr<T>
    where T : struct, IReal<T>
{
    private static readonly T Zero = T.From(0);
    private readonly T[][] columns;
    private readonly T[] scales;
    private readonly T[] diagonal;
    private readonly T[] betas;

    /// <summary>Factorizes a matrix given by columns, none longer than another and no more columns than rows; the columns are overwritten.</summary>
    public HouseholderQr(T[][] columns)
    {
        this.columns = columns;
        scales = new T[columns.Length];
        diagonal = new T[columns.Length];
        betas = new T[columns.Length];
        for (var j = 0; j < columns.Length; j++) scales[j] = Scale(columns[j]);
        for (var j = 0; j < columns.Length; j++)
        {
            Reflect(j);
            for (var k = j + 1; k < columns.Length; k++) Apply(j, columns[k]);
        }
    }

    /// <summary>Smallest diagonal element of R by size: how much of a column is left beside those before it, at most 1.</summary>
    public double SmallestPivot => diagonal.Length == 0 ? 1 : diagonal.Min(d => Math.Abs(d.Value));

    /// <summary>The first column of which less than this is left beside those before it; −1 when there is none.</summary>
    public int FirstPivotBelow(double least) => Array.FindIndex(diagonal, d => !(Math.Abs(d.Value) >= least));

    /// <summary>Coefficients and residuals of y.</summary>
    public (T[] Coefficients, T[] Residuals) Solve(T[] y)
    {
        var rotated = (T[])y.Clone();
        for (var j = 0; j < columns.Length; j++) Apply(j, rotated);
        var coefficients = BackSubstitute(rotated);
        for (var j = 0; j < columns.Length; j++) rotated[j] = Zero;
        for (var j = columns.Length - 1; j >= 0; j--) Apply(j, rotated);
        return (coefficients, rotated);
    }

    /// <summary>R⁻¹ by columns; X R⁻¹ has orthonormal columns.</summary>
    public T[][] InverseRoot()
    {
        var k = columns.Length;
        var inverse = new T[k][];
        for (var j = 0; j < k; j++)
        {
            var unit = new T[k];
            Array.Fill(unit, Zero);
            unit[j] = T.From(1);
            inverse[j] = BackSubstitute(unit);
        }

        return inverse;
    }

    /// <summary>(X'X)⁻¹ as R⁻¹R⁻ᵀ, symmetric.</summary>
    public T[][] InverseGram()
    {
        var k = columns.Length;
        var inverse = InverseRoot();
        var gram = new T[k][];
        for (var a = 0; a < k; a++)
        {
            gram[a] = new T[k];
            for (var b = 0; b < k; b++)
            {
                gram[a][b] = Zero;
                for (var j = Math.Max(a, b); j < k; j++) gram[a][b] += inverse[j][a] * inverse[j][b];
            }
        }

        return gram;
    }

    private static T Scale(T[] column)
    {
        var squares = Zero;
        foreach (var value in column) squares += value * value;
        if (squares.Value == 0) return T.From(1);
        var scale = T.From(1) / T.Sqrt(squares);
        for (var i = 0; i < column.Length; i++) column[i] *= scale;
        return scale;
    }

    private void Reflect(int j)
    {
        var column = columns[j];
        var squares = Zero;
        for (var i = j; i < column.Length; i++) squares += column[i] * column[i];
        var norm = T.Sqrt(squares);
        var head = column[j];
        diagonal[j] = head.Value > 0 ? Zero - norm : norm;
        column[j] = head - diagonal[j];
        var length = Zero - (diagonal[j] * column[j]);
        betas[j] = length.Value > 0 ? T.From(1) / length : Zero;
    }

    private void Apply(int j, T[] target)
    {
        var reflector = columns[j];
        var product = Zero;
        for (var i = j; i < target.Length; i++) product += reflector[i] * target[i];
        product *= betas[j];
        for (var i = j; i < target.Length; i++) target[i] -= product * reflector[i];
    }

    private T[] BackSubstitute(T[] rotated)
    {
        var solution = new T[columns.Length];
        for (var j = columns.Length - 1; j >= 0; j--)
        {
            var sum = rotated[j];
            for (var k = j + 1; k < columns.Length; k++) sum -= columns[k][j] * solution[k];
            solution[j] = sum / diagonal[j];
        }

        for (var j = 0; j < solution.Length; j++) solution[j] *= scales[j];
        return solution;
    }
}
