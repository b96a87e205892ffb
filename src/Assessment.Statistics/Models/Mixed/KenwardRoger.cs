using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// The adjusted covariance of Kenward and Roger (1997), eq. 5, and their degrees of freedom for one coefficient (section 3, where they
/// reduce to 2/A₂), with expected information. V enters only as N = Λ'Z'V⁻¹ZΛ = I − M⁻¹ and F = Λ'Z'V⁻¹X = M⁻¹Λ'Z'X with
/// M = Λ'Z'ZΛ + I, so that no n × n matrix is made. The covariance parameters are those of u, in which every part of V has a unit pattern;
/// the adjustment does not depend on that choice, since V is linear in either.
/// </summary>
internal sealed class KenwardRoger
{
    private readonly Part[] parts;
    private readonly Matrix<double> phi;
    private readonly Matrix<double> between;
    private readonly Matrix<double>[] patterned;
    private readonly int rows;

    private KenwardRoger(IReadOnlyList<TermLayout> terms, Matrix<double> phi, Matrix<double> between, Matrix<double> scores, int rows)
    {
        (this.phi, this.between, this.rows) = (phi, between, rows);
        parts = [.. terms.SelectMany(term => Enumerable.Range(0, term.Size).SelectMany(a => Enumerable.Range(0, a + 1).Select(b => new Part(term, a, b))))];
        patterned = [.. parts.Select(part => Patterned(part, scores))];
    }

    /// <summary>Adjusted standard errors and degrees of freedom of the columns' coefficients; null where the information is singular.</summary>
    /// <param name="model">Model, its criterion last evaluated at <paramref name="theta"/>.</param>
    /// <param name="theta">Minimum, not on the boundary.</param>
    /// <param name="sigma">σ.</param>
    public static (double[] Errors, double?[] Df)? Of(PreparedModel model, double[] theta, double sigma)
    {
        var criterion = model.Criterion;
        criterion.Value(theta);
        var phi = Matrix<double>.Build.DenseOfRowArrays(FixedEffects.RelativeCovariance(criterion.System));
        criterion.System.Assemble(criterion.Factors(theta));
        var (penalized, cross) = Full(criterion.System);
        var q = penalized.RowCount;
        var factor = penalized.ToColumnMajorArray();
        if (!DenseCholesky.Factor(factor, 0, q)) return null;
        var inverse = Matrix<double>.Build.Dense(q, q, DenseCholesky.Inverse(factor, 0, q, q));
        var between = Matrix<double>.Build.DenseIdentity(q) - inverse;
        return new KenwardRoger(criterion.System.Pattern.Terms, phi, between, inverse * cross, model.N).Adjust(model.Basis, sigma);
    }

    // M and Λ'Z'X from the assembled system.
    private static (Matrix<double> Penalized, Matrix<double> Cross) Full(PenalizedSystem system)
    {
        var pattern = system.Pattern;
        var penalized = Matrix<double>.Build.Dense(pattern.Effects, pattern.Effects);
        var cross = Matrix<double>.Build.Dense(pattern.Effects, pattern.FixedCount);
        for (var c = 0; c < pattern.Effects; c++)
        {
            var start = pattern.Start(c);
            for (var i = 0; i < pattern.Height(c) - 1; i++)
            {
                var row = system.RowAt(c, i);
                if (row < pattern.Effects) penalized[row, c] = penalized[c, row] = system.L[start + i];
                else cross[c, row - pattern.Effects] = system.L[start + i];
            }
        }

        return (penalized, cross);
    }

    private (double[] Errors, double?[] Df)? Adjust(OrthonormalBasis basis, double sigma)
    {
        var (first, second, traces) = (FirstOrder(), SecondOrder(), Traces());
        var k = first.Length;
        var information = Matrix<double>.Build.Dense(k, k, (i, j) =>
            traces[i, j] - (2 * (phi * second[i, j]).Trace()) + (phi * first[i] * phi * first[j]).Trace());
        var w = 2 * information.Inverse();
        var middle = Matrix<double>.Build.Dense(phi.RowCount, phi.RowCount);
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++) middle += w[i, j] * (second[i, j] - (first[i] * phi * first[j]));
        }

        var own = basis.Unwind(phi.ToRowArrays());
        var adjusted = basis.Unwind((phi + (2 * (phi * middle * phi))).ToRowArrays());
        double[] errors = [.. adjusted.Select((row, j) => sigma * Math.Sqrt(row[j]))];
        if (!errors.All(double.IsFinite)) return null;
        double[][] slopes = [.. first.Select(a => basis.Unwind((phi * a * phi).ToRowArrays()).Select((row, j) => row[j]).ToArray())];
        return (errors, [.. own.Select((row, j) => Df(row[j], Vector<double>.Build.Dense(k, i => slopes[i][j]), w))]);
    }

    private static double? Df(double variance, Vector<double> slope, Matrix<double> w)
    {
        var df = 2 * variance * variance / (slope * w * slope);
        return double.IsFinite(df) && df > 0 ? df : null;
    }

    // X'V⁻¹V_iV⁻¹X; the residual's from V = I + Σ V_i over the variances.
    private Matrix<double>[] FirstOrder()
    {
        Matrix<double>[] random = [.. parts.Select((part, i) => Times(part, patterned[i]))];
        return [.. random, random.Where((_, i) => parts[i].IsVariance).Aggregate(phi.Inverse(), (rest, a) => rest - a)];
    }

    // X'V⁻¹V_iV⁻¹V_jV⁻¹X.
    private Matrix<double>[,] SecondOrder()
    {
        var k = parts.Length;
        var second = new Matrix<double>[k + 1, k + 1];
        Matrix<double>[] moved = [.. patterned.Select(h => between * h)];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++) second[i, j] = patterned[i].TransposeThisAndMultiply(moved[j]);
        }

        var first = FirstOrder();
        for (var i = 0; i < k; i++)
        {
            second[i, k] = Variances().Aggregate(first[i], (rest, j) => rest - second[i, j]);
            second[k, i] = second[i, k].Transpose();
        }

        second[k, k] = Variances().Aggregate(first[k], (rest, i) => rest - second[i, k]);
        return second;
    }

    // tr(V⁻¹V_iV⁻¹V_j).
    private double[,] Traces()
    {
        var k = parts.Length;
        var traces = new double[k + 1, k + 1];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++) traces[i, j] = i <= j ? Trace(parts[i], parts[j]) : traces[j, i];
        }

        for (var i = 0; i < k; i++) traces[i, k] = traces[k, i] = Variances().Aggregate(Trace(parts[i]), (rest, j) => rest - traces[i, j]);
        var inverse = Variances().Aggregate((double)rows, (rest, i) => rest - Trace(parts[i]));
        traces[k, k] = Variances().Aggregate(inverse, (rest, i) => rest - traces[i, k]);
        return traces;
    }

    private IEnumerable<int> Variances() => Enumerable.Range(0, parts.Length).Where(i => parts[i].IsVariance);

    private double Trace(Part part)
    {
        double sum = 0;
        for (var l = part.Term.FirstColumn; l < part.Term.End; l += part.Term.Size) sum += between[l + part.A, l + part.B];
        return part.IsVariance ? sum : 2 * sum;
    }

    private double Trace(Part left, Part right)
    {
        double sum = 0;
        for (var m = right.Term.FirstColumn; m < right.Term.End; m += right.Term.Size)
        {
            for (var l = left.Term.FirstColumn; l < left.Term.End; l += left.Term.Size)
            {
                sum += between[l + left.B, m + right.A] * between[l + left.A, m + right.B];
                if (!left.IsVariance || !right.IsVariance) sum += between[l + left.A, m + right.A] * between[l + left.B, m + right.B];
            }
        }

        // Both orders of either pattern: the four products are two pairs of equals.
        return left.IsVariance || right.IsVariance ? sum : 2 * sum;
    }

    // E F with E the part's pattern on every level of its term, 0 elsewhere.
    private static Matrix<double> Patterned(Part part, Matrix<double> scores)
    {
        var product = Matrix<double>.Build.Dense(scores.RowCount, scores.ColumnCount);
        for (var l = part.Term.FirstColumn; l < part.Term.End; l += part.Term.Size)
        {
            product.SetRow(l + part.A, scores.Row(l + part.B));
            if (!part.IsVariance) product.SetRow(l + part.B, scores.Row(l + part.A));
        }

        return product;
    }

    // F'EF from EF: the rows that E fetched are multiplied with the rows it put them on.
    private static Matrix<double> Times(Part part, Matrix<double> patterned)
    {
        var product = Matrix<double>.Build.Dense(patterned.ColumnCount, patterned.ColumnCount);
        for (var l = part.Term.FirstColumn; l < part.Term.End; l += part.Term.Size)
        {
            var one = patterned.Row(l + part.A).OuterProduct(patterned.Row(l + part.B));
            product += part.IsVariance ? one : one + one.Transpose();
        }

        return product;
    }

    /// <summary>A variance (A = B) or covariance of a term's effects.</summary>
    private sealed record Part(TermLayout Term, int A, int B)
    {
        public bool IsVariance => A == B;
    }
}
