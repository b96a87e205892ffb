using Assessment.Statistics.Cases;
using Assessment.Statistics.TestQuality;

namespace Assessment.Api.Features.Estimates.Speed;

/// <summary>Tasks on people × items of scores 0/1.</summary>
internal static class ItemWork
{
    private const string Group = "group";

    /// <summary>Item analysis and all coefficients of reliability.</summary>
    public static SpeedWork Analysis(CaseTable table, SpeedOptions options)
    {
        var scores = Scores(table, table.Names);
        return new(scores.Persons, scores.Items, () =>
        {
            var (items, reliability) = (ItemAnalysis.Of(scores), Reliability.Of(scores));
            return () => new()
            {
                ["alpha"] = GainWork.Value(reliability.Alpha), ["alpha_ci"] = GainWork.Limits(reliability.Alpha),
                ["alpha_standardized"] = reliability.AlphaStandardized, ["guttman_lambda2"] = reliability.GuttmanLambda2,
                ["split_half_r"] = reliability.SplitHalf, ["first_difficulty"] = items.Items[0].Difficulty, ["first_item_rest"] = items.Items[0].ItemRest,
                ["first_alpha_if_deleted"] = items.Items[0].AlphaIfDeleted, ["first_discrimination"] = items.Items[0].Discrimination,
                ["sum_item_rest"] = items.Items.Sum(item => item.ItemRest),
            };
        });
    }

    /// <summary>Mantel–Haenszel DIF of every item.</summary>
    public static SpeedWork Dif(CaseTable table, SpeedOptions options)
    {
        var focal = table.Labels(Group).Select(IsFocal).ToArray();
        var scores = Scores(table, [.. table.Names.Where(name => name != Group)]);
        return new(scores.Persons, scores.Items, () =>
        {
            var items = MantelHaenszelDif.Of(scores, focal);
            return () => new()
            {
                ["n_focal"] = focal.Count(f => f), ["first_mh_d_dif"] = items[0].Delta, ["first_se_d_dif"] = items[0].StandardErrorDelta,
                ["first_chi2"] = items[0].ChiSquare, ["first_std_p_dif"] = items[0].StandardizedDifference,
                ["sum_of_squared_mh_d_dif"] = items.Sum(item => item.Delta * item.Delta), ["classes"] = string.Concat(items.Select(item => item.EtsClass ?? "-")),
            };
        });
    }

    /// <summary>Rasch difficulties by conditional maximum likelihood.</summary>
    public static SpeedWork Rasch(CaseTable table, SpeedOptions options)
    {
        var scores = Scores(table, table.Names);
        return new(scores.Persons, scores.Items, () =>
        {
            var model = RaschModel.Of(scores);
            return () => new()
            {
                ["n"] = model?.N, ["first_difficulty"] = model?.Difficulties[0], ["first_se"] = model?.StandardErrors[0],
                ["sum_of_squared_difficulties"] = model?.Difficulties.Sum(b => b * b), ["log_likelihood"] = model?.LogLikelihood,
            };
        });
    }

    private static bool IsFocal(string group, int index) => group switch
    {
        "focal" or "F" or "1" => true,
        "reference" or "R" or "0" => false,
        _ => throw new FormatException($"Column '{Group}', row {index + 1}: 'focal' or 'reference' was expected."),
    };

    private static ScoreMatrix Scores(CaseTable table, IReadOnlyList<string> items)
    {
        if (items.Count == 0 || table.Count == 0) throw new FormatException("There are no answers.");
        var values = new double[table.Count * items.Count];
        for (var j = 0; j < items.Count; j++)
        {
            var column = table.Complete(items[j]);
            for (var i = 0; i < column.Length; i++)
            {
                values[(i * items.Count) + j] = column[i] is 0 or 1
                    ? column[i]
                    : throw new FormatException($"Column '{items[j]}', row {i + 1}: 0 or 1 was expected.");
            }
        }

        return new(table.Count, items.Count, values);
    }
}
