using Assessment.Domain.Delivery;
using Assessment.Evaluation.Scores;

namespace Assessment.Evaluation.Matching;

/// <summary>
/// Links the waves of a person and counts who is lost and why. Nobody is filled in and nobody drops out silently: the rule is
/// complete pairs (<see cref="RuleName"/>), and every enrollment ends in exactly one count.
/// </summary>
public static class WaveMatching
{
    /// <summary>Name of the missing-data rule for waves.</summary>
    public const string RuleName = "complete-pairs, first attempt of a wave";

    /// <summary>How many enrolled people end as pairs between two waves, and why the others do not.</summary>
    /// <param name="study">The study.</param>
    /// <param name="instrument">One of its instruments.</param>
    /// <param name="earlier">The earlier wave.</param>
    /// <param name="later">The later wave.</param>
    public static PairFlow Flow(StudyScores study, InstrumentScores instrument, Wave earlier, Wave later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return Match(study, instrument, earlier.Ordinal, later.Ordinal).Flow;
    }

    /// <summary>What there is at one wave.</summary>
    /// <param name="study">The study.</param>
    /// <param name="instrument">One of its instruments.</param>
    /// <param name="wave">The wave.</param>
    public static WaveCount Count(StudyScores study, InstrumentScores instrument, Wave wave)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(instrument);
        ArgumentNullException.ThrowIfNull(wave);
        var counts = new StateCounts();
        for (var i = 0; i < study.Enrollments.Count; i++) counts.Add(instrument.StateOf(i, wave.Ordinal));
        return new(wave.Code, study.Enrollments.Count, counts[WaveState.NoConsent], counts[WaveState.Scored], counts.Loss)
        {
            Repeated = instrument.Repeats(wave.Ordinal),
        };
    }

    internal static MatchedPairs Match(StudyScores study, InstrumentScores instrument, int earlier, int later)
    {
        StateCounts before = new(), after = new();
        int both = 0, refused = 0, enrolled = study.Enrollments.Count;
        List<int> pairs = new(enrolled), from = new(enrolled), to = new(enrolled);
        for (var i = 0; i < enrolled; i++)
        {
            WaveState first = instrument.StateOf(i, earlier), second = instrument.StateOf(i, later);
            if (first == WaveState.NoConsent || second == WaveState.NoConsent)
            {
                refused++;
                continue;
            }

            before.Add(first);
            after.Add(second);
            if (first != WaveState.Scored && second != WaveState.Scored) both++;
            if (first != WaveState.Scored || second != WaveState.Scored) continue;
            pairs.Add(i);
            from.Add(instrument.RowOf(i, earlier));
            to.Add(instrument.RowOf(i, later));
        }

        var flow = new PairFlow(enrolled, refused, before.Loss, after.Loss, both, pairs.Count);
        return new() { Flow = flow, Enrollments = [.. pairs], Earlier = [.. from], Later = [.. to] };
    }

    private sealed class StateCounts
    {
        private readonly int[] counts = new int[Enum.GetValues<WaveState>().Length];

        public WaveLoss Loss => new(
            this[WaveState.Absent], this[WaveState.Unsubmitted], this[WaveState.NoAnswers], this[WaveState.Incomplete]);

        public int this[WaveState state] => counts[(int)state];

        public void Add(WaveState state) => counts[(int)state]++;
    }
}
