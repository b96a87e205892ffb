using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Cases;

/// <summary>Complete pairs and how many rows were lost on either side.</summary>
internal sealed record CasePairs(double[] Pre, double[] Post, int PreOnly, int PostOnly);

/// <summary>The shapes of data that several methods share.</summary>
internal static class CaseInputExtensions
{
    /// <summary>Rows where both columns are present; the counts of one-sided rows go with them.</summary>
    public static CasePairs Pairs(this CaseInput input)
    {
        double?[] pre = input.Column("pre"), post = input.Column("post");
        var both = Enumerable.Range(0, pre.Length).Where(i => pre[i] is not null && post[i] is not null).ToArray();
        return new(
            [.. both.Select(i => pre[i]!.Value)],
            [.. both.Select(i => post[i]!.Value)],
            pre.Count(x => x is not null) - both.Length,
            post.Count(x => x is not null) - both.Length);
    }

    /// <summary>Pairs for a method that has nothing to say about none.</summary>
    public static CasePairs SomePairs(this CaseInput input)
    {
        var pairs = input.Pairs();
        return pairs.Pre.Length > 0 ? pairs
            : throw new CaseRefusedException("empty-group", $"Columns '{input.Text("pre")}' and '{input.Text("post")}': no row has both.");
    }

    /// <summary>Item scores under the argument <c>missing</c>: "zero" (default) or "listwise".</summary>
    public static ScoreMatrix Scores(this CaseInput input)
    {
        var columns = input.Texts("items").Select(input.Table.Numbers).ToArray();
        if (columns.Length == 0) throw CaseInput.Invalid("items", "names at least one column");
        var rows = Enumerable.Range(0, input.Table.Count);
        rows = (input.Has("missing") ? input.Text("missing") : "zero") switch
        {
            "zero" => rows,
            "listwise" => rows.Where(i => columns.All(c => c[i] is not null)),
            _ => throw CaseInput.Invalid("missing", "is \"zero\" or \"listwise\""),
        };
        var kept = rows.ToArray();
        if (kept.Length == 0) throw new CaseRefusedException("empty-group", $"Column '{input.Texts("items")[0]}': no row is left to analyse.");
        return new(kept.Length, columns.Length, [.. kept.SelectMany(i => columns.Select(c => c[i] ?? 0))]);
    }

    /// <summary>The value of an estimation, null when there is none.</summary>
    public static double? Value(this Estimation estimation) => (estimation as Estimate)?.Value;

    /// <summary>Both limits, nulls when there is no interval.</summary>
    public static double?[] Limits(this Estimation estimation) => (estimation as Estimate)?.Interval.Limits() ?? [null, null];

    /// <summary>Both limits, nulls when there is no interval.</summary>
    public static double?[] Limits(this Interval? interval) => [interval?.Lower, interval?.Upper];
}
