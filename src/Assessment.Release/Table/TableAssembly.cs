using System.Collections.Immutable;
using Assessment.Release.Anonymity;
using Assessment.Release.Hierarchies;
using Assessment.Release.Profiles;
using Assessment.Release.Snapshot;

namespace Assessment.Release.Table;

/// <summary>Puts the columns of the file together; the population is already in the order of the file.</summary>
internal sealed class TableAssembly
{
    private readonly ReleaseProfile profile;
    private readonly ReleaseInput input;
    private readonly Population population;
    private readonly IReadOnlyList<ScoreColumn> scores;
    private readonly SecondStage stage;

    private sealed record CategoryColumn(ReleasedColumn Described, int[] Cells);

    public TableAssembly(ReleaseProfile profile, ReleaseInput input, Population population, IReadOnlyList<ScoreColumn> scores)
    {
        this.profile = profile;
        this.input = input;
        this.population = population;
        this.scores = scores;
        stage = new SecondStage(population, scores, profile.K, profile.G);
    }

    /// <summary>The table whose rows have these codes, in this order.</summary>
    public DeidentifiedTable Table(string[] codes)
    {
        var categories = population.Columns.Where(column => !column.IsLeftOut).Select(Quasi).Concat(Months()).ToList();
        var shown = Scores(stage.Shown);
        var rows = codes.Index().Select(row => new ReleasedRow(
            row.Item, [.. categories.Select(column => column.Cells[row.Index])], shown[row.Index]));
        var sizes = population.Classes().Select(one => one.Count).ToList();
        return new DeidentifiedTable(
            input.Release,
            profile,
            [CodeColumn(), .. categories.Select(column => column.Described), .. scores.Select((column, index) => Score(column, index))],
            [.. rows])
        {
            Gains = GainCheck.Of(scores, shown, Scores(stage.Answered), profile.K),
            SmallestClass = sizes.Min(),
            Classes = sizes.Count,
            LeftOut = [.. population.Columns.Where(column => column.IsLeftOut).Select(column => column.Name)],
        };
    }

    private ReleasedColumn CodeColumn() => new("officer_code", "Code of the person in this file only", ReleasedColumnType.Code, [])
    {
        Source = "made for this release; its key is destroyed",
        RecodeLevel = "pseudonym",
        N = population.Persons.Count,
        Masked = 0,
    };

    private CategoryColumn Quasi(QuasiColumn column)
    {
        var labels = column.Hierarchy.LabelsAt(column.Level);
        var cells = Enumerable.Range(0, population.Persons.Count).Select(person => Code(labels, column.Shown(person))).ToArray();
        var isPool = column.Name == ReleaseProfile.AgencyPool;
        return new CategoryColumn(
            new ReleasedColumn(column.Name, FieldLabels.Of(column.Name), ReleasedColumnType.Category, Occurring(labels, cells))
            {
                Source = isPool ? "agency of the participant" : "participant record",
                RecodeLevel = $"level {column.Level} of {column.Hierarchy.Height}" + (isPool ? string.Empty : $", hierarchies {profile.Hierarchies.Version}"),
                N = Valid(cells),
                Masked = cells.Count(cell => cell == ReleasedCode.Masked),
            },
            cells);
    }

    private IEnumerable<CategoryColumn> Months()
    {
        var waves = input.Waves.Where(wave => !wave.BeforeTraining && scores.Any(column => column.Wave == wave)).ToList();
        var bands = stage.MonthBands(waves);
        return waves.Select((wave, index) => Months(wave, [.. bands.Select(row => row[index])]));
    }

    private static CategoryColumn Months(ReleaseWave wave, int[] cells) => new(
        new ReleasedColumn(
            ScoreColumn.MonthsName(wave), $"Months since the end of training: {wave.Label}", ReleasedColumnType.MonthBand, Occurring(MonthBand.Labels, cells))
        {
            Source = "dates of training and attempt",
            RecodeLevel = "months in fixed bands",
            N = Valid(cells),
            Masked = cells.Count(cell => cell == ReleasedCode.Masked),
        },
        cells);

    private ReleasedColumn Score(ScoreColumn column, int index) => new(
        column.Name, $"{column.Instrument.Label}: {column.Wave.Label}", ReleasedColumnType.Score, [])
    {
        Source = $"score of {column.Instrument.Identifier} at wave {column.Wave.Identifier}",
        RecodeLevel = "as is; blank when not answered or hidden",
        N = Count(stage.Shown, index),
        Masked = Count(stage.Answered, index) - Count(stage.Shown, index),
    };

    private ImmutableArray<double?>[] Scores(ulong[] patterns) =>
    [
        .. population.Persons.Select((person, row) =>
            scores.Select((column, index) => (patterns[row] >> index & 1) == 1 ? column.ScoreOf(person) : null).ToImmutableArray()),
    ];

    private static int Count(ulong[] patterns, int bit) => patterns.Count(pattern => (pattern >> bit & 1) == 1);

    private static int Valid(int[] cells) => cells.Count(cell => cell < ReleasedCode.Masked);

    private static ImmutableArray<ReleasedCategory> Occurring(IReadOnlyList<string> labels, int[] cells) =>
        [.. cells.CountBy(cell => cell).OrderBy(code => code.Key).Select(code => new ReleasedCategory(code.Key, LabelOf(labels, code.Key), code.Value))];

    private static string LabelOf(IReadOnlyList<string> labels, int code) => code switch
    {
        ReleasedCode.Masked => "masked to protect privacy",
        ReleasedCode.DoesNotApply => "does not apply",
        ReleasedCode.NotAnswered => "not answered",
        _ => labels[code - 1],
    };

    private static int Code(IReadOnlyList<string> labels, string label) => label switch
    {
        Hierarchy.Root => ReleasedCode.Masked,
        Hierarchy.DoesNotApply => ReleasedCode.DoesNotApply,
        Hierarchy.Missing => ReleasedCode.NotAnswered,
        _ => labels.Index().First(one => one.Item == label).Index + 1,
    };
}
