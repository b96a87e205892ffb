using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>Reads situational judgement items with the versions of their key and the ratings of their panel.</summary>
internal static class JudgementReader
{
    public static SituationalJudgement Read(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "options", "respond", "labels", "keys", "panel", "maxPoints");
        var faults = place.Faults.Count;
        var mode = place.Optional("respond")?.Word(FormWords.ModeOf) ?? JudgementMode.Best;
        var options = ChoiceReader.Options(place, "options");
        var item = new SituationalJudgement(head.Identifier, head.Stem, head.Tags, head.MaxPoints, options, [], null) { Mode = mode, Labels = ReadLabels(place, mode) };
        var panel = place.Optional("panel") is { } ratings ? ReadPanel(ratings, options, item.Labels.Count) : null;
        var isSound = place.Faults.Count == faults;
        var places = place.Required("keys")?.List(1, 100) ?? [];
        var keys = places.Select((key, i) => ReadKey(key, i + 1, item)).ToList();
        if (isSound && keys.Count > 0)
        {
            keys[^1] = panel is null || keys[^1].Method == KeyMethod.Authored ? Stated(places[^1], keys[^1]) : Derived(places[^1], keys[^1], panel);
            for (var i = 0; i < keys.Count - 1; i++)
            {
                keys[i] = Stated(places[i], keys[i]);
            }
        }

        return item with { Keys = keys, Panel = panel };
    }

    /// <summary>With two steps a panel in the middle would be as far from both, so there are three at least.</summary>
    private static List<string> ReadLabels(JsonPlace place, JudgementMode mode)
    {
        if (mode == JudgementMode.RateEach)
        {
            return place.Required("labels")?.List(3, 11).Select(label => label.Text()).ToList() ?? [];
        }

        place.Optional("labels")?.Fault("Only options that are each rated have labels.");
        return [];
    }

    private static PanelKey ReadKey(JsonPlace place, int version, SituationalJudgement item)
    {
        place.Allow("version", "method", "weights");
        if (place.Required("version") is { } number && number.Whole(1, 100) != version)
        {
            number.Fault($"Versions count from 1 without a gap; {version} is expected.");
        }

        var named = place.Required("method");
        var method = named?.Word(FormWords.MethodOf) ?? KeyMethod.Authored;
        if (method != KeyMethod.Authored && !item.Methods.Contains(method))
        {
            named?.Fault($"Answered as {FormWords.Of(item.Mode)}, the key is authored or one of: {string.Join(", ", item.Methods.Select(known => FormWords.Of(known)))}.");
        }

        return new PanelKey(version, method, place.Optional("weights") is { } weights ? ReadWeights(weights, item) : []);
    }

    private static PanelKey Stated(JsonPlace place, PanelKey key)
    {
        place.Required("weights");
        return key;
    }

    /// <summary>The newest key may leave its weights to the panel; when it states them they must follow from it.</summary>
    private static PanelKey Derived(JsonPlace place, PanelKey key, ExpertPanel panel)
    {
        var weights = panel.Weights(key.Method);
        if (weights.IsRefused)
        {
            place.Fault(weights.Refusal!.Reason);
            return key;
        }

        if (key.Weights.Any(stated => stated.Value != weights.Value[stated.Key]))
        {
            place.Fault("The weights do not follow from the panel's ratings.");
        }

        return key with { Weights = weights.Value };
    }

    private static Dictionary<string, decimal> ReadWeights(JsonPlace place, SituationalJudgement item)
    {
        var weights = ByOption(place, item.Options, entry => entry.Number(0, 1));
        if (item.Mode != JudgementMode.RateEach && weights.Values.DefaultIfEmpty(1).Max() != 1)
        {
            place.Fault("The best option has the weight 1, so that all points can be earned.");
        }

        if (item.Mode == JudgementMode.BestAndWorst && weights.Values.DefaultIfEmpty(0).Min() == 1)
        {
            place.Fault("All options have the weight 1, so that none is the worst.");
        }

        return weights;
    }

    /// <param name="place">The panel.</param>
    /// <param name="options">What is rated.</param>
    /// <param name="labels">How many steps participants rate on; 0 when they do not.</param>
    private static ExpertPanel ReadPanel(JsonPlace place, List<Option> options, int labels)
    {
        place.Allow("steps", "ratings");
        var scale = place.Required("steps");
        var steps = scale?.Whole(2, 100) ?? 2;
        if (labels > 0 && steps != labels)
        {
            scale?.Fault($"Participants rate on {labels} steps; the panel rates on the same.");
        }

        var places = place.Required("ratings")?.List(1, 100) ?? [];
        var ratings = places.Select(rater => ReadRater(rater, steps, options)).ToList();
        JsonPlace.NoTwins(places, ratings.Select(rater => rater.Rater).ToList(), "rater");
        return new ExpertPanel(steps, ratings);
    }

    private static ExpertRatings ReadRater(JsonPlace place, int steps, List<Option> options)
    {
        place.Allow("rater", "effectiveness");
        return new ExpertRatings(
            place.Required("rater")?.Text() ?? "",
            place.Required("effectiveness") is { } ratings ? ByOption(ratings, options, entry => entry.Whole(1, steps)) : []);
    }

    /// <summary>One value for each option, in the order of options.</summary>
    private static Dictionary<string, T> ByOption<T>(JsonPlace place, IReadOnlyList<Option> options, Func<JsonPlace, T> read)
    {
        place.Allow([.. options.Select(option => option.Identifier)]);
        var values = new Dictionary<string, T>();
        foreach (var option in options)
        {
            if (place.Required(option.Identifier) is { } entry)
            {
                values[option.Identifier] = read(entry);
            }
        }

        return values;
    }
}
