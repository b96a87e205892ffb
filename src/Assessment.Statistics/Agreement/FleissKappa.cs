using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Agreement;

/// <summary>Do several raters give the same code, beyond chance (Fleiss 1971), tested against chance (Fleiss, Nee and Landis 1979)?</summary>
/// <param name="Kappa">The coefficient; not estimable when every code is the same.</param>
/// <param name="Raters">Raters per unit.</param>
/// <param name="NullStandardError">Standard error if the raters agreed by chance only.</param>
/// <param name="Z">Kappa over <paramref name="NullStandardError"/>.</param>
/// <param name="P">Two-sided p of <paramref name="Z"/>.</param>
public sealed record FleissKappa(Estimation Kappa, int Raters, double? NullStandardError, double? Z, double? P)
{
    /// <summary>Equals R's <c>irr::kappam.fleiss(M, exact = FALSE)</c>.</summary>
    /// <param name="codes">Row-major units × raters, codes from 0 to <paramref name="levels"/> − 1.</param>
    /// <param name="raters">Raters per unit, at least 2.</param>
    /// <param name="levels">Number of codes.</param>
    public static FleissKappa Of(ReadOnlySpan<int> codes, int raters, int levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(raters, 2);
        int n = codes.Length / raters, m = raters;
        var shares = new double[levels];
        double agreement = 0;
        for (var unit = 0; unit < n; unit++)
        {
            var counts = new int[levels];
            foreach (var code in codes.Slice(unit * m, m)) counts[code]++;
            agreement += (counts.Sum(c => (double)c * c) - m) / (m * (m - 1.0)) / n;
            for (var k = 0; k < levels; k++) shares[k] += (double)counts[k] / (n * m);
        }

        var chance = shares.Sum(p => p * p);
        var spread = shares.Sum(p => p * (1 - p));
        if (n == 0 || shares.Count(p => p > 0) < 2) return new(EstimatorCatalog.FleissKappa.No(n == 0 ? "n = 0" : "every code is the same", n), m, null, null, null);
        var kappa = (agreement - chance) / (1 - chance);
        var se = Elementary.OrNull(Math.Sqrt(
            2 / (n * m * (m - 1.0) * spread * spread) * ((spread * spread) - shares.Sum(p => p * (1 - p) * (1 - (2 * p))))));
        var z = kappa / se;
        return new(EstimatorCatalog.FleissKappa.Of(kappa, n, "units"), m, se, z, z is { } x ? 2 * Normal.Upper(Math.Abs(x)) : null);
    }
}
