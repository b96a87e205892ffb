using Assessment.Release.Snapshot;
using Assessment.Release.Table;

namespace Assessment.Release.Anonymity;

/// <summary>
/// What colleagues may know, made common inside each class: which cells a person answered, and in which month band. After
/// it, nobody who knows all of this of a person finds fewer than g candidates, and no month band is shown for fewer than k
/// people of the file.
/// </summary>
internal sealed class SecondStage
{
    private const string Hidden = "*";

    private readonly IReadOnlyList<ReleasePerson> persons;
    private readonly IReadOnlyList<IReadOnlyList<int>> classes;
    private readonly IReadOnlyList<ScoreColumn> columns;
    private readonly (int K, int G) least;

    public SecondStage(Population population, IReadOnlyList<ScoreColumn> columns, int k, int g)
    {
        persons = population.Persons;
        classes = [.. population.Classes()];
        this.columns = columns;
        least = (k, g);
        Answered = [.. persons.Select(Pattern)];
        Shown = ShownPatterns();
    }

    /// <summary>Per person, bit i set when score column i was answered.</summary>
    public ulong[] Answered { get; }

    /// <summary>Per person, bit i set when score column i is shown.</summary>
    public ulong[] Shown { get; }

    /// <summary>
    /// Codes of month bands per person and wave: the band, <see cref="ReleasedCode.NotAnswered"/> where no score of the wave
    /// is shown, <see cref="ReleasedCode.Masked"/> where the times of a person are too rare.
    /// </summary>
    public int[][] MonthBands(IReadOnlyList<ReleaseWave> waves)
    {
        var bands = Enumerable.Range(0, persons.Count).Select(person => waves.Select(wave => Band(person, wave)).ToArray()).ToArray();
        var rare = new HashSet<int>();
        int before;
        do
        {
            before = rare.Count;
            rare.UnionWith(RareInFile(bands, rare));
            rare.UnionWith(RareInGroups(bands, rare));
        }
        while (rare.Count > before);

        foreach (var person in rare)
        {
            bands[person] = [.. bands[person].Select(band => band == ReleasedCode.NotAnswered ? band : ReleasedCode.Masked)];
        }

        return bands;
    }

    private ulong Pattern(ReleasePerson person) => columns.Index().Aggregate(
        0UL, (pattern, column) => column.Item.ScoreOf(person) is null ? pattern : pattern | (1UL << column.Index));

    private ulong[] ShownPatterns()
    {
        var shown = new ulong[persons.Count];
        foreach (var one in classes)
        {
            var patterns = WavePatterns.Shown([.. one.Select(person => Answered[person])], least.G);
            foreach (var (place, person) in one.Index())
            {
                shown[person] = patterns[place];
            }
        }

        return shown;
    }

    private int Band(int person, ReleaseWave wave) =>
        columns.Index().Any(column => column.Item.Wave == wave && (Shown[person] >> column.Index & 1) == 1)
            ? MonthBand.Of(persons[person].Waves.First(answered => answered.Wave == wave.Identifier).MonthsSinceTraining)
            : ReleasedCode.NotAnswered;

    private IEnumerable<int> RareInFile(int[][] bands, HashSet<int> rare) =>
        from person in Enumerable.Range(0, bands.Length)
        where !rare.Contains(person)
        from wave in bands[person].Index()
        where wave.Item != ReleasedCode.NotAnswered
        group person by wave into shared
        where shared.Count() < least.K
        from person in shared
        select person;

    private List<int> RareInGroups(int[][] bands, HashSet<int> rare) =>
    [
        .. from one in classes
           from alike in one.GroupBy(person => Shown[person])
           from person in RareValues.Hidden(alike.Select(person => (person, rare.Contains(person) ? Hidden : string.Join(' ', bands[person]))), least.G)
           select person,
    ];
}
