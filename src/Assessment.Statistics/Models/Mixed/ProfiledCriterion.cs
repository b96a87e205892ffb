using System.Runtime.CompilerServices;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// The profiled deviance −2 log L of Bates et al. (2015), eq. 35, or REML criterion, eq. 42, in θ, with its exact gradient, eqs. 46–48. θ lists the lower
/// triangles of the terms' relative covariance factors column by column. Changing the sign of a column of a factor changes nothing, so
/// that the boundary of no variance is a stationary point inside the space and needs no constraint.
/// </summary>
internal sealed class ProfiledCriterion
{
    private readonly PenalizedSystem system;
    private readonly SelectedInverse inverse;
    private readonly int leading;

    /// <param name="system">Cross products and their factor.</param>
    /// <param name="rows">Rows n.</param>
    /// <param name="reml">Which criterion.</param>
    public ProfiledCriterion(PenalizedSystem system, int rows, bool reml)
    {
        this.system = system;
        inverse = new(system.Pattern);
        var pattern = system.Pattern;
        leading = reml ? pattern.Columns - 1 : pattern.Effects;
        Df = reml ? rows - pattern.FixedCount : rows;
        Count = pattern.Terms.Sum(term => term.Size * (term.Size + 1) / 2);
    }

    /// <summary>Length of θ.</summary>
    public int Count { get; }

    /// <summary>Divisor of r² in σ²: n − p under REML, n under ML.</summary>
    public int Df { get; }

    public PenalizedSystem System => system;

    /// <summary>Penalized residual sum of squares at the last θ.</summary>
    public double ResidualSquares { get; private set; }

    /// <summary>Gradient of log |L|² (and log |R_X|²) at the last θ of <see cref="Gradient"/>.</summary>
    public double[] DeterminantGradient { get; private set; } = [];

    /// <summary>Gradient of r² at the last θ of <see cref="Gradient"/>.</summary>
    public double[] ResidualGradient { get; private set; } = [];

    /// <summary>Half of the derivatives by all entries of the factors at the last θ of <see cref="Gradient"/>: Γ T with Γ those by the covariances.</summary>
    public double[][,] Slopes { get; private set; } = [];

    /// <summary>u (and the fixed effects behind it) at the last θ of <see cref="Gradient"/>.</summary>
    public double[] Spherical { get; private set; } = [];

    /// <summary>Z'e with e the conditional residuals at the last θ of <see cref="Gradient"/>.</summary>
    public double[] ScoresOfEffects { get; private set; } = [];

    /// <summary>θ's places on the diagonals of the factors.</summary>
    public IReadOnlyList<int> Diagonals
    {
        get
        {
            var places = new List<int>();
            var at = 0;
            foreach (var term in system.Pattern.Terms)
            {
                for (var j = 0; j < term.Size; at += term.Size - j, j++) places.Add(at);
            }

            return places;
        }
    }

    /// <summary>θ with all relative standard deviations alike and no correlation.</summary>
    public double[] Start(double deviation)
    {
        var theta = new double[Count];
        foreach (var place in Diagonals) theta[place] = deviation;
        return theta;
    }

    /// <summary>Criterion without the constant Df·(1 + log(2π/Df)); infinite where nothing is left for the residual.</summary>
    public double Value(double[] theta)
    {
        if (!system.Factor(Factors(theta))) return double.PositiveInfinity;
        ResidualSquares = system.ResidualSquares;
        return ResidualSquares > 0 ? system.LogDeterminant(leading) + (Df * Math.Log(ResidualSquares)) : double.PositiveInfinity;
    }

    /// <summary>Gradient at the θ of the last <see cref="Value"/>.</summary>
    public double[] Gradient(double[] theta)
    {
        var t = Factors(theta);
        inverse.Compute(system.L, leading);
        double[][,] trace = [.. t.Select(f => new double[f.GetLength(0), f.GetLength(0)])], squares = [.. trace.Select(f => (double[,])f.Clone())];
        AddTraces(t, trace);
        AddResiduals(t, squares);
        (DeterminantGradient, ResidualGradient) = (Vector(trace), Vector(squares));
        Slopes = [.. trace.Select((g, k) => Combined(g, squares[k]))];
        return [.. DeterminantGradient.Select((d, i) => d + (Df * ResidualGradient[i] / ResidualSquares))];
    }

    /// <summary>Lower triangular factors T of the terms.</summary>
    public double[][,] Factors(double[] theta)
    {
        var at = 0;
        return [.. system.Pattern.Terms.Select(term =>
        {
            var t = new double[term.Size, term.Size];
            for (var j = 0; j < term.Size; j++)
            {
                for (var i = j; i < term.Size; i++) t[i, j] = theta[at++];
            }

            return t;
        })];
    }

    private static double[] Vector(double[][,] gradients)
    {
        var vector = new List<double>();
        foreach (var g in gradients)
        {
            for (var j = 0; j < g.GetLength(0); j++)
            {
                for (var i = j; i < g.GetLength(0); i++) vector.Add(2 * g[i, j]);
            }
        }

        return [.. vector];
    }

    private double[,] Combined(double[,] trace, double[,] squares)
    {
        var combined = (double[,])trace.Clone();
        for (var i = 0; i < combined.GetLength(0); i++)
        {
            for (var j = 0; j < combined.GetLength(0); j++) combined[i, j] += Df * squares[i, j] / ResidualSquares;
        }

        return combined;
    }

    // Half of tr(M⁻¹ ∂M): for every pair of levels S T M⁻¹, entry by entry of the pattern.
    private void AddTraces(double[][,] t, double[][,] gradient)
    {
        var pattern = system.Pattern;
        for (var k = 0; k < t.Length; k++)
        {
            var term = pattern.Terms[k];
            for (var first = term.FirstColumn; first < term.End; first += term.Size)
            {
                if (term.Size == 1) AddScalarColumn(t, k, first, gradient);
                else AddColumns(t, k, first, gradient);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddScalarColumn(double[][,] t, int k, int column, double[][,] gradient)
    {
        var pattern = system.Pattern;
        var start = pattern.Start(column);
        var z = column < pattern.HeadColumns ? inverse.Head(column) : inverse.Tail(column);
        double theta = t[k][0, 0], own = theta * system.Sums[start] * z[0];
        for (var i = 1; i < z.Length;)
        {
            var term = pattern.TermOf[system.RowAt(column, i)];
            if (term == t.Length)
            {
                own += system.Sums[start + i] * z[i];
                i++;
                continue;
            }

            var other = t[term];
            var size = other.GetLength(0);
            for (var a = 0; a < size; a++)
            {
                var s = system.Sums[start + i + a];
                for (var b = 0; b <= a; b++)
                {
                    own += s * other[a, b] * z[i + b];
                }

                for (var b = 0; b < size; b++) gradient[term][a, b] += s * theta * z[i + b];
            }

            i += size;
        }

        gradient[k][0, 0] += own;
    }

    private void AddColumns(double[][,] t, int k, int first, double[][,] gradient)
    {
        var pattern = system.Pattern;
        var size = pattern.Terms[k].Size;
        AddOwn(t[k], first, size, gradient[k]);
        var height = inverse.Height(first);
        for (var i = size; i < height;)
        {
            var term = pattern.TermOf[system.RowAt(first, i)];
            var rows = term == t.Length ? 1 : pattern.Terms[term].Size;
            for (var a = 0; a < rows; a++)
            {
                for (var b = 0; b < rows; b++) AddPair(t, (k, first, size), (term, i, a, b), gradient);
            }

            i += rows;
        }
    }

    // U = rows × columns block of S, V of M⁻¹: columns get U'T V, rows get U T V'.
    private void AddPair(double[][,] t, (int Term, int First, int Size) column, (int Term, int At, int A, int B) row, double[][,] gradient)
    {
        var pattern = system.Pattern;
        var fixedRow = row.Term == t.Length;
        double by = fixedRow ? 1 : row.B <= row.A ? t[row.Term][row.A, row.B] : 0;
        for (var c = 0; c < column.Size; c++)
        {
            var u = system.Sums[pattern.Start(column.First + c) + row.At - c + row.A];
            for (var d = 0; d < column.Size; d++)
            {
                var v = inverse.At(column.First + d, row.At - d + row.B);
                gradient[column.Term][c, d] += u * by * v;
                if (!fixedRow && d <= c) gradient[row.Term][row.A, row.B] += u * t[column.Term][c, d] * v;
            }
        }
    }

    private void AddOwn(double[,] t, int first, int size, double[,] gradient)
    {
        double S(int a, int b) => system.Sums[system.Pattern.Start(first + Math.Min(a, b)) + Math.Abs(a - b)];
        double V(int a, int b) => inverse.At(first + Math.Min(a, b), Math.Abs(a - b));
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                for (var a = 0; a < size; a++)
                {
                    for (var b = 0; b <= a; b++) gradient[i, j] += S(i, a) * t[a, b] * V(b, j);
                }
            }
        }
    }

    // Half of ∂r² = −2 Σ u_b (Z'e)_a over levels, e the conditional residuals.
    private void AddResiduals(double[][,] t, double[][,] gradient)
    {
        var u = system.Solve();
        var scores = Scores(t, u);
        (Spherical, ScoresOfEffects) = (u, scores);
        var pattern = system.Pattern;
        for (var k = 0; k < t.Length; k++)
        {
            var (term, g) = (pattern.Terms[k], gradient[k]);
            for (var first = term.FirstColumn; first < term.End; first += term.Size)
            {
                for (var b = 0; b < term.Size; b++)
                {
                    for (var a = 0; a < term.Size; a++) g[a, b] -= u[first + b] * scores[first + a];
                }
            }
        }
    }

    // Z'(y − Xβ − ZΛu) from the cross products.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] Scores(double[][,] t, double[] solution)
    {
        var pattern = system.Pattern;
        var weights = new double[pattern.Columns];
        weights[^1] = 1;
        for (var c = pattern.Effects; c < pattern.Columns - 1; c++) weights[c] = -solution[c];
        for (var k = 0; k < t.Length; k++)
        {
            var (term, factor) = (pattern.Terms[k], t[k]);
            for (var first = term.FirstColumn; first < term.End; first += term.Size)
            {
                for (var a = 0; a < term.Size; a++)
                {
                    for (var b = 0; b <= a; b++) weights[first + a] -= factor[a, b] * solution[first + b];
                }
            }
        }

        return system.Product(weights);
    }
}
