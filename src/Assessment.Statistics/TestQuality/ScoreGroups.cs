namespace Assessment.Statistics.TestQuality;

/// <summary>The highest and lowest share of people by inclusive cut scores.</summary>
internal sealed record ScoreGroups(double? CutLower, double? CutUpper, IReadOnlyList<int> Lower, IReadOnlyList<int> Upper)
{
    public static ScoreGroups Of(double[] totals, double share)
    {
        var n = totals.Length;
        if (n == 0) return new(null, null, [], []);
        var size = (int)SizeOf(n, share);
        var sorted = totals.Order().ToArray();
        double lower = sorted[size - 1], upper = sorted[n - size];
        return new(lower, upper, Members(totals, t => t <= lower), Members(totals, t => t >= upper));
    }

    /// <summary>People who must at least be in a group: the share of all, rounded, and nobody's group is empty.</summary>
    public static long SizeOf(long people, double share) => Math.Max(1, (long)Math.Floor((share * people) + 0.5));

    /// <summary>Mean of the upper group minus mean of the lower, per item; null when both cuts are the same score.</summary>
    public double[]? Discrimination(ScoreMatrix scores)
    {
        if (!(CutUpper > CutLower)) return null;
        double[] upper = Means(scores, Upper), lower = Means(scores, Lower);
        return [.. upper.Zip(lower, (u, l) => u - l)];
    }

    private static int[] Members(double[] totals, Func<double, bool> belongs) =>
        [.. Enumerable.Range(0, totals.Length).Where(i => belongs(totals[i]))];

    private static double[] Means(ScoreMatrix scores, IReadOnlyList<int> people)
    {
        var means = new double[scores.Items];
        foreach (var person in people)
        {
            var row = scores.Row(person);
            for (var i = 0; i < means.Length; i++) means[i] += row[i];
        }

        for (var i = 0; i < means.Length; i++) means[i] /= people.Count;
        return means;
    }
}
