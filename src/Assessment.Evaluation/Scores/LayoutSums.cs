using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;

namespace Assessment.Evaluation.Scores;

/// <summary>Sums the items of one form version into its scales, a row at a time, in buffers that are reused.</summary>
internal sealed class LayoutSums
{
    private readonly int[][] scalesOfItem;
    private readonly int[] maxTicks;

    public LayoutSums(FormLayout form, IReadOnlyList<Scale> scales)
    {
        scalesOfItem = [.. form.Items.Select(item => Enumerable.Range(0, scales.Count).Where(scale => scales[scale].Holds(item)).ToArray())];
        maxTicks = [.. form.Items.Select(item => item.MaxTicks)];
        Earned = new int[scales.Count];
        Filled = new int[maxTicks.Length];
        Possible = [.. scales.Select(scale => form.Items.Where(scale.Holds).Sum(item => PossibleOf(form, item)))];
    }

    /// <summary>Divisor per scale: most ticks, or for a Likert scale the ticks of one step on each item; 0 when the form lacks the scale.</summary>
    public int[] Possible { get; }

    /// <summary>Ticks earned per scale by the last row.</summary>
    public int[] Earned { get; }

    /// <summary>Item ticks of the last row, blanks as 0.</summary>
    public int[] Filled { get; }

    /// <summary>Most ticks of the answered items of the last row.</summary>
    public int Applicable { get; private set; }

    public void Sum(ReadOnlySpan<int> ticks)
    {
        Array.Clear(Earned);
        Applicable = 0;
        for (var item = 0; item < ticks.Length; item++)
        {
            Filled[item] = 0;
            if (ticks[item] == ScoreSheet.NotScored) continue;
            if (ticks[item] > maxTicks[item]) throw new ArgumentException($"Item {item + 1} has more points than it gives.", nameof(ticks));
            Filled[item] = ticks[item];
            Applicable += maxTicks[item];
            foreach (var scale in scalesOfItem[item]) Earned[scale] += ticks[item];
        }
    }

    private static int PossibleOf(FormLayout form, FormItem item) => form.Kind == InstrumentKind.Scale ? Points.TicksPerPoint : item.MaxTicks;
}
