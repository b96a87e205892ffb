using System.Collections;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assessment.Statistics.Cases;
using CsCheck;

namespace Assessment.Statistics.Tests.Cases;

/// <summary>Whatever the input, a method answers with finite values, nulls, or a refusal that names the place.</summary>
public sealed partial class CaseFuzzTests
{
    // Where the literature's answer is infinite: a ratio over nothing, a test of a change without variance, a quantile at 0 or 1.
    private static readonly HashSet<string> MayBeInfinite =
    [
        "field.evalue evalue_point", "field.evalue evalue_ci", "field.rate_ratio rate_ratio", "field.rate_ratio percent_change", "field.rate_ratio exact_ci", "field.rate_ratio midp_ci",
        "field.two_by_two nnt", "field.two_by_two risk_ratio", "field.two_by_two fisher_or", "field.two_by_two fisher_ci", "mi.pool df_old", "mi.pool df", "power.two_proportions n_required_exact",
        "gain.bca z0", "gain.mcnemar odds_ratio", "gain.mcnemar odds_ratio_ci", "gain.tost_paired t_lower", "gain.tost_paired t_upper",
        "rel.icc f_consistency", "rel.icc icc1k", "rel.icc icc2k_ci", "rel.icc icc3k", "test.reliability alpha_standardized", "test.reliability guttman_lambda2", "test.reliability kr20", "test.reliability kr21", "test.reliability guttman_split_half", "test.reliability spearman_brown",
        "dist.tails t_quantile", "dist.tails chi2_quantile", "dist.tails f_quantile", "dist.tails gamma_quantile", "dist.tails normal_quantile",
        "nist.anova f",
    ];

    private static readonly HashSet<string> Codes =
        ["argument-invalid", "argument-missing", "data-missing", "empty-group", "ill-conditioned", "non-finite", "out-of-range", "unknown-column", "wrong-type"];

    private static IEnumerable<string> Methods() => CaseRunner.Methods;

    [TestCaseSource(nameof(Methods))]
    public void Any_input_is_answered(string method) => FuzzCase.Of(method).Sample(fuzz =>
    {
        var faults = FaultsOf(method, fuzz).ToArray();
        if (faults.Length > 0) throw new InvalidOperationException($"{string.Join("; ", faults)} in {fuzz.Arguments} on\n{fuzz.Csv}");
    }, iter: 300, threads: 1);

    private static IEnumerable<string> FaultsOf(string method, FuzzCase fuzz)
    {
        var table = CaseTable.Read(new StringReader(fuzz.Csv));
        var tables = new Dictionary<string, CaseTable> { ["data"] = table, ["index"] = Index(table.Count) };
        return CaseRunner.Run(method, tables, JsonSerializer.Deserialize<JsonElement>(fuzz.Arguments)) switch
        {
            CaseAnswer.Results results => results.Values.SelectMany(v => Faults($"{method} {v.Key}", v.Value)),
            CaseAnswer.Refused refused => Faults(refused),
            var other => [$"{other}"],
        };
    }

    private static IEnumerable<string> Faults(string key, object? value) => value switch
    {
        double number when double.IsNaN(number) => [$"{key} is NaN"],
        double number when double.IsInfinity(number) && !MayBeInfinite.Contains(key) => [$"{key} is {number}"],
        string => [],
        IEnumerable list => list.Cast<object?>().SelectMany(item => Faults(key, item)),
        _ => [],
    };

    private static IEnumerable<string> Faults(CaseAnswer.Refused refused)
    {
        if (!Codes.Contains(refused.Code)) yield return $"code {refused.Code}";
        if (refused.Code is "wrong-type" or "non-finite" or "out-of-range" && !Place().IsMatch(refused.Reason)) yield return $"no place in '{refused.Reason}'";
        if (refused.Code.StartsWith("argument", StringComparison.Ordinal) && !refused.Reason.StartsWith("Argument '", StringComparison.Ordinal)) yield return $"no argument in '{refused.Reason}'";
        if (!refused.Reason.EndsWith('.')) yield return $"no sentence: '{refused.Reason}'";
    }

    // Every row once, the first row always, and the rows backwards.
    private static CaseTable Index(int rows)
    {
        var columns = Enumerable.Range(1, Math.Max(rows, 1)).ToArray();
        return CaseTable.Read(new StringReader(string.Join('\n',
            string.Join(',', columns.Select(c => $"c{c}")), string.Join(',', columns), string.Join(',', columns.Select(_ => 1)), string.Join(',', columns.Reverse()))));
    }

    [GeneratedRegex(@"^Column '[^']+'.*row \d+")]
    private static partial Regex Place();
}
