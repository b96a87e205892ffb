using System.Runtime.CompilerServices;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// Z'Z, Z'X, Z'y, X'X, X'y and y'y of all rows, laid out by a <see cref="SystemPattern"/>. After this the rows are not needed: the
/// cost of the criterion depends on the number of levels alone.
/// </summary>
internal static class CrossProducts
{
    /// <summary>Sums over the rows.</summary>
    /// <param name="pattern">Layout.</param>
    /// <param name="random">For every term the regressors of its effects.</param>
    /// <param name="last">Columns of X, then y.</param>
    public static double[] Of(SystemPattern pattern, double[][][] random, double[][] last)
    {
        var sums = new double[pattern.Length];
        for (var k = 0; k < random.Length; k++)
        {
            for (var effect = 0; effect < random[k].Length; effect++) AddEffect(pattern, random, last, (k, effect), sums);
        }

        for (var j = 0; j < last.Length; j++)
        {
            var start = pattern.Start(pattern.Effects + j);
            for (var i = j; i < last.Length; i++) sums[start + i - j] = Dot(last[i], last[j]);
        }

        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEffect(SystemPattern pattern, double[][][] random, double[][] last, (int Term, int Effect) of, double[] sums)
    {
        var term = pattern.Terms[of.Term];
        var regressor = random[of.Term][of.Effect];
        for (var row = 0; row < regressor.Length; row++)
        {
            var z = regressor[row];
            var column = term.ColumnOfRow(row) + of.Effect;
            var start = pattern.Start(column);
            for (var own = of.Effect; own < term.Size; own++) sums[start + own - of.Effect] += z * random[of.Term][own][row];
            var end = start + pattern.Height(column) - last.Length;
            for (var j = 0; j < last.Length; j++) sums[end + j] += z * last[j][row];
            for (var other = of.Term + 1; other < random.Length; other++)
            {
                var at = pattern.Find(pattern.Terms[other].ColumnOfRow(row), column);
                for (var effect = 0; effect < random[other].Length; effect++) sums[at + effect] += z * random[other][effect][row];
            }
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
