using Assessment.Data;

namespace Assessment.Api.Features.Bundles;

/// <summary>Decisions about consent that a person made in two databases.</summary>
internal static class ConsentMerge
{
    /// <summary>
    /// The decisions of one person of both sides, each once, numbered per wave in the order they were made, so that the newest
    /// counts. Taking consent back takes back what was granted up to then, in whichever database.
    /// </summary>
    public static IReadOnlyList<ConsentRow> Merge(IReadOnlyList<ConsentRow> here, IEnumerable<ConsentRow> there)
    {
        var all = here.Concat(there).ToList();
        var withdrawn = all.Max(row => row.WithdrawnAt);
        var merged =
            from row in all
            group row by (row.Wave, row.DecidedAt, row.Decision, row.TextVersion) into same
            select same.First() with { WithdrawnAt = same.Min(row => row.WithdrawnAt) ?? TakenBack(same.First(), withdrawn) };
        return
        [
            .. from row in merged
               group row by row.Wave into wave
               orderby wave.Key
               from numbered in wave.OrderBy(row => row.DecidedAt).ThenBy(row => row.Decision, StringComparer.Ordinal).Select((row, i) => row with { DecisionNo = i + 1 })
               select numbered,
        ];
    }

    private static DateTimeOffset? TakenBack(ConsentRow row, DateTimeOffset? withdrawn) =>
        row.Decision != "refused" && row.DecidedAt <= withdrawn ? withdrawn : null;
}
