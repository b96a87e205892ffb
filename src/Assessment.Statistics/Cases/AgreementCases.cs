using System.Globalization;
using Assessment.Statistics.Agreement;
using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Cases;

/// <summary>Methods rel.*.</summary>
internal static class AgreementCases
{
    public static OrderedDictionary<string, object?> TwoRaters(CaseInput input)
    {
        string?[] first = input.TextColumn("rater1"), second = input.TextColumn("rater2");
        var both = first.Zip(second).Where(p => p.First is not null && p.Second is not null).ToArray();
        if (both.Length == 0) throw new CaseRefusedException("empty-group", $"Columns '{input.Text("rater1")}' and '{input.Text("rater2")}': no row has both.");
        var levels = input.Has("levels") ? input.Texts("levels") : LevelsOf(both.SelectMany(p => new[] { p.First!, p.Second! }));
        var coded = both.Select(p => (First: Code(p.First!, levels), Second: Code(p.Second!, levels))).Where(p => p.First >= 0 && p.Second >= 0).ToArray();
        var k = Kappa.Of([.. coded.Select(p => p.First)], [.. coded.Select(p => p.Second)], levels.Count, input.Level);
        return new()
        {
            ["n"] = k.N, ["levels"] = k.Levels, ["agreement"] = k.Agreement, ["kappa"] = k.Cohen.Value(), ["kappa_se"] = k.Unweighted.StandardError,
            ["kappa_se0"] = k.Unweighted.NullStandardError, ["kappa_ci"] = k.Cohen.Limits(), ["kappa_linear"] = k.Linear.Value,
            ["kappa_linear_se"] = k.Linear.StandardError, ["kappa_quadratic"] = k.Quadratic.Value, ["kappa_quadratic_se"] = k.Quadratic.StandardError,
            ["pabak"] = k.Pabak, ["gwet_ac1"] = k.GwetAc1,
        };
    }

    public static OrderedDictionary<string, object?> ManyRaters(CaseInput input)
    {
        var raters = input.Texts("raters");
        var columns = raters.Select(input.Table.Texts).ToArray();
        if (raters.Count < 2) throw CaseInput.Invalid("raters", "names at least two columns");
        var rows = Enumerable.Range(0, input.Table.Count).Where(i => columns.All(c => c[i] is not null)).ToArray();
        CaseInput.RequireRows(rows.Length, raters[0]);
        string[] levels = LevelsOf(rows.SelectMany(i => columns.Select(c => c[i]!)));
        var f = FleissKappa.Of([.. rows.SelectMany(i => columns.Select(c => Code(c[i]!, levels)))], raters.Count, levels.Length);
        return new()
        {
            ["n"] = f.Kappa.N, ["raters"] = f.Raters, ["kappa"] = f.Kappa.Value(), ["se0"] = f.NullStandardError, ["z"] = f.Z, ["p"] = f.P,
        };
    }

    public static OrderedDictionary<string, object?> Icc(CaseInput input)
    {
        var r = IntraclassCorrelation.Of(Ratings(input), input.Level);
        return new()
        {
            ["n"] = r.N, ["k"] = r.Raters, ["bms"] = r.MeanSquares.Targets, ["jms"] = r.MeanSquares.Raters, ["ems"] = r.MeanSquares.Error,
            ["wms"] = r.MeanSquares.Within, ["icc1"] = r.Icc1.Value(), ["icc2"] = r.Icc2.Value(), ["icc3"] = r.Icc3.Value(),
            ["icc1k"] = r.Icc1K, ["icc2k"] = r.Icc2K.Value(), ["icc3k"] = r.Icc3K, ["f_consistency"] = r.F, ["p_consistency"] = r.P,
            ["icc1_ci"] = r.Icc1.Limits(), ["icc2_ci"] = r.Icc2.Limits(), ["icc3_ci"] = r.Icc3.Limits(), ["icc2k_ci"] = r.Icc2K.Limits(),
            ["sem_agreement"] = r.StandardErrorOfMeasurement,
        };
    }

    public static OrderedDictionary<string, object?> Krippendorff(CaseInput input)
    {
        var columns = input.Texts("raters").Select(input.Table.Numbers).ToArray();
        var alpha = KrippendorffAlpha.Of([.. Enumerable.Range(0, input.Table.Count).Select(i => columns.Select(c => c[i]).ToArray())]);
        var results = new OrderedDictionary<string, object?>
        {
            ["units"] = alpha.Units, ["pairable_values"] = alpha.PairableValues, ["alpha_nominal"] = alpha.Alpha(CodeMetric.Nominal).Value(),
            ["alpha_ordinal"] = alpha.Alpha(CodeMetric.Ordinal).Value(), ["alpha_interval"] = alpha.Alpha(CodeMetric.Interval).Value(),
        };
        if (columns.All(c => c.All(x => x is null or >= 0))) results["alpha_ratio"] = alpha.Alpha(CodeMetric.Ratio).Value();
        return results;
    }

    private static ScoreMatrix Ratings(CaseInput input)
    {
        var raters = input.Texts("raters");
        if (raters.Count < 2) throw CaseInput.Invalid("raters", "names at least two columns");
        var columns = raters.Select(input.Table.Numbers).ToArray();
        var rows = Enumerable.Range(0, input.Table.Count).Where(i => columns.All(c => c[i] is not null)).ToArray();
        CaseInput.RequireRows(rows.Length, raters[0]);
        return new(rows.Length, raters.Count, [.. rows.SelectMany(i => columns.Select(c => c[i]!.Value))]);
    }

    // Numbers in the order of numbers, other codes in ordinal order.
    private static string[] LevelsOf(IEnumerable<string> codes)
    {
        var distinct = codes.Distinct(StringComparer.Ordinal).ToArray();
        return distinct.All(c => double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            ? [.. distinct.OrderBy(c => double.Parse(c, CultureInfo.InvariantCulture))]
            : [.. distinct.Order(StringComparer.Ordinal)];
    }

    private static int Code(string cell, IReadOnlyList<string> levels)
    {
        for (var i = 0; i < levels.Count; i++)
        {
            if (CaseTable.Same(cell, levels[i])) return i;
        }

        return -1;
    }
}
