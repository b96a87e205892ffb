using System.Globalization;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Scores;

namespace Assessment.Evaluation.Gains;

/// <summary>What a reader must know to judge a gain. The sentences hold no count of people, so they need no protection in print.</summary>
internal static class Caveats
{
    /// <summary>Belongs to every finding about one order of forms.</summary>
    public const string OneOrder = "These people took the forms in one order only; a difference in difficulty can pass for gain.";

    private const int FewClasses = 10, FewItems = 10;

    /// <summary>Terwee et al. (2007): a floor or ceiling effect is present when more than 15 percent have the extreme score.</summary>
    private const double ExtremeShare = 0.15;

    private const double LeastShareOfAnOrder = 0.25;

    /// <summary>Whether form difficulty or practice can pass for gain.</summary>
    public static IReadOnlyList<string> OfForms(IReadOnlyList<(PairGroup Group, int[] Places)> orders)
    {
        var pairs = orders.Sum(order => order.Places.Length);
        if (pairs == 0) return [];
        if (orders.Count == 1) return [IsSameForm(orders[0].Group) ? "The same form was given at both waves; remembering its items can pass for gain." : OneOrder];
        var least = orders.Min(order => order.Places.Length) / (double)pairs;
        return least < LeastShareOfAnOrder && orders.Count == 2
            ? ["The two orders of the forms were taken by unequal numbers of people; a difference in difficulty can pass for gain in part."]
            : [];
    }

    public static IReadOnlyList<string> Of(GainFinding finding, int items)
    {
        List<string> caveats = [];
        if (finding.Classes is > 1 and < FewClasses)
            caveats.Add(string.Create(CultureInfo.InvariantCulture, $"The interval by class rests on {finding.Classes} classes; with fewer than ten it can be too narrow."));
        if (Extreme(finding.CeilingEarlier) || Extreme(finding.CeilingLater))
            caveats.Add("More than 15 percent had the highest possible score at one wave, so that a larger change could not show.");
        if (Extreme(finding.FloorEarlier) || Extreme(finding.FloorLater))
            caveats.Add("More than 15 percent had the lowest possible score at one wave, so that differences among them could not show.");
        if (finding.Scale.Group != ScaleGroup.Total && items < FewItems)
            caveats.Add(string.Create(CultureInfo.InvariantCulture, $"The scale has {items} items; it tells where to teach more and does not measure a person."));
        return caveats;
    }

    private static bool Extreme(Share share) => share.N > 0 && share.Count > ExtremeShare * share.N;

    private static bool IsSameForm(PairGroup order)
    {
        var editions = order.Code[(order.Code.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('>');
        return editions[0] == editions[1];
    }
}
