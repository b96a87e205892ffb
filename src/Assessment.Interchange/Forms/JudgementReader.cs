using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>Reads situational judgement items with the versions of their key and the ratings of their panel.</summary>
internal static class JudgementReader
{
    public static SituationalJudgement Read(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "options", "keys", "panel", "maxPoints");
        var faults = place.Faults.Count;
        var options = ChoiceReader.Options(place, "options");
        var panel = place.Optional("panel") is { } ratings ? ReadPanel(ratings, options) : null;
        var isSound = place.Faults.Count == faults;
        var places = place.Required("keys")?.List(1, 100) ?? [];
        var keys = places.Select((key, i) => ReadKey(key, i + 1, options)).ToList();
        if (isSound && keys.Count > 0)
        {
            keys[^1] = panel is null || keys[^1].Method == KeyMethod.Authored ? Stated(places[^1], keys[^1]) : Derived(places[^1], keys[^1], panel);
            for (var i = 0; i < keys.Count - 1; i++)
            {
                keys[i] = Stated(places[i], keys[i]);
            }
        }

        return new SituationalJudgement(head.Identifier, head.Stem, head.Tags, head.MaxPoints, options, keys, panel);
    }

    private static PanelKey ReadKey(JsonPlace place, int version, List<Option> options)
    {
        place.Allow("version", "method", "weights");
        if (place.Required("version") is { } number && number.Whole(1, 100) != version)
        {
            number.Fault($"Versions count from 1 without a gap; {version} is expected.");
        }

        return new PanelKey(
            version,
            place.Required("method")?.Word(FormWords.MethodOf) ?? KeyMethod.Authored,
            place.Optional("weights") is { } weights ? ReadWeights(weights, options) : []);
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

    private static Dictionary<string, decimal> ReadWeights(JsonPlace place, List<Option> options)
    {
        var weights = ByOption(place, options, entry => entry.Number(0, 1));
        if (weights.Values.DefaultIfEmpty(1).Max() != 1)
        {
            place.Fault("The best option has the weight 1, so that all points can be earned.");
        }

        return weights;
    }

    private static ExpertPanel ReadPanel(JsonPlace place, List<Option> options)
    {
        place.Allow("steps", "ratings");
        var steps = place.Required("steps")?.Whole(2, 100) ?? 2;
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
    private static Dictionary<string, T> ByOption<T>(JsonPlace place, List<Option> options, Func<JsonPlace, T> read)
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
