using System.Globalization;
using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.Samples;

/// <summary>Whether an indicator of the follow-up checklist had an occasion and was shown.</summary>
internal static class IndicatorModel
{
    /// <summary>Log odds by which people say "shown" of themselves more often than a neutral observer would.</summary>
    public const double SelfShift = 0.35;

    // By position on the checklist: how often there is an occasion, and log odds of showing it then.
    private static readonly double[] Occasion = [0.85, 0.95, 0.95, 0.90, 0.80, 0.80, 0.60, 0.35, 0.30, 0.35, 0.40, 0.55];
    private static readonly double[] Ease = [0.7, 1.2, 0.8, 0.7, 0.5, 0.5, 0.6, 0.2, -0.3, 0.3, 0.4, 0.0];

    /// <summary>Draws the answer.</summary>
    /// <param name="random">Source of chance.</param>
    /// <param name="item">An indicator whose identifier ends in its two-digit position.</param>
    /// <param name="logit">Inclination to show it, rater's severity included.</param>
    /// <param name="sight">Share of occasions that the rater sees; 1 for oneself.</param>
    public static string Answer(Pcg32 random, SampleItem item, double logit, double sight)
    {
        var position = int.Parse(item.Identifier.AsSpan(^2), CultureInfo.InvariantCulture) - 1;
        return !random.Chance(Occasion[position] * sight) ? Indicator.NoOpportunity
            : random.Chance(ItemModel.Logistic(Ease[position] + logit)) ? Indicator.Shown : Indicator.NotShown;
    }
}
