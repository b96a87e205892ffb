namespace Assessment.Statistics.Resampling;

/// <summary>Median of resamples by counting how often each distinct value was drawn; of leave-one-out samples by their place in order.</summary>
internal sealed class DrawnMedian : DrawnStatistic
{
    private readonly double[] sorted;
    private readonly double[] values;
    private readonly int[] places;
    private readonly int[] ranks;

    public DrawnMedian(double[] gains)
    {
        sorted = [.. gains];
        var order = Enumerable.Range(0, gains.Length).ToArray();
        Array.Sort(sorted, order);
        (places, ranks) = (new int[gains.Length], new int[gains.Length]);
        var distinct = new List<double>();
        for (var place = 0; place < sorted.Length; place++)
        {
            if (distinct.Count == 0 || sorted[place] != distinct[^1]) distinct.Add(sorted[place]);
            (places[order[place]], ranks[order[place]]) = (place, distinct.Count - 1);
        }

        values = [.. distinct];
    }

    public override double? Whole() => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    public override double? Of(SplitMix64 generator)
    {
        var counts = new int[values.Length];
        for (var i = ranks.Length; i > 0; i -= 2)
        {
            var (first, second) = generator.Below(ranks.Length);
            counts[ranks[first]]++;
            if (i > 1) counts[ranks[second]]++;
        }

        int below = (ranks.Length - 1) / 2, rank = 0, upTo = counts[0];
        while (upTo <= below) upTo += counts[++rank];
        var lower = values[rank];
        while (upTo <= ranks.Length / 2) upTo += counts[++rank];
        return (lower + values[rank]) / 2;
    }

    public override double?[] LeaveOneOut()
    {
        var left = sorted.Length - 1;
        return Array.ConvertAll(places, place => (double?)((At((left - 1) / 2, place) + At(left / 2, place)) / 2));
    }

    private double At(int position, int without) => sorted[position < without ? position : position + 1];
}
