namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// A term in a basis of its effects that have mean square 1 and are uncorrelated over the rows. The model is the same, with covariance
/// B G Bᵀ in place of G, and its criterion is as well-conditioned as the data allow.
/// </summary>
internal sealed class RandomBasis
{
    private readonly OrthonormalBasis basis;
    private readonly double scale;

    private RandomBasis(OrthonormalBasis basis, double scale) => (this.basis, this.scale) = (basis, scale);

    /// <summary>Regressors in the basis.</summary>
    public double[][] Columns => [.. basis.Q.Select(column => column.Select(value => value * scale).ToArray())];

    /// <summary>The basis, or the effect that depends on those before it.</summary>
    public static (RandomBasis? Basis, string? Dependent) Of(RandomTerm term)
    {
        var (basis, dependent) = OrthonormalBasis.Of(term.Columns);
        return basis is null ? (null, term.Names[dependent]) : (new(basis, Math.Sqrt(term.Levels.Length)), null);
    }

    /// <summary>Covariance of the term's own effects relative to σ² from the factor T of the basis's.</summary>
    public double[][] Covariance(double[,] t)
    {
        var size = t.GetLength(0);
        double[][] own = [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j =>
            Enumerable.Range(0, Math.Min(i, j) + 1).Sum(k => t[i, k] * t[j, k]) * scale * scale).ToArray())];
        return basis.Unwind(own);
    }
}
