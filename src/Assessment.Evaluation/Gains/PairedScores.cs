using Assessment.Evaluation.Scores;

namespace Assessment.Evaluation.Gains;

/// <summary>The scores of one scale for some pairs, as columns ready for an estimator.</summary>
internal sealed class PairedScores
{
    private PairedScores(double[] earlier, double[] later, int[] classes) => (Earlier, Later, Classes) = (earlier, later, classes);

    public double[] Earlier { get; }

    public double[] Later { get; }

    /// <summary>Delivery of each pair.</summary>
    public int[] Classes { get; }

    public int Count => Earlier.Length;

    /// <summary>Pairs at the given places; a pair whose form lacks the scale at either wave is left out.</summary>
    public static PairedScores Of(StudyScores study, Comparison comparison, int scale, ReadOnlySpan<int> places)
    {
        var (pairs, instrument) = (comparison.Pairs, comparison.Instrument);
        double[] earlier = new double[places.Length], later = new double[places.Length];
        var classes = new int[places.Length];
        var n = 0;
        foreach (var place in places)
        {
            double before = instrument.Score(pairs.Earlier[place], scale), after = instrument.Score(pairs.Later[place], scale);
            if (double.IsNaN(before) || double.IsNaN(after)) continue;
            (earlier[n], later[n], classes[n]) = (before, after, study.Enrollments.DeliveryColumn[pairs.Enrollments[place]]);
            n++;
        }

        return n == places.Length ? new(earlier, later, classes) : new(earlier[..n], later[..n], classes[..n]);
    }

    public double[] Gains()
    {
        var gains = new double[Count];
        for (var i = 0; i < Count; i++) gains[i] = Later[i] - Earlier[i];
        return gains;
    }
}
