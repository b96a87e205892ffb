namespace Assessment.Statistics.Distributions;

/// <summary>Quantiles of symmetric counting distributions, with R's allowance of ten rounding units.</summary>
internal static class ExactQuantile
{
    private const double Allowance = 10 * 2.220446049250313e-16;

    public static int Of(double[] probabilities, double p)
    {
        double sum = 0;
        var q = 0;
        if (p <= 0.5)
        {
            for (; q < probabilities.Length - 1 && (sum += probabilities[q]) < p - Allowance; q++)
            {
            }

            return q;
        }

        for (; q < probabilities.Length - 1 && (sum += probabilities[q]) <= 1 - p + Allowance; q++)
        {
        }

        return probabilities.Length - 1 - q;
    }
}
