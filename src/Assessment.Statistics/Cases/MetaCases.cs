using Assessment.Statistics.MetaAnalysis;

namespace Assessment.Statistics.Cases;

/// <summary>Methods meta.*: columns of agencies.</summary>
internal static class MetaCases
{
    private static readonly Func<double, bool> IsCount = x => x >= 0 && x == Math.Floor(x);

    public static OrderedDictionary<string, object?> Effects(CaseInput input)
    {
        var studies = input.Text("measure") switch
        {
            "RR" => Cells(input, StudyEffect.LogRiskRatio),
            "OR" => Cells(input, StudyEffect.LogOddsRatio),
            "RD" => Cells(input, StudyEffect.RiskDifference),
            "IRR" => Each([Counts(input, "x1"), input.PositiveColumn("t1", "an exposure"), Counts(input, "x2"), input.PositiveColumn("t2", "an exposure")], v => StudyEffect.LogRateRatio(v[0], v[1], v[2], v[3])),
            "SMD" => Each(
                [input.Column("m1"), Spread(input, "sd1"), Sizes(input, "n1"), input.Column("m2"), Spread(input, "sd2"), Sizes(input, "n2")],
                v => StudyEffect.StandardizedDifference((v[0], v[1], v[2]), (v[3], v[4], v[5]))),
            "SMCC" => Changes(input, "sd2", StudyEffect.ByChange),
            "SMCR" => Changes(input, "sd1", StudyEffect.ByRawScore),
            "SMCRH" => Changes(input, "sd2", StudyEffect.ByRawScoreUnequal),
            _ => throw CaseInput.Invalid("measure", "is RR, OR, RD, IRR, SMD, SMCC, SMCR or SMCRH"),
        };
        return new() { ["k"] = studies.Length, ["yi"] = studies.Select(s => s?.Effect).ToArray(), ["vi"] = studies.Select(s => s?.Variance).ToArray() };
    }

    public static OrderedDictionary<string, object?> Pool(CaseInput input)
    {
        double?[] effects = input.Column("yi"), variances = input.PositiveColumn("vi", "a variance");
        int[] rows = [.. Enumerable.Range(0, effects.Length).Where(i => effects[i] is not null && variances[i] is not null)];
        CaseInput.RequireRows(rows.Length, input.Text("yi"));
        var m = RandomEffects.Of([.. rows.Select(i => effects[i]!.Value)], [.. rows.Select(i => variances[i]!.Value)], input.Level);
        var results = new OrderedDictionary<string, object?>
        {
            ["k"] = m.K, ["fixed_estimate"] = m.Fixed.Wald.Value, ["fixed_se"] = m.Fixed.Wald.StandardError, ["fixed_ci"] = m.Fixed.Wald.Limits(),
            ["q"] = m.Q, ["q_df"] = m.K - 1, ["q_p"] = m.QP,
        };
        foreach (var (name, pooled) in (ReadOnlySpan<(string, PooledEffect)>)[("dl", m.DerSimonianLaird), ("reml", m.RestrictedLikelihood), ("pm", m.PauleMandel)])
        {
            results[$"{name}_tau2"] = pooled.Tau2;
            results[$"{name}_estimate"] = pooled.Wald.Value;
            results[$"{name}_se"] = pooled.Wald.StandardError;
            results[$"{name}_ci"] = pooled.Wald.Limits();
            results[$"{name}_hk_se"] = pooled.HartungKnapp?.StandardError;
            results[$"{name}_hk_ci"] = pooled.HartungKnapp?.Interval.Limits();
            results[$"{name}_hk_modified_ci"] = pooled.HartungKnappModified?.Limits();
            results[$"{name}_i2"] = pooled.ISquared;
            results[$"{name}_h2"] = pooled.HSquared;
            results[$"{name}_prediction_interval"] = pooled.Prediction?.Limits();
        }

        (results["i2_q"], results["tau2_ci_qprofile"]) = (m.ISquaredQ, m.Tau2Interval?.Limits());
        (results["egger_intercept"], results["egger_t"], results["egger_p"]) = (m.Egger?.Intercept, m.Egger?.T, m.Egger?.P);
        return results;
    }

    private static StudyEffect?[] Cells(CaseInput input, Func<double, double, double, double, StudyEffect?> of)
    {
        double?[] x1 = Counts(input, "ai"), n1 = Counts(input, "n1"), x2 = Counts(input, "ci"), n2 = Counts(input, "n2");
        foreach (var (x, n, name) in (ReadOnlySpan<(double?[], double?[], string)>)[(x1, n1, "ai"), (x2, n2, "ci")])
        {
            var row = Enumerable.Range(0, x.Length).FirstOrDefault(i => x[i] > n[i], -1);
            if (row >= 0) throw new CaseRefusedException("out-of-range", $"Column '{input.Text(name)}', row {row + 1}: {x[row]} events are more than the {n[row]} of the group.");
        }

        return Each([x1, n1, x2, n2], v => of(v[0], v[1], v[2], v[3]));
    }

    private static StudyEffect?[] Changes(CaseInput input, string second, Func<MeanChange, StudyEffect?> of) => Each(
        [input.Column("m1"), input.Column("m2"), Spread(input, "sd1"), Spread(input, second), Sizes(input, "n"), input.Column("r", x => x is >= -1 and <= 1, "a correlation from -1 to 1")],
        v => of(new(v[0], v[1], v[2], v[3], v[4], v[5])));

    private static StudyEffect?[] Each(double?[][] columns, Func<double[], StudyEffect?> of) =>
        [.. Enumerable.Range(0, columns[0].Length).Select(i => columns.All(c => c[i] is not null) ? of([.. columns.Select(c => c[i]!.Value)]) : null)];

    private static double?[] Counts(CaseInput input, string argument) => input.Column(argument, IsCount, "a whole count of at least 0");

    private static double?[] Sizes(CaseInput input, string argument) => input.Column(argument, x => x >= 1 && IsCount(x), "a number of people of at least 1");

    private static double?[] Spread(CaseInput input, string argument) => input.Column(argument, x => x >= 0, "a standard deviation of at least 0");
}
