using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;

namespace Assessment.Interchange.Forms;

/// <summary>Reads numbers and texts that are entered, and the rubrics of those that raters judge.</summary>
internal static class EntryReader
{
    private const decimal MostNumber = 1_000_000_000_000, LeastWeight = 0.0001m;

    public static Numeric Numeric(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "keys", "maxPoints");
        var keys = place.Required("keys")?.List(1, 20).Select(ReadNumber).ToList() ?? [];
        AllPointsSomewhere(place, keys.Select(key => key.Weight));
        return new Numeric(head.Identifier, head.Stem, head.Tags, head.MaxPoints, keys);
    }

    public static ShortText ShortText(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "keys", "ignoreCase", "ignoreAccents", "ignoreSpaces", "maxPoints");
        var keys = place.Required("keys")?.List(1, 100).Select(ReadText).ToList() ?? [];
        AllPointsSomewhere(place, keys.Select(key => key.Weight));
        var rules = new TextRules(
            place.Optional("ignoreCase")?.Truth() ?? true, place.Optional("ignoreAccents")?.Truth() ?? false, place.Optional("ignoreSpaces")?.Truth() ?? false);
        return new ShortText(head.Identifier, head.Stem, head.Tags, head.MaxPoints, keys, rules);
    }

    public static ConstructedResponse Constructed(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "criteria");
        var places = place.Required("criteria")?.List(1, 20) ?? [];
        var criteria = places.Select(ReadCriterion).ToList();
        JsonPlace.NoTwins(places, criteria.Select(criterion => criterion.Identifier).ToList(), "criterion");
        var rubric = new Rubric(criteria);
        if (rubric.MaxPoints.Value > ItemReader.MostPoints)
        {
            place.Optional("criteria")?.Fault($"The highest levels give {rubric.MaxPoints} points together; {ItemReader.MostPoints} is the most.");
        }

        return new ConstructedResponse(head.Identifier, head.Stem, head.Tags, rubric);
    }

    private static NumericKey ReadNumber(JsonPlace place)
    {
        place.Allow("value", "tolerance", "relative", "weight");
        var relative = place.Optional("relative")?.Truth() ?? false;
        return new NumericKey(
            place.Required("value")?.Number(-MostNumber, MostNumber) ?? 0,
            place.Optional("tolerance")?.Number(0, relative ? 1 : MostNumber) ?? 0,
            relative,
            place.Optional("weight")?.Number(LeastWeight, 1) ?? 1);
    }

    private static TextKey ReadText(JsonPlace place)
    {
        place.Allow("text", "weight");
        var text = place.Required("text");
        var key = new TextKey(text?.Text() ?? "", place.Optional("weight")?.Number(LeastWeight, 1) ?? 1);
        if (key.Text.Length > ItemResponse.MaxShortText)
        {
            text?.Fault($"An answer has up to {ItemResponse.MaxShortText} characters.");
        }

        return key;
    }

    private static void AllPointsSomewhere(JsonPlace place, IEnumerable<decimal> weights)
    {
        if (weights.DefaultIfEmpty(1).Max() != 1)
        {
            place.Optional("keys")?.Fault("One key has the weight 1, so that all points can be earned.");
        }
    }

    private static Criterion ReadCriterion(JsonPlace place)
    {
        place.Allow("identifier", "title", "levels");
        var places = place.Required("levels")?.List(2, 10) ?? [];
        var levels = places.Select(ReadLevel).ToList();
        for (var i = 1; i < levels.Count; i++)
        {
            if (levels[i].Points.Ticks <= levels[i - 1].Points.Ticks)
            {
                places[i].Fault("Levels stand lowest first and rise in points.");
            }
        }

        return new Criterion(place.Required("identifier")?.Identifier() ?? "", place.Required("title")?.Text() ?? "", levels);
    }

    private static Level ReadLevel(JsonPlace place)
    {
        place.Allow("anchor", "points");
        return new Level(place.Required("anchor")?.Text() ?? "", place.Required("points")?.PointsFromZero(ItemReader.MostPoints) ?? Points.Zero);
    }
}
