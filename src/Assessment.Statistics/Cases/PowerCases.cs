using Assessment.Statistics.Power;

namespace Assessment.Statistics.Cases;

/// <summary>Methods power.*: no data, only arguments. <c>alpha</c> is 0.05 and <c>power</c> 0.8 where not given.</summary>
internal static class PowerCases
{
    public static OrderedDictionary<string, object?> PairedT(CaseInput input)
    {
        var (n, delta, sd, alpha, power) = (input.Count("n", 2), input.Number("delta"), input.Positive("sd"), Alpha(input), Wanted(input));
        var test = TTestPower.Paired(n, sd, alpha);
        return new() { ["power"] = test.Of(delta), ["mde"] = test.Detectable(power), ["n_required"] = TTestPower.PairsNeeded(delta, sd, power, alpha) };
    }

    public static OrderedDictionary<string, object?> Clustered(CaseInput input)
    {
        var design = new ClusteredDesign(
            input.Count("k1", 1), input.Count("k0", 1), input.Number("m", x => x >= 1, "is at least 1"), input.Number("cv", x => x is >= 0 and <= 100, "lies between 0 and 100"), Share(input, "icc"));
        if (design.Df is < 1 or > 10_000_000) throw CaseInput.Invalid("k1", "makes at least 3 and at most 10000002 clusters together with k0");
        var test = design.Test(input.Positive("sd"), Alpha(input));
        return new()
        {
            ["design_effect"] = design.DesignEffect, ["effective_n_treated"] = design.EffectiveTreated, ["effective_n_control"] = design.EffectiveControl,
            ["df"] = design.Df, ["power"] = test.Of(input.Number("delta")), ["mde"] = test.Detectable(Wanted(input)),
        };
    }

    public static OrderedDictionary<string, object?> TwoProportions(CaseInput input)
    {
        double n = input.Positive("n"), p1 = Share(input, "p1"), p2 = Share(input, "p2"), alpha = Alpha(input), power = Wanted(input);
        return new()
        {
            ["power"] = TwoProportionsPower.Of(n, p1, p2, alpha), ["n_required_exact"] = TwoProportionsPower.Needed(p1, p2, power, alpha),
            ["cohens_h"] = (2 * Math.Asin(Math.Sqrt(p1))) - (2 * Math.Asin(Math.Sqrt(p2))), ["mde"] = TwoProportionsPower.Detectable(n, p2, p1 >= p2, power, alpha),
        };
    }

    public static OrderedDictionary<string, object?> RateRatio(CaseInput input)
    {
        var test = new RateRatioPower(
            input.Positive("rate0"), input.Positive("t0"), input.Positive("t1"), input.Has("dispersion") ? input.Positive("dispersion") : 1, Alpha(input));
        var ratio = input.Positive("rr");
        return new() { ["power"] = test.Of(ratio), ["se_log_rr"] = test.StandardError(ratio), ["mdrr"] = test.Detectable(Wanted(input)) };
    }

    public static OrderedDictionary<string, object?> SteppedWedge(CaseInput input)
    {
        var design = input.Rows("design", x => x is 0 or 1, "is a list of lists of 0 and 1, equally long");
        var test = SteppedWedgePower.Of(
            [.. design.Select(row => row.Select(x => x == 1).ToArray())], input.Positive("n"), input.Positive("sigma2"), input.Number("tau2", x => x is >= 0 and <= 1e30, "lies between 0 and 1E+30"));
        return new() { ["variance"] = test.Variance, ["power"] = test.Of(input.Number("delta"), Alpha(input)), ["mde"] = test.Detectable(Wanted(input), Alpha(input)) };
    }

    private static double Share(CaseInput input, string name) => input.Number(name, x => x is >= 0 and <= 1, "lies between 0 and 1");

    private static double Alpha(CaseInput input) => Inside(input, "alpha", 0.05);

    private static double Wanted(CaseInput input) => Inside(input, "power", 0.8);

    private static double Inside(CaseInput input, string name, double fallback) => input.Number(name, fallback) is >= 1e-9 and <= 1 - 1e-9 and var x ? x
        : throw CaseInput.Invalid(name, "lies between 0 and 1, at least 1E-9 from either");
}
