using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.Numerics;

/// <summary>Newton steps on a gradient until it vanishes to rounding, with the Jacobian by central differences.</summary>
internal static class StationaryPoint
{
    private const int MaximumSteps = 60;

    /// <summary>The root near the start, or null when the steps do not settle.</summary>
    public static double[]? Near(double[] start, Func<double[], double[]> gradient)
    {
        var point = Vector<double>.Build.DenseOfArray(start);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var move = Jacobian([.. point], gradient).Solve(Vector<double>.Build.DenseOfArray(gradient([.. point])));
            var largest = move.AbsoluteMaximum();
            if (!double.IsFinite(largest)) return null;
            point -= largest > 1 ? move / largest : move;
            if (largest < 1e-12 * (1 + point.AbsoluteMaximum())) return [.. point];
        }

        return null;
    }

    /// <summary>Derivatives of the gradient, symmetric; two step widths are extrapolated to the fourth order.</summary>
    public static Matrix<double> Jacobian(double[] at, Func<double[], double[]> gradient)
    {
        var k = at.Length;
        var jacobian = Matrix<double>.Build.Dense(k, k);
        for (var j = 0; j < k; j++)
        {
            var h = 1e-3 * (1 + Math.Abs(at[j]));
            double[] wide = Difference(at, j, h, gradient), narrow = Difference(at, j, h / 2, gradient);
            for (var i = 0; i < k; i++) jacobian[i, j] = ((4 * narrow[i]) - wide[i]) / 3;
        }

        return (jacobian + jacobian.Transpose()) / 2;
    }

    private static double[] Difference(double[] at, int j, double h, Func<double[], double[]> gradient)
    {
        double[] up = [.. at], down = [.. at];
        up[j] += h;
        down[j] -= h;
        return [.. gradient(up).Zip(gradient(down), (u, d) => (u - d) / (2 * h))];
    }
}
