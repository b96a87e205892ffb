using System.Runtime.CompilerServices;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// The entries of (LL')⁻¹ on the pattern of L, from the last column to the first (Takahashi, Fagan and Chin 1973; Erisman and Tinney
/// 1975): nothing off the pattern is needed for them.
/// </summary>
internal sealed class SelectedInverse
{
    private readonly SystemPattern pattern;
    private readonly double[] inverse;
    private readonly double[] ratios;
    private readonly double[] products;
    private int leading;
    private double[] tail = [];
    private int tailOrder;

    /// <param name="pattern">Layout.</param>
    public SelectedInverse(SystemPattern pattern)
    {
        this.pattern = pattern;
        inverse = new double[pattern.TailBase];
        ratios = new double[pattern.Columns];
        products = new double[pattern.Columns];
    }

    /// <summary>Computes the inverse of the leading columns: those of the random effects, or those and the fixed ones.</summary>
    /// <param name="factor">L in the pattern's layout.</param>
    /// <param name="columns">How many columns lead.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compute(double[] factor, int columns)
    {
        leading = columns;
        tailOrder = columns - pattern.HeadColumns;
        tail = tailOrder > 0 ? DenseCholesky.Inverse(factor, pattern.TailBase, pattern.TailSize, tailOrder) : [];
        var dropped = pattern.Columns - columns;
        for (var c = pattern.HeadColumns - 1; c >= 0; c--)
        {
            var start = pattern.ColumnStart[c];
            Column(factor, start, pattern.ColumnStart[c + 1] - start - dropped);
        }
    }

    /// <summary>Entry at the i-th place of a column of the pattern; 0 behind the leading rows.</summary>
    public double At(int column, int i)
    {
        if (column < pattern.HeadColumns) return inverse[pattern.ColumnStart[column] + i];
        var from = column - pattern.HeadColumns;
        return tail[(from * tailOrder) + from + i];
    }

    /// <summary>Entries of a column within the leading rows.</summary>
    public int Height(int column) => pattern.Height(column) - (pattern.Columns - leading);

    /// <summary>An entry of the pattern by row and column.</summary>
    public double Of(int row, int column) => column < pattern.HeadColumns
        ? inverse[pattern.Find(row, column)]
        : tail[((column - pattern.HeadColumns) * tailOrder) + row - pattern.HeadColumns];

    /// <summary>Entries of a head column, where they stand in the array.</summary>
    public ReadOnlySpan<double> Head(int column) => inverse.AsSpan(pattern.ColumnStart[column], Height(column));

    /// <summary>Entries of a dense column from the diagonal down.</summary>
    public ReadOnlySpan<double> Tail(int column)
    {
        var from = column - pattern.HeadColumns;
        return tail.AsSpan((from * tailOrder) + from, tailOrder - from);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Column(double[] factor, int start, int height)
    {
        var pivot = factor[start];
        for (var i = 1; i < height; i++)
        {
            ratios[i] = factor[start + i] / pivot;
            products[i] = 0;
        }

        for (var i = 1; i < height; i++) AddColumn(start, i, height);
        var diagonal = 1 / (pivot * pivot);
        for (var i = 1; i < height; i++)
        {
            inverse[start + i] = -products[i];
            diagonal += ratios[i] * products[i];
        }

        inverse[start] = diagonal;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddColumn(int start, int i, int height)
    {
        var rows = pattern.Rows;
        var column = rows[start + i];
        var ratio = ratios[i];
        double sum = 0;
        if (column >= pattern.HeadColumns)
        {
            var of = ((column - pattern.HeadColumns) * tailOrder) - pattern.HeadColumns;
            sum = tail[of + column] * ratio;
            for (var j = i + 1; j < height; j++)
            {
                var z = tail[of + rows[start + j]];
                sum += z * ratios[j];
                products[j] += z * ratio;
            }
        }
        else
        {
            var at = pattern.ColumnStart[column];
            sum = inverse[at] * ratio;
            for (var j = i + 1; j < height; j++)
            {
                do at++;
                while (rows[at] != rows[start + j]);
                sum += inverse[at] * ratios[j];
                products[j] += inverse[at] * ratio;
            }
        }

        products[i] += sum;
    }
}
