using System.Numerics;

namespace Assessment.Statistics.Models.Regression;

/// <summary>
/// X'WX with its largest factor eliminated: the block of a factor is diagonal, so that its inverse is exact and what is left has the size of
/// the other terms. Numbers are taken as deviations from their weighted means in each level, so that no digits cancel.
/// </summary>
internal sealed class AbsorbedInformation : Information
{
    // Share of a column's squares that must be left beside the columns before it.
    private const double SmallestTrustedShare = 1e-13;
    private readonly RegressionDesign design;
    private readonly int absorbed;
    private readonly int[] numbers, factors, start;
    private readonly double[] totals;
    private readonly double[][] means, deviations, shares, cholesky;

    private AbsorbedInformation(RegressionDesign design, double[] weights)
    {
        this.design = design;
        var terms = design.Terms;
        absorbed = Enumerable.Range(0, terms.Count).MaxBy(t => terms[t].Levels.Count);
        numbers = [.. Enumerable.Range(0, terms.Count).Where(t => !terms[t].IsFactor)];
        factors = [.. Enumerable.Range(0, terms.Count).Where(t => terms[t].IsFactor && t != absorbed)];
        start = new int[terms.Count];
        var size = 0;
        foreach (var t in numbers.Concat(factors)) (start[t], size) = (size, size + terms[t].Width);
        var codes = terms[absorbed].Codes;
        totals = new double[terms[absorbed].Levels.Count];
        for (var i = 0; i < codes.Length; i++) totals[codes[i]] += weights[i];
        (means, deviations) = Centered(weights);
        shares = Shares(weights, size);
        cholesky = Remaining(weights, size);
    }

    public static AbsorbedInformation? Factorize(RegressionDesign design, double[] weights, out int dependent)
    {
        var information = new AbsorbedInformation(design, weights);
        dependent = design.First(information.absorbed);
        if (!information.totals.All(total => total > 0)) return null;
        var at = Cholesky(information.cholesky, information.Squares(weights));
        dependent = at < 0 ? -1 : information.Position(at);
        return at < 0 ? information : null;
    }

    public override double[] Solve(double[] scores)
    {
        var codes = design.Terms[absorbed].Codes;
        var (levels, rest) = (new double[totals.Length], new double[cholesky.Length]);
        for (var i = 0; i < codes.Length; i++) levels[codes[i]] += scores[i];
        for (var j = 0; j < numbers.Length; j++)
        {
            for (var i = 0; i < codes.Length; i++) rest[j] += deviations[j][i] * scores[i];
        }

        foreach (var f in factors)
        {
            var own = design.Terms[f].Codes;
            for (var i = 0; i < own.Length; i++)
            {
                if (own[i] > 0) rest[start[f] + own[i] - 1] += scores[i];
            }
        }

        for (var u = 0; u < levels.Length; u++) Add(rest, shares[u], -levels[u], numbers.Length);
        return Solve(levels, rest);
    }

    public override double[] Direction(double[] contrast)
    {
        // In terms of the level's own intercepts a: β₀ = a₀ and β_u = a_u − a₀.
        var levels = new double[totals.Length];
        levels[0] = contrast[0];
        for (var u = 1; u < levels.Length; u++)
        {
            levels[u] = contrast[design.First(absorbed) + u - 1];
            levels[0] -= levels[u];
        }

        var rest = new double[cholesky.Length];
        foreach (var t in numbers.Concat(factors)) Array.Copy(contrast, design.First(t), rest, start[t], design.Terms[t].Width);
        for (var u = 0; u < levels.Length; u++)
        {
            for (var j = 0; j < numbers.Length; j++) rest[j] -= means[j][u] * levels[u];
            Add(rest, shares[u], -levels[u], numbers.Length);
        }

        return Solve(levels, rest);
    }

    private double[] Solve(double[] levels, double[] rest)
    {
        Substitute(cholesky, rest);
        var solution = new double[design.Width];
        foreach (var t in numbers.Concat(factors)) Array.Copy(rest, start[t], solution, design.First(t), design.Terms[t].Width);
        for (var u = 0; u < levels.Length; u++)
        {
            var level = levels[u] / totals[u];
            for (var j = 0; j < rest.Length; j++) level -= (j < numbers.Length ? means[j][u] : shares[u][j]) * rest[j];
            if (u == 0) solution[0] = level;
            else solution[design.First(absorbed) + u - 1] = level - solution[0];
        }

        return solution;
    }

    private (double[][] Means, double[][] Deviations) Centered(double[] weights)
    {
        var codes = design.Terms[absorbed].Codes;
        double[][] averages = new double[numbers.Length][], centered = new double[numbers.Length][];
        for (var j = 0; j < numbers.Length; j++)
        {
            var values = design.Terms[numbers[j]].Numbers;
            var (mean, deviation) = (averages[j] = new double[totals.Length], centered[j] = new double[values.Length]);
            for (var i = 0; i < values.Length; i++) mean[codes[i]] += weights[i] * values[i];
            for (var u = 0; u < mean.Length; u++) mean[u] /= totals[u];
            for (var i = 0; i < values.Length; i++) deviation[i] = values[i] - mean[codes[i]];
        }

        return (averages, centered);
    }

    // Of each level the share of its weight in each level of the other factors.
    private double[][] Shares(double[] weights, int size)
    {
        var codes = design.Terms[absorbed].Codes;
        var all = new double[totals.Length][];
        for (var u = 0; u < all.Length; u++) all[u] = new double[size];
        foreach (var f in factors)
        {
            var own = design.Terms[f].Codes;
            for (var i = 0; i < own.Length; i++)
            {
                if (own[i] > 0) all[codes[i]][start[f] + own[i] - 1] += weights[i] / totals[codes[i]];
            }
        }

        return all;
    }

    // Lower triangle of what is left of X'WX.
    private double[][] Remaining(double[] weights, int size)
    {
        var left = new double[size][];
        for (var j = 0; j < size; j++) left[j] = new double[j + 1];
        var at = new int[factors.Length];
        int[][] codes = [.. factors.Select(f => design.Terms[f].Codes)];
        for (var i = 0; i < weights.Length; i++)
        {
            for (var j = 0; j < numbers.Length; j++)
            {
                for (var k = 0; k <= j; k++) left[j][k] += weights[i] * deviations[j][i] * deviations[k][i];
            }

            for (var f = 0; f < factors.Length; f++)
            {
                var code = codes[f][i];
                at[f] = code == 0 ? -1 : start[factors[f]] + code - 1;
                if (code == 0) continue;
                for (var j = 0; j < numbers.Length; j++) left[at[f]][j] += weights[i] * deviations[j][i];
                for (var g = 0; g <= f; g++)
                {
                    if (at[g] >= 0) left[at[f]][at[g]] += weights[i];
                }
            }
        }

        for (var u = 0; u < totals.Length; u++)
        {
            for (var j = numbers.Length; j < size; j++) Add(left[j], shares[u], -totals[u] * shares[u][j], numbers.Length);
        }

        return left;
    }

    // Squares of the columns before anything was taken off: what is left is measured against them.
    private double[] Squares(double[] weights)
    {
        var squares = new double[cholesky.Length];
        for (var j = 0; j < squares.Length; j++)
        {
            if (j >= numbers.Length)
            {
                for (var u = 0; u < totals.Length; u++) squares[j] += totals[u] * shares[u][j];
                continue;
            }

            var values = design.Terms[numbers[j]].Numbers;
            for (var i = 0; i < values.Length; i++) squares[j] += weights[i] * values[i] * values[i];
        }

        return squares;
    }

    private int Position(int at)
    {
        var term = numbers.Concat(factors).Last(t => start[t] <= at);
        return design.First(term) + at - start[term];
    }

    private static void Add(double[] to, double[] from, double times, int first)
    {
        if (times == 0) return;
        var (j, factor) = (first, new Vector<double>(times));
        for (; j <= to.Length - Vector<double>.Count; j += Vector<double>.Count) (new Vector<double>(to, j) + (factor * new Vector<double>(from, j))).CopyTo(to, j);
        for (; j < to.Length; j++) to[j] += times * from[j];
    }

    // L of LL' in place; −1, or the row of the first pivot that is lost in rounding.
    private static int Cholesky(double[][] matrix, double[] squares)
    {
        for (var j = 0; j < matrix.Length; j++)
        {
            var row = matrix[j];
            for (var k = 0; k <= j; k++)
            {
                var (sum, other) = (row[k], matrix[k]);
                for (var m = 0; m < k; m++) sum -= row[m] * other[m];
                if (k < j) row[k] = sum / other[k];
                else if (sum > SmallestTrustedShare * squares[j]) row[j] = Math.Sqrt(sum);
                else return j;
            }
        }

        return -1;
    }

    private static void Substitute(double[][] lower, double[] x)
    {
        for (var j = 0; j < x.Length; j++)
        {
            for (var k = 0; k < j; k++) x[j] -= lower[j][k] * x[k];
            x[j] /= lower[j][j];
        }

        for (var j = x.Length - 1; j >= 0; j--)
        {
            x[j] /= lower[j][j];
            for (var k = 0; k < j; k++) x[k] -= lower[j][k] * x[j];
        }
    }
}
