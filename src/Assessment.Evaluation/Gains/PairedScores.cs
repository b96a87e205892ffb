using System.Buffers;
using Assessment.Evaluation.Scores;

namespace Assessment.Evaluation.Gains;

/// <summary>The scores of one scale for some pairs, as columns ready for an estimator; the columns are rented, so dispose.</summary>
internal sealed class PairedScores : IDisposable
{
    private readonly double[] earlier, later, gains;
    private readonly int[] classes;

    private PairedScores(int capacity)
    {
        (earlier, later, gains) = (ArrayPool<double>.Shared.Rent(capacity), ArrayPool<double>.Shared.Rent(capacity), ArrayPool<double>.Shared.Rent(capacity));
        classes = ArrayPool<int>.Shared.Rent(capacity);
    }

    public int Count { get; private set; }

    public ReadOnlySpan<double> Earlier => earlier.AsSpan(0, Count);

    public ReadOnlySpan<double> Later => later.AsSpan(0, Count);

    /// <summary>Later − earlier.</summary>
    public ReadOnlySpan<double> Gains => gains.AsSpan(0, Count);

    /// <summary>Delivery of each pair.</summary>
    public ReadOnlySpan<int> Classes => classes.AsSpan(0, Count);

    /// <summary>Pairs at the given places; a pair whose form lacks the scale at either wave is left out.</summary>
    public static PairedScores Of(StudyScores study, Comparison comparison, int scale, ReadOnlySpan<int> places)
    {
        var (pairs, instrument, scores) = (comparison.Pairs, comparison.Instrument, new PairedScores(places.Length));
        var n = 0;
        foreach (var place in places)
        {
            double before = instrument.Score(pairs.Earlier[place], scale), after = instrument.Score(pairs.Later[place], scale);
            if (double.IsNaN(before) || double.IsNaN(after)) continue;
            (scores.earlier[n], scores.later[n], scores.gains[n]) = (before, after, after - before);
            scores.classes[n++] = study.Enrollments.DeliveryColumn[pairs.Enrollments[place]];
        }

        scores.Count = n;
        return scores;
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(earlier);
        ArrayPool<double>.Shared.Return(later);
        ArrayPool<double>.Shared.Return(gains);
        ArrayPool<int>.Shared.Return(classes);
    }
}
