namespace Assessment.Statistics.TestQuality;

/// <summary>
/// Elementary symmetric functions γ_r: sums of products of r different item easinesses. Only additions of positive numbers, so no digits
/// are lost, however many items (the difference algorithm of Fischer 1974 loses them from some forty items on).
/// </summary>
internal static class ElementarySymmetric
{
    /// <summary>Takes the γ of all items but one.</summary>
    public delegate void Leaf(int item, ReadOnlySpan<double> gamma);

    /// <summary>γ_0 to γ_k.</summary>
    public static double[] Of(ReadOnlySpan<double> easiness)
    {
        var gamma = new double[easiness.Length + 1];
        gamma[0] = 1;
        for (var i = 0; i < easiness.Length; i++) Multiply(gamma, easiness[i], i);
        return gamma;
    }

    /// <summary>
    /// γ without each item from <paramref name="from"/> on in turn, by halves: the items outside a half are multiplied in once for all that
    /// are in it, so that all come at k² log k instead of k³.
    /// </summary>
    /// <param name="easiness">Of the items.</param>
    /// <param name="from">First item left out; those before it are in every γ.</param>
    /// <param name="without">One more item before it that is in none; −1 for no other.</param>
    /// <param name="leaf">Told each γ; the span lives for the call.</param>
    public static void WithoutEach(double[] easiness, int from, int without, Leaf leaf)
    {
        if (from >= easiness.Length) return;
        var gamma = new double[easiness.Length + 1];
        gamma[0] = 1;
        var degree = 0;
        for (var i = 0; i < from; i++)
        {
            if (i != without) Multiply(gamma, easiness[i], degree++);
        }

        Halve(easiness, (from, easiness.Length), gamma, degree, leaf);
    }

    private static void Halve(double[] easiness, (int From, int To) range, double[] gamma, int degree, Leaf leaf)
    {
        if (range.To - range.From == 1)
        {
            leaf(range.From, gamma);
            return;
        }

        var middle = (range.From + range.To) / 2;
        Rest((range.From, middle), (middle, range.To));
        Rest((middle, range.To), (range.From, middle));

        void Rest((int From, int To) half, (int From, int To) others)
        {
            double[] product = [.. gamma];
            for (var i = others.From; i < others.To; i++) Multiply(product, easiness[i], degree + i - others.From);
            Halve(easiness, half, product, degree + others.To - others.From, leaf);
        }
    }

    private static void Multiply(double[] gamma, double easiness, int degree)
    {
        for (var r = degree + 1; r > 0; r--) gamma[r] += easiness * gamma[r - 1];
    }
}
