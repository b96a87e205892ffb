using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// Cholesky factor and inverse of a dense positive definite matrix, in blocks that stay in the cache. Matrices are stored column by
/// column from an offset of an array; only the lower triangle of input and factor is meant.
/// </summary>
internal static class DenseCholesky
{
    private const int Block = 48;

    /// <summary>Factors A = LL' in place; false when A is not positive definite to rounding.</summary>
    public static bool Factor(double[] a, int at, int order)
    {
        var packed = new double[Block * order];
        for (var from = 0; from < order; from += Block)
        {
            var width = Math.Min(Block, order - from);
            if (!FactorPanel(a, at, order, from, width)) return false;
            var next = from + width;
            if (next < order) UpdateRest(a, at, order, (from, width, next), packed);
        }

        return true;
    }

    /// <summary>(LL')⁻¹ of the leading rows and columns, as a full symmetric matrix of that order.</summary>
    public static double[] Inverse(double[] factor, int at, int order, int leading)
    {
        var inverse = new double[leading * leading];
        var w = new double[leading * Block];
        for (var from = (leading - 1) / Block * Block; from >= 0; from -= Block)
        {
            var width = Math.Min(Block, leading - from);
            InvertPanel((factor, at, order), inverse, leading, (from, width), w);
        }

        return inverse;
    }

    /// <summary>C −= A·B for A of <paramref name="rows"/> × <paramref name="depth"/>; all stored column by column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SubtractProduct(
        (double[] Of, int At, int Stride) a, (double[] Of, int At, int Stride) b, (double[] Of, int At, int Stride) c, int rows, int columns, int depth)
    {
        ref double ra = ref MemoryMarshal.GetArrayDataReference(a.Of), rb = ref MemoryMarshal.GetArrayDataReference(b.Of);
        ref double rc = ref MemoryMarshal.GetArrayDataReference(c.Of);
        for (var i = 0; i < rows; i += 8)
        {
            for (var j = 0; j < columns; j += 4)
            {
                ref double tile = ref Unsafe.Add(ref rc, c.At + i + (j * c.Stride));
                ref double left = ref Unsafe.Add(ref ra, a.At + i), right = ref Unsafe.Add(ref rb, b.At + (j * b.Stride));
                if (i + 8 <= rows && j + 4 <= columns) SubtractTile(ref left, a.Stride, ref right, b.Stride, ref tile, c.Stride, depth);
                else SubtractEdge(ref left, a.Stride, ref right, b.Stride, ref tile, c.Stride, (Math.Min(8, rows - i), Math.Min(4, columns - j), depth));
            }
        }
    }

    // Eight rows by four columns in eight registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SubtractTile(ref double a, int strideA, ref double b, int strideB, ref double c, int strideC, int depth)
    {
        Vector256<double> u0 = default, u1 = default, u2 = default, u3 = default, v0 = default, v1 = default, v2 = default, v3 = default;
        for (var k = 0; k < depth; k++)
        {
            ref double column = ref Unsafe.Add(ref a, k * strideA);
            Vector256<double> upper = Vector256.LoadUnsafe(ref column), lower = Vector256.LoadUnsafe(ref column, 4);
            Vector256<double> b0 = Vector256.Create(Unsafe.Add(ref b, k)), b1 = Vector256.Create(Unsafe.Add(ref b, strideB + k));
            (u0, v0) = (Vector256.MultiplyAddEstimate(upper, b0, u0), Vector256.MultiplyAddEstimate(lower, b0, v0));
            (u1, v1) = (Vector256.MultiplyAddEstimate(upper, b1, u1), Vector256.MultiplyAddEstimate(lower, b1, v1));
            Vector256<double> b2 = Vector256.Create(Unsafe.Add(ref b, (2 * strideB) + k)), b3 = Vector256.Create(Unsafe.Add(ref b, (3 * strideB) + k));
            (u2, v2) = (Vector256.MultiplyAddEstimate(upper, b2, u2), Vector256.MultiplyAddEstimate(lower, b2, v2));
            (u3, v3) = (Vector256.MultiplyAddEstimate(upper, b3, u3), Vector256.MultiplyAddEstimate(lower, b3, v3));
        }

        Subtract(ref c, u0, v0);
        Subtract(ref Unsafe.Add(ref c, strideC), u1, v1);
        Subtract(ref Unsafe.Add(ref c, 2 * strideC), u2, v2);
        Subtract(ref Unsafe.Add(ref c, 3 * strideC), u3, v3);
    }

    private static void Subtract(ref double c, Vector256<double> upper, Vector256<double> lower)
    {
        (Vector256.LoadUnsafe(ref c) - upper).StoreUnsafe(ref c);
        (Vector256.LoadUnsafe(ref c, 4) - lower).StoreUnsafe(ref c, 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SubtractEdge(
        ref double a, int strideA, ref double b, int strideB, ref double c, int strideC, (int Rows, int Columns, int Depth) size)
    {
        for (var j = 0; j < size.Columns; j++)
        {
            for (var i = 0; i < size.Rows; i++)
            {
                double sum = 0;
                for (var k = 0; k < size.Depth; k++) sum += Unsafe.Add(ref a, i + (k * strideA)) * Unsafe.Add(ref b, (j * strideB) + k);
                Unsafe.Add(ref c, i + (j * strideC)) -= sum;
            }
        }
    }

    private static bool FactorPanel(double[] a, int at, int order, int from, int width)
    {
        for (var j = from; j < from + width; j++)
        {
            var column = a.AsSpan(at + (j * order) + j, order - j);
            for (var k = from; k < j; k++)
            {
                var earlier = a.AsSpan(at + (k * order) + j, order - j);
                AddScaled(column, earlier, -earlier[0]);
            }

            if (!(column[0] > 0) || !double.IsFinite(column[0])) return false;
            var pivot = Math.Sqrt(column[0]);
            column[0] = pivot;
            for (var i = 1; i < column.Length; i++) column[i] /= pivot;
        }

        return true;
    }

    private static void UpdateRest(double[] a, int at, int order, (int From, int Width, int Next) panel, double[] packed)
    {
        var rest = order - panel.Next;
        for (var k = 0; k < panel.Width; k++)
        {
            var column = a.AsSpan(at + ((panel.From + k) * order) + panel.Next, rest);
            for (var i = 0; i < rest; i++) packed[(i * Block) + k] = column[i];
        }

        for (var j = 0; j < rest; j += Block)
        {
            var row = panel.Next + j;
            SubtractProduct(
                (a, at + (panel.From * order) + row, order), (packed, j * Block, Block), (a, at + (row * order) + row, order),
                rest - j, Math.Min(Block, rest - j), panel.Width);
        }
    }

    // Z21 = −Z22 W and Z11 = L11⁻ᵀL11⁻¹ − W'Z21 with W = L21 L11⁻¹.
    private static void InvertPanel((double[] Of, int At, int Order) factor, double[] z, int n, (int From, int Width) panel, double[] w)
    {
        var (from, width) = panel;
        int next = from + width, rest = n - next;
        for (var c = width - 1; c >= 0; c--)
        {
            var source = factor.At + ((from + c) * factor.Order) + from;
            var column = w.AsSpan(c * n, rest);
            factor.Of.AsSpan(source + width, rest).CopyTo(column);
            for (var later = c + 1; later < width; later++) AddScaled(column, w.AsSpan(later * n, rest), -factor.Of[source + later]);
            Scale(column, 1 / factor.Of[source + c]);
        }

        if (rest > 0) SubtractProduct((z, (next * n) + next, n), (w, 0, n), (z, (from * n) + next, n), rest, width, rest);
        InvertDiagonal(factor, z, n, panel);
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var at = ((from + j) * n) + from + i;
                z[at] -= Dot(w.AsSpan(i * n, rest), z.AsSpan(((from + j) * n) + next, rest));
                z[((from + i) * n) + from + j] = z[at];
            }
        }

        for (var i = 0; i < rest; i++)
        {
            for (var j = 0; j < width; j++) z[((next + i) * n) + from + j] = z[((from + j) * n) + next + i];
        }
    }

    // L11⁻ᵀL11⁻¹: column j by one forward and one backward solution.
    private static void InvertDiagonal((double[] Of, int At, int Order) factor, double[] z, int n, (int From, int Width) panel)
    {
        var (from, width) = panel;
        double L(int i, int j) => factor.Of[factor.At + ((from + j) * factor.Order) + from + i];
        Span<double> x = stackalloc double[Block];
        for (var j = 0; j < width; j++)
        {
            x.Clear();
            x[j] = 1;
            for (var k = j; k < width; k++)
            {
                x[k] /= L(k, k);
                for (var i = k + 1; i < width; i++) x[i] -= L(i, k) * x[k];
            }

            for (var k = width - 1; k >= j; k--)
            {
                for (var i = k + 1; i < width; i++) x[k] -= L(i, k) * x[i];
                x[k] /= L(k, k);
                z[((from + j) * n) + from + k] = x[k];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(Span<double> to, ReadOnlySpan<double> from, double factor)
    {
        ref double target = ref MemoryMarshal.GetReference(to), source = ref MemoryMarshal.GetReference(from);
        var times = Vector256.Create(factor);
        var i = 0;
        for (; i + 4 <= to.Length; i += 4)
        {
            ref double cell = ref Unsafe.Add(ref target, i);
            Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref Unsafe.Add(ref source, i)), times, Vector256.LoadUnsafe(ref cell)).StoreUnsafe(ref cell);
        }

        for (; i < to.Length; i++) to[i] += factor * from[i];
    }

    private static void Scale(Span<double> values, double factor)
    {
        for (var i = 0; i < values.Length; i++) values[i] *= factor;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref double left = ref MemoryMarshal.GetReference(a), right = ref MemoryMarshal.GetReference(b);
        var sums = Vector256<double>.Zero;
        var i = 0;
        for (; i + 4 <= a.Length; i += 4)
        {
            sums = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref Unsafe.Add(ref left, i)), Vector256.LoadUnsafe(ref Unsafe.Add(ref right, i)), sums);
        }

        var sum = Vector256.Sum(sums);
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
