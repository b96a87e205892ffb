namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// A design reduced to cross products: X in an orthonormal basis, y without its part in X's span and of length 1, random regressors in
/// bases of their own. Shifts, scales and large means are thereby gone before anything is squared.
/// </summary>
internal sealed class PreparedModel
{
    // What is left of y beside X below this share is rounding.
    private const double SmallestTrustedResidual = 1e-13;
    private const int LargestTail = 5000;

    private PreparedModel(MixedModelDesign design, OrthonormalBasis basis) => (Design, Basis) = (design, basis);

    public MixedModelDesign Design { get; }

    /// <summary>X = Q R.</summary>
    public OrthonormalBasis Basis { get; }

    /// <summary>Least squares coordinates Q'y.</summary>
    public required double[] Projection { get; init; }

    /// <summary>Length of y beside X; the model is fitted to y of length 1.</summary>
    public required double Scale { get; init; }

    /// <summary>Terms in the order of elimination.</summary>
    public required IReadOnlyList<RandomTerm> Terms { get; init; }

    /// <summary>Bases of the terms.</summary>
    public required IReadOnlyList<RandomBasis> Bases { get; init; }

    public required ProfiledCriterion Criterion { get; init; }

    public required bool Reml { get; init; }

    public int N => Design.Response.Length;

    /// <summary>Checks and reduces a design.</summary>
    public static (PreparedModel? Model, MixedModelFit.NotEstimable? Refusal) Of(MixedModelDesign design, bool reml)
    {
        RequireShape(design);
        int n = design.Response.Length, p = design.Fixed.Count;
        if (n <= p) return (null, new("too-few-rows", $"There are {n} rows for {p} fixed effects."));
        var levels = design.Random.Select(term => Compact(term.Levels)).ToArray();
        if (design.Random.Select((term, k) => Levels(term, levels[k].Count)).FirstOrDefault(no => no is not null) is { } no) return (null, no);
        var (basis, dependent) = OrthonormalBasis.Of(design.Fixed);
        if (basis is null) return (null, new("ill-conditioned", $"The fixed effect '{design.FixedNames[dependent]}' depends linearly on those before it."));
        var y = (double[])design.Response.Clone();
        var whole = OrthonormalBasis.Norm(y);
        var projection = basis.Remove(y);
        var scale = OrthonormalBasis.Norm(y);
        if (!(scale > SmallestTrustedResidual * whole)) return (null, new("no-residual-variance", "The fixed effects leave no residual variance."));
        if (!double.IsNormal(scale * scale)) return (null, new("ill-conditioned", "The response's variance is beyond what a number can hold."));
        for (var i = 0; i < n; i++) y[i] /= scale;
        return Reduce(design, (basis, projection, scale), y, levels, reml);
    }

    /// <summary>Order of terms as in lme4: as given when levels do not increase, else by levels with equals reversed.</summary>
    private static int[] Order(IReadOnlyList<int> counts)
    {
        int[] given = [.. Enumerable.Range(0, counts.Count)];
        return given.Skip(1).Any(k => counts[k] > counts[k - 1]) ? [.. given.OrderBy(k => counts[k]).Reverse()] : given;
    }

    private static (PreparedModel?, MixedModelFit.NotEstimable?) Reduce(
        MixedModelDesign design, (OrthonormalBasis Basis, double[] Projection, double Scale) fixedPart, double[] y,
        (int[] Levels, int Count)[] levels, bool reml)
    {
        var order = Order([.. levels.Select(l => l.Count)]);
        RandomTerm[] terms = [.. order.Select(k => design.Random[k])];
        var bases = terms.Select(RandomBasis.Of).ToArray();
        for (var k = 0; k < terms.Length; k++)
        {
            if (bases[k].Dependent is { } name) return (null, new("ill-conditioned", $"The random effect '{name}' of '{terms[k].Group}' depends linearly on those before it."));
        }

        var layouts = new List<TermLayout>();
        foreach (var k in order) layouts.Add(new(design.Random[k].Columns.Count, levels[k].Count, levels[k].Levels, layouts.Count == 0 ? 0 : layouts[^1].End));
        if (SystemPattern.Of(layouts, design.Fixed.Count, LargestTail) is not { } pattern)
        {
            return (null, new("model-too-large", $"The crossed groups would need a dense matrix of more than {LargestTail} columns."));
        }

        var sums = CrossProducts.Of(pattern, [.. bases.Select(b => b.Basis!.Columns)], [.. fixedPart.Basis.Q, y]);
        return (new(design, fixedPart.Basis)
        {
            Projection = fixedPart.Projection, Scale = fixedPart.Scale, Terms = terms, Bases = [.. bases.Select(b => b.Basis!)],
            Criterion = new(new(pattern, sums), y.Length, reml), Reml = reml,
        }, null);
    }

    private static MixedModelFit.NotEstimable? Levels(RandomTerm term, int count)
    {
        int n = term.Levels.Length, effects = count * term.Columns.Count;
        if (count < 2) return new("too-few-levels", $"The grouping factor '{term.Group}' has {count} level.");
        return effects < n ? null
            : new("too-many-levels", $"The term of '{term.Group}' has {effects} random effects for {n} rows: they are confounded with the residuals.");
    }

    private static (int[] Levels, int Count) Compact(int[] levels)
    {
        var compact = new int[levels.Length];
        var codes = new int[levels.Max() + 1];
        var count = 0;
        for (var i = 0; i < levels.Length; i++)
        {
            if (codes[levels[i]] == 0) codes[levels[i]] = ++count;
            compact[i] = codes[levels[i]] - 1;
        }

        return (compact, count);
    }

    private static void RequireShape(MixedModelDesign design)
    {
        if (design.Random.Count == 0 || design.Fixed.Count == 0) throw new ArgumentException("A mixed model has fixed and random effects.");
        if (design.Response.Length == 0) throw new ArgumentException("There are no rows.");
        Require.SameLength(design.FixedNames.Count, design.Fixed.Count);
        foreach (var column in (IEnumerable<double[]>)[design.Response, .. design.Fixed, .. design.Random.SelectMany(term => term.Columns)])
        {
            Require.SameLength(design.Response.Length, column.Length);
            Require.Finite(column);
        }

        foreach (var term in design.Random)
        {
            Require.SameLength(term.Names.Count, term.Columns.Count);
            Require.SameLength(design.Response.Length, term.Levels.Length);
            if (term.Columns.Count == 0 || term.Levels.Min() < 0) throw new ArgumentException($"The term of '{term.Group}' has no effects or a negative level.");
        }
    }
}
