using Assessment.Domain.Delivery;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Matching;
using Assessment.Evaluation.Scores;

namespace Assessment.Evaluation.Gains;

/// <summary>Two waves of an instrument, matched once and read by every scale.</summary>
internal sealed class Comparison(StudyScores study, InstrumentScores instrument, Wave earlier, Wave later)
{
    public InstrumentScores Instrument { get; } = instrument;

    public Wave Earlier { get; } = earlier;

    public Wave Later { get; } = later;

    public MatchedPairs Pairs { get; } = WaveMatching.Match(study, instrument, earlier.Ordinal, later.Ordinal);

    public bool IsMain => Earlier == Wave.Pre && Later == Wave.Post;

    /// <summary>Pairs by the editions they took, in order of the editions.</summary>
    public IReadOnlyList<(PairGroup Group, int[] Places)> Orders() =>
    [
        .. Enumerable.Range(0, Pairs.Count)
            .GroupBy(place => (Earlier: EditionOf(Pairs.Earlier[place]), Later: EditionOf(Pairs.Later[place])))
            .OrderBy(order => order.Key.Earlier, StringComparer.Ordinal).ThenBy(order => order.Key.Later, StringComparer.Ordinal)
            .Select(order => (PairGroup.Order(order.Key.Earlier, order.Key.Later), order.ToArray())),
    ];

    /// <summary>Officers and professionals apart, when there are both.</summary>
    public IReadOnlyList<(PairGroup Group, int[] Places)> Kinds()
    {
        var byKind = Enumerable.Range(0, Pairs.Count).ToLookup(place => study.Enrollments.IsOfficer(Pairs.Enrollments[place]));
        return byKind.Count < 2 ? [] : [(PairGroup.Officers, [.. byKind[true]]), (PairGroup.Professionals, [.. byKind[false]])];
    }

    /// <summary>Pairs and enrolled people by which a group is judged; an order of forms is no group of its own before it is paired.</summary>
    public (int Pairs, int Enrolled) Coverage(PairGroup group, int pairs) => group == PairGroup.Officers || group == PairGroup.Professionals
        ? (pairs, Enumerable.Range(0, study.Enrollments.Count).Count(i => study.Enrollments.IsOfficer(i) == (group == PairGroup.Officers)))
        : (group == PairGroup.All ? pairs : Pairs.Count, Pairs.Flow.Enrolled);

    private string EditionOf(int row) => Instrument.FormOf(row).Edition;
}
