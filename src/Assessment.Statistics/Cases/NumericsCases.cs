using System.Globalization;
using Assessment.Statistics.Distributions;
using Assessment.Statistics.Gains;
using Assessment.Statistics.Models;
using Assessment.Statistics.Multiplicity;
using Assessment.Statistics.Streaming;

namespace Assessment.Statistics.Cases;

/// <summary>Methods dist.signrank_wilcox, nist.anova, nist.linear, stream.* and mult.*.</summary>
internal static class NumericsCases
{
    public static OrderedDictionary<string, object?> RankDistributions(CaseInput input)
    {
        var signed = input.Integers("n", 1, 1000).Select(n => (N: n, Of: SignedRank.Of(n))).ToArray();
        int[] m = input.Integers("m", 1, 200), n2 = input.Integers("n2", 1, 200);
        if (m.Length != n2.Length) throw CaseInput.Invalid("n2", $"has {m.Length} values");
        var sums = m.Zip(n2).Select(p => (M: p.First, N: p.Second, Of: RankSum.Of(p.First, p.Second))).ToArray();
        return new()
        {
            ["signrank_quantiles"] = signed.Select(s => s.Of.Quantile(0.025)).ToArray(),
            ["signrank_cdf"] = signed.Select(s => s.Of.Cdf(s.N * (s.N + 1) / 8)).ToArray(),
            ["wilcox_quantiles"] = sums.Select(s => s.Of.Quantile(0.025)).ToArray(),
            ["wilcox_cdf"] = sums.Select(s => s.Of.Cdf(s.M * s.N / 4)).ToArray(),
        };
    }

    public static OrderedDictionary<string, object?> Anova(CaseInput input)
    {
        var (y, groups) = (input.Table.Numbers("y"), input.Table.Texts("treatment"));
        var rows = Enumerable.Range(0, y.Length).Where(i => y[i] is not null && groups[i] is not null).ToArray();
        CaseInput.RequireRows(rows.Length, "treatment");
        var codes = rows.Select(i => groups[i]!).Distinct().ToList();
        var a = OneWayAnova.Of([.. rows.Select(i => y[i]!.Value)], [.. rows.Select(i => codes.IndexOf(groups[i]!))]);
        return new()
        {
            ["between_df"] = a.BetweenDf, ["between_ss"] = a.BetweenSquares, ["between_ms"] = a.BetweenMeanSquare, ["f"] = a.F,
            ["within_df"] = a.WithinDf, ["within_ss"] = a.WithinSquares, ["within_ms"] = a.WithinMeanSquare, ["r2"] = a.RSquared,
            ["residual_sd"] = a.ResidualSd,
        };
    }

    public static OrderedDictionary<string, object?> Linear(CaseInput input)
    {
        var model = input.Text("model");
        var regressors = input.Table.Names.Where(name => name != "y").ToArray();
        var columns = regressors.Prepend("y").Select(input.Table.Numbers).ToArray();
        var rows = Enumerable.Range(0, input.Table.Count).Where(i => columns.All(c => c[i] is not null)).ToArray();
        var data = columns.Select(c => rows.Select(i => c[i]!.Value).ToArray()).ToArray();
        var powers = Powers(model);
        var coefficients = (regressors.Length * powers) + (model == "origin" ? 0 : 1);
        if (rows.Length < coefficients) throw new CaseRefusedException("empty-group", $"Column 'y': {rows.Length} complete rows do not determine {coefficients} coefficients.");
        var fit = LinearRegression.Of(data[0], data[1..], model != "origin", powers)
            ?? throw new CaseRefusedException("ill-conditioned", "The regressors are linearly dependent to the precision of the data.");
        return new()
        {
            ["coef"] = fit.Coefficients, ["se"] = fit.StandardErrors, ["residual_sd"] = fit.ResidualSd, ["r2"] = fit.RSquared, ["f"] = fit.F,
        };
    }

    public static OrderedDictionary<string, object?> MomentsInChunks(CaseInput input)
    {
        var x = input.Column("x").Where(v => v is not null).Select(v => v!.Value).ToArray();
        var chunks = Chunks(input, x.Length).Select(range => Moments.Of(x.AsSpan()[range])).ToArray();
        var whole = chunks.Aggregate(new Moments(), Moments.Merge);
        return new()
        {
            ["chunk_n"] = chunks.Select(c => c.N).ToArray(), ["chunk_mean"] = chunks.Select(c => c.Mean).ToArray(),
            ["chunk_m2"] = chunks.Select(c => c.M2).ToArray(), ["n"] = whole.N, ["mean"] = whole.N > 0 ? whole.Mean : null,
            ["variance"] = whole.Variance, ["skewness"] = whole.Skewness, ["kurtosis"] = whole.Kurtosis, ["min"] = whole.Min, ["max"] = whole.Max,
        };
    }

    public static OrderedDictionary<string, object?> PairsInChunks(CaseInput input)
    {
        double?[] x = input.Column("x"), y = input.Column("y");
        var rows = Enumerable.Range(0, x.Length).Where(i => x[i] is not null && y[i] is not null).ToArray();
        CaseInput.RequireRows(rows.Length, input.Text("x"));
        PairedMoments Of(Range range) => PairedMoments.Of([.. rows[range].Select(i => x[i]!.Value)], [.. rows[range].Select(i => y[i]!.Value)]);
        var m = Chunks(input, rows.Length).Select(Of).Aggregate(new PairedMoments(), PairedMoments.Merge);
        var gain = PairedGain.Of(m);
        return new()
        {
            ["n"] = m.N, ["mean_x"] = m.MeanPre, ["mean_y"] = m.MeanPost, ["m2_x"] = m.SquaresPre, ["m2_y"] = m.SquaresPost, ["c_xy"] = m.Products,
            ["r"] = m.Correlation, ["slope"] = m.SquaresPre > 0 ? m.Products / m.SquaresPre : null, ["mean_gain"] = gain.MeanGain,
            ["sd_gain"] = gain.SdGain, ["t"] = gain.T, ["d_z"] = PairedEffectSizes.Of(m).CohensDz.Value(),
        };
    }

    public static OrderedDictionary<string, object?> Adjust(CaseInput input)
    {
        var p = input.Has("p") ? input.NumbersOrMissing("p") : input.Column("column");
        if (p.Any(x => x is not (null or (>= 0 and <= 1)))) throw CaseInput.Invalid(input.Has("p") ? "p" : "column", "holds p values between 0 and 1");
        var a = AdjustedP.Of(p);
        return new()
        {
            ["bonferroni"] = a.Bonferroni, ["holm"] = a.Holm, ["hochberg"] = a.Hochberg, ["bh"] = a.BenjaminiHochberg, ["by"] = a.BenjaminiYekutieli,
        };
    }

    private static int Powers(string model) => model switch
    {
        "origin" or "multiple" => 1,
        _ when model.StartsWith("poly:", StringComparison.Ordinal)
            && int.TryParse(model.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var degree) && degree > 0 => degree,
        _ => throw CaseInput.Invalid("model", "is poly:K, origin or multiple"),
    };

    private static IEnumerable<Range> Chunks(CaseInput input, int n)
    {
        int[] starts = [0, .. input.Has("cuts") ? input.Integers("cuts", 1, int.MaxValue).Select(c => c - 1) : [], n];
        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i] < starts[i - 1] || starts[i] > n) throw CaseInput.Invalid("cuts", "holds ascending rows of the data");
        }

        return starts.Zip(starts.Skip(1), (from, to) => from..to);
    }
}
