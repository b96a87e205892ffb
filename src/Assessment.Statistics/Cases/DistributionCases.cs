using Assessment.Statistics.Descriptive;
using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Cases;

/// <summary>Methods dist.* and nist.univariate.</summary>
internal static class DistributionCases
{
    public static OrderedDictionary<string, object?> NoncentralTails(CaseInput input)
    {
        double[] t = input.Numbers("t"), df = Degrees(t, input, "df"), ncp = Like(t, input, "ncp");
        return new()
        {
            ["cdf"] = t.Select((x, i) => NoncentralT.Cdf(x, df[i], ncp[i])).ToArray(),
            ["upper"] = t.Select((x, i) => NoncentralT.Upper(x, df[i], ncp[i])).ToArray(),
        };
    }

    public static OrderedDictionary<string, object?> HedgesFactor(CaseInput input) =>
        new() { ["j"] = input.Numbers("m").Select(HedgesJ.Of).ToArray() };

    public static OrderedDictionary<string, object?> Tails(CaseInput input)
    {
        double[] t = input.Numbers("t_q"), c = input.Numbers("c_q"), f = input.Numbers("f_q"), p = input.Numbers("p", x => x is >= 0 and <= 1, "holds probabilities between 0 and 1");
        double[] tDf = Degrees(t, input, "t_df"), cDf = Degrees(c, input, "c_df"), f1 = Degrees(f, input, "f_df1"), f2 = Degrees(f, input, "f_df2");
        return new()
        {
            ["t_upper"] = t.Select((x, i) => StudentT.Upper(x, tDf[i])).ToArray(),
            ["chi2_upper"] = c.Select((x, i) => ChiSquared.Upper(x, cDf[i])).ToArray(),
            ["f_upper"] = f.Select((x, i) => FisherF.Upper(x, f1[i], f2[i])).ToArray(),
            ["normal_upper"] = input.Numbers("z").Select(Normal.Upper).ToArray(),
            ["t_quantile"] = p.Select(x => StudentT.Quantile(x, 7)).ToArray(),
            ["chi2_quantile"] = p.Select(x => ChiSquared.Quantile(x, 4.5)).ToArray(),
            ["f_quantile"] = p.Select(x => FisherF.Quantile(x, 3, 11)).ToArray(),
            ["beta_quantile"] = p.Select(x => BetaDistribution.Quantile(x, 2.5, 8)).ToArray(),
            ["gamma_quantile"] = p.Select(x => GammaDistribution.Quantile(x, 3.2)).ToArray(),
            ["normal_quantile"] = p.Select(Normal.Quantile).ToArray(),
        };
    }

    public static OrderedDictionary<string, object?> Univariate(CaseInput input)
    {
        var y = input.Table.Numbers("y").Where(v => v is not null).Select(v => v!.Value).ToArray();
        CaseInput.RequireRows(y.Length, "y");
        var d = Descriptives.Of(y);
        return new() { ["mean"] = d.Average, ["sd"] = d.Sd, ["autocorrelation"] = Autocorrelation.Lag1(y) };
    }

    // Below and above, the quadratures and continued fractions would take for ever.
    private static double[] Degrees(double[] first, CaseInput input, string name) =>
        Array.TrueForAll(Like(first, input, name), df => df is >= 0.01 and <= 1e7)
            ? input.Numbers(name) : throw CaseInput.Invalid(name, "holds degrees of freedom from 0.01 to 10000000");

    private static double[] Like(double[] first, CaseInput input, string name)
    {
        var values = input.Numbers(name);
        return values.Length == first.Length ? values : throw CaseInput.Invalid(name, $"has {first.Length} values");
    }
}
