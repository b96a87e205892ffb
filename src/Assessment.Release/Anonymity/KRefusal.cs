using System.Globalization;
using Assessment.Domain;
using Assessment.Release.Profiles;

namespace Assessment.Release.Anonymity;

/// <summary>Says that k is not reached, without telling any count below k, and which coarser levels would reach it.</summary>
internal static class KRefusal
{
    private const int MostWaysOut = 3;

    public static Refusal Of(ReleaseProfile profile, Population population)
    {
        var search = new RecodeSearch(population);
        var shown = population.Columns.Index().Where(column => !column.Item.IsLeftOut).ToList();
        var names = string.Join(", ", shown.Select(column => column.Item.Name));
        var recodes = search.LeastLoss(profile.K, MostWaysOut);
        var waysOut = recodes.Count == 0
            ? $"There are more than {RecodeSearch.MostRecodes} combinations of levels to try: leave a column out."
            : $"Least loss would reach it: {string.Join("; or ", recodes.Select(recode => Describe(population, recode)))}.";
        return PrivacyRefusals.KUnreachable.Because(
            $"Cannot reach k = {profile.K}: some combination of {names} is held by fewer than {profile.K} people. {waysOut}",
            [.. shown.Select(column => Alone(column.Item, search.AloneEnough(column.Index, profile.K)))]);
    }

    private static string Describe(Population population, Recode recode)
    {
        var changes = population.Columns.Zip(recode.Levels)
            .Where(pair => pair.First.Level != pair.Second)
            .Select(pair => $"{pair.First.Name} {LevelName(pair.First, pair.Second)}");
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", changes)} (loss {recode.Loss:0.00})");
    }

    private static Place Alone(QuasiColumn column, int? level) => new(
        $"column {column.Name}",
        level is { } enough ? $"reaches k alone {LevelName(column, enough)}" : "does not reach k alone at any level");

    private static string LevelName(QuasiColumn column, int level) =>
        level == column.Hierarchy.Height ? "left out" : $"at level {level}";
}
