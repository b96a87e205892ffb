namespace Assessment.Statistics.Models.Mixed;

/// <summary>Covariance of the fixed effects.</summary>
internal static class FixedEffects
{
    /// <summary>Variances of the columns' coefficients relative to σ²: the diagonal of R⁻¹(R_X'R_X)⁻¹R⁻ᵀ, Bates et al. (2015), eq. 55.</summary>
    public static double[] RelativeVariances(PenalizedSystem system, OrthonormalBasis basis)
    {
        var covariance = basis.Unwind(RelativeCovariance(system));
        return [.. covariance.Select((row, j) => row[j])];
    }

    /// <summary>(R_X'R_X)⁻¹ of the orthonormal columns.</summary>
    public static double[][] RelativeCovariance(PenalizedSystem system)
    {
        var pattern = system.Pattern;
        return [.. Enumerable.Range(0, pattern.FixedCount).Select(j => Column(system, j))];
    }

    private static double[] Column(PenalizedSystem system, int j)
    {
        var pattern = system.Pattern;
        var p = pattern.FixedCount;
        double R(int row, int column) => system.L[pattern.Start(pattern.Effects + column) + row - column];
        var x = new double[p];
        x[j] = 1;
        for (var k = 0; k < p; k++)
        {
            for (var i = 0; i < k; i++) x[k] -= R(k, i) * x[i];
            x[k] /= R(k, k);
        }

        for (var k = p - 1; k >= 0; k--)
        {
            for (var i = k + 1; i < p; i++) x[k] -= R(i, k) * x[i];
            x[k] /= R(k, k);
        }

        return x;
    }
}
