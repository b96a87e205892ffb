using Assessment.Domain;
using Assessment.Domain.Curricula;
using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>What every item begins with.</summary>
internal sealed record ItemHead(string Identifier, string Stem, ItemTags Tags, Points MaxPoints);

/// <summary>Reads the items of a form file: what all have in common, and which reader knows the rest.</summary>
internal static class ItemReader
{
    /// <summary>The most points of an item, so that sums over any form stay countable.</summary>
    public const double MostPoints = 100;

    private static readonly Dictionary<string, Func<JsonPlace, ItemHead, Item>> Readers = new()
    {
        ["single-choice"] = ChoiceReader.Single,
        ["multiple-choice"] = ChoiceReader.Multiple,
        ["true-false"] = ChoiceReader.Statement,
        ["likert"] = ChoiceReader.Likert,
        ["indicator"] = ChoiceReader.Indicator,
        ["ordering"] = ArrangementReader.Ordering,
        ["matching"] = ArrangementReader.Matching,
        ["numeric"] = EntryReader.Numeric,
        ["short-text"] = EntryReader.ShortText,
        ["inline-choice"] = ArrangementReader.InlineChoice,
        ["constructed-response"] = EntryReader.Constructed,
        ["stimulus"] = StimulusReader.Read,
        ["situational-judgement"] = JudgementReader.Read,
        ["scenario"] = ScenarioReader.Read,
    };

    public static Item Read(JsonPlace place)
    {
        var identifier = place.Required("identifier")?.Identifier() ?? "";
        var stem = place.Required("stem")?.Text() ?? "";
        var type = place.Required("type")?.Text() ?? "";
        var head = new ItemHead(identifier, stem, ReadTags(place, type), place.Optional("maxPoints")?.Points(MostPoints) ?? Points.One);
        return Readers.TryGetValue(type, out var read) ? read(place, head) : Unknown(place, head);
    }

    /// <summary>Notes properties beyond those of every item and the type's own.</summary>
    public static void Allow(JsonPlace place, params ReadOnlySpan<string> own) =>
        place.Allow(["identifier", "type", "topic", "objective", "ability", "tactics", "rationale", "stem", .. own]);

    private static Indicator Unknown(JsonPlace place, ItemHead head)
    {
        place.Optional("type")?.Fault($"One of these is expected: {string.Join(", ", Readers.Keys)}.");
        return new Indicator(head.Identifier, head.Stem, head.Tags);
    }

    private static ItemTags ReadTags(JsonPlace place, string type)
    {
        var topic = place.Optional("topic");
        if (topic is { } given && Topic.Find(given.Text()) is null)
        {
            given.Fault($"One of these is expected: {string.Join(", ", Topic.All.Select(known => known.Code))}.");
        }

        var tactics = place.Optional("tactics")?.List(0, Tactic.All.Count) ?? [];
        foreach (var tactic in tactics.Where(tactic => Tactic.Find(tactic.Text()) is null))
        {
            tactic.Fault($"One of these is expected: {string.Join(", ", Tactic.All.Select(known => known.Code))}.");
        }

        return new ItemTags(
            topic?.Text(),
            place.Optional("objective")?.Text(),
            place.Optional("ability")?.Word(FormWords.AbilityOf) ?? UsualAbility(type),
            tactics.Select(tactic => tactic.Text()).ToList(),
            place.Optional("rationale")?.Text());
    }

    private static Ability UsualAbility(string type) => type is "situational-judgement" or "scenario" ? Ability.Skill : Ability.Knowledge;
}
