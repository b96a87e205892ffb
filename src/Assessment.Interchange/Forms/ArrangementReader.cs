using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>Reads orderings, matchings and texts with gaps.</summary>
internal static class ArrangementReader
{
    public static Ordering Ordering(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "options", "key", "maxPoints");
        var options = ChoiceReader.Options(place, "options");
        var keys = place.Required("key")?.List(options.Count, options.Count) ?? [];
        return new Ordering(head.Identifier, head.Stem, head.Tags, head.MaxPoints, options, ChoiceReader.Key(keys, options));
    }

    public static Matching Matching(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "sources", "targets", "key", "maxPoints");
        var sources = ChoiceReader.Options(place, "sources", least: 1);
        var targets = ChoiceReader.Options(place, "targets");
        var keys = place.Required("key")?.List(sources.Count, sources.Count) ?? [];
        var pairs = keys.Select(key => ReadPair(key, sources, targets)).ToList();
        for (var i = 0; i < pairs.Count; i++)
        {
            if (pairs.FindIndex(pair => pair.Source == pairs[i].Source) < i)
            {
                keys[i].Fault($"The key names source \"{pairs[i].Source}\" twice.");
            }
        }

        return new Matching(head.Identifier, head.Stem, head.Tags, head.MaxPoints, sources, targets, pairs);
    }

    public static InlineChoice InlineChoice(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "gaps", "maxPoints");
        var places = place.Required("gaps")?.List(1, 20) ?? [];
        var gaps = places.Select(ReadGap).ToList();
        JsonPlace.NoTwins(places, gaps.Select(gap => gap.Identifier).ToList(), "gap");
        var item = new InlineChoice(head.Identifier, head.Stem, head.Tags, head.MaxPoints, gaps);
        if (head.Stem.Length > 0)
        {
            Marked(place.Optional("stem")!.Value, item, head.Stem);
        }

        return item;
    }

    /// <summary>Notes gaps that a stem, or its translation, does not mark once.</summary>
    public static void Marked(JsonPlace place, InlineChoice item, string stem)
    {
        foreach (var gap in item.Gaps.Where(gap => stem.Split(gap.Marker).Length != 2))
        {
            place.Fault($"The text has the marker {gap.Marker} once.");
        }
    }

    private static MatchedPair ReadPair(JsonPlace place, List<Option> sources, List<Option> targets)
    {
        place.Allow("source", "target");
        var (source, target) = (place.Required("source"), place.Required("target"));
        var pair = new MatchedPair(source?.Text() ?? "", target?.Text() ?? "");
        ChoiceReader.PointsSomewhere(source, pair.Source, sources);
        ChoiceReader.PointsSomewhere(target, pair.Target, targets);
        return pair;
    }

    private static Gap ReadGap(JsonPlace place)
    {
        place.Allow("identifier", "options", "key");
        var options = ChoiceReader.Options(place, "options");
        var key = place.Required("key");
        var answer = key?.Text() ?? "";
        ChoiceReader.PointsSomewhere(key, answer, options);
        return new Gap(place.Required("identifier")?.Identifier() ?? "", options, answer);
    }
}
