namespace Assessment.Reporting.Charts;

/// <summary>Round numbers for the ticks of an axis.</summary>
internal static class Axis
{
    private const int MostSteps = 6;

    /// <summary>Multiples of 1, 2 or 5 times a power of ten from <paramref name="min"/> to <paramref name="max"/>, seven at most.</summary>
    public static IReadOnlyList<double> Ticks(double min, double max)
    {
        var step = Step((max - min) / MostSteps);
        var first = (long)Math.Ceiling(min / step - 1e-9);
        var last = (long)Math.Floor(max / step + 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first + 1)).Select(i => Math.Round((first + i) * step, 10))];
    }

    /// <summary>The smallest round step that is not below <paramref name="least"/>.</summary>
    private static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var factor in (double[])[1, 2, 5])
        {
            if (factor * power >= least * (1 - 1e-9)) return factor * power;
        }

        return 10 * power;
    }
}
