namespace Assessment.Statistics.TestQuality;

/// <summary>Elementary symmetric functions γ_r: sums of products of r different item easinesses. Only additions, so no digits are lost.</summary>
internal static class ElementarySymmetric
{
    /// <summary>γ_0 to γ_k.</summary>
    public static double[] Of(double[] easiness) => Without(easiness, -1);

    /// <summary>The same without one or two items; unused places at the end are 0.</summary>
    public static double[] Without(double[] easiness, int first, int second = -1)
    {
        var gamma = new double[easiness.Length + 1];
        gamma[0] = 1;
        var taken = 0;
        for (var i = 0; i < easiness.Length; i++)
        {
            if (i == first || i == second) continue;
            for (var r = ++taken; r > 0; r--) gamma[r] += easiness[i] * gamma[r - 1];
        }

        return gamma;
    }
}
