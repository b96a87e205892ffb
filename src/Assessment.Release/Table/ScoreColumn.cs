using Assessment.Domain;
using Assessment.Release.Profiles;
using Assessment.Release.Snapshot;

namespace Assessment.Release.Table;

/// <summary>The scores of one instrument at one wave.</summary>
internal sealed record ScoreColumn(ReleaseInstrument Instrument, ReleaseWave Wave)
{
    /// <summary>Patterns of answered cells are held in 64 bits.</summary>
    private const int Most = 64;

    public string Name => ColumnName.Of(Instrument.Identifier, Wave.Identifier);

    public double? ScoreOf(ReleasePerson person) =>
        person.Waves.FirstOrDefault(wave => wave.Wave == Wave.Identifier) is { } answered
        && answered.Scores.TryGetValue(Instrument.Identifier, out var score) ? score : null;

    /// <summary>The columns in which anybody has a score, by instrument and then wave.</summary>
    public static Result<IReadOnlyList<ScoreColumn>> Of(ReleaseProfile profile, ReleaseInput input, IReadOnlyList<ReleasePerson> persons)
    {
        var columns =
            (from instrument in input.Instruments
             from wave in input.Waves
             let column = new ScoreColumn(instrument, wave)
             where persons.Any(person => column.ScoreOf(person) is not null)
             select column).ToList();
        if (columns.Count == 0)
        {
            return PrivacyRefusals.Empty.Because("Nobody who consented has a score, so there is nothing to release.");
        }

        var names = columns.Select(column => column.Name)
            .Concat(input.Waves.Select(MonthsName))
            .Concat(profile.Columns.Select(column => column.Name))
            .ToList();
        var bad = names.Find(name => !ColumnName.IsValid(name)) ?? names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return bad is null && columns.Count <= Most ? columns : PrivacyRefusals.Column.Because(
            bad is null
                ? $"There are {columns.Count} columns of scores; a file can hold {Most}. Release fewer instruments."
                : $"\"{bad}\" cannot name a column: names begin with a letter, have at most {ColumnName.MaxLength} characters and occur once. Rename the instrument or wave.");
    }

    /// <summary>Name of the column of month bands of a wave.</summary>
    public static string MonthsName(ReleaseWave wave) => ColumnName.Of("months", wave.Identifier);
}
