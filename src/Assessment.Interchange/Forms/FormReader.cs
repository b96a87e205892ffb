using Assessment.Domain;
using Assessment.Domain.Curricula;
using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>Reads the objects of a form file; each fault is noted at its place.</summary>
internal static class FormReader
{
    private const double MostPoints = 100;

    public static Form Read(JsonPlace file)
    {
        file.Allow("schema", "identifier", "instrument", "edition", "title", "language", "passMark", "items");
        if (file.Required("schema") is { } schema && schema.Text() != FormJson.Schema)
        {
            schema.Fault($"\"{FormJson.Schema}\" is expected.");
        }

        var items = file.Required("items")?.List(1, FormJson.MostItems).Select(ReadItem).ToList() ?? [];
        var form = new Form(
            file.Required("identifier")?.Identifier() ?? "",
            file.Required("instrument") is { } instrument ? ReadInstrument(instrument) : new Instrument("", "", default, default),
            file.Required("edition")?.Identifier() ?? "",
            file.Required("title")?.Text() ?? "",
            file.Required("language")?.Text() ?? "en",
            file.Optional("passMark")?.Points(MostPoints * FormJson.MostItems),
            items);
        CheckWhole(file, form);
        return form;
    }

    private static Instrument ReadInstrument(JsonPlace place)
    {
        place.Allow("identifier", "title", "kind", "plane");
        return new Instrument(
            place.Required("identifier")?.Identifier() ?? "",
            place.Required("title")?.Text() ?? "",
            place.Required("kind")?.Word(FormWords.KindOf) ?? default,
            place.Required("plane")?.Word(FormWords.PlaneOf) ?? Plane.Research);
    }

    private static Item ReadItem(JsonPlace place)
    {
        var identifier = place.Required("identifier")?.Identifier() ?? "";
        var stem = place.Required("stem")?.Text() ?? "";
        var type = place.Required("type")?.Text() ?? "";
        var head = new Head(identifier, stem, ReadTags(place), place.Optional("maxPoints")?.Points(MostPoints) ?? Points.One);
        return type switch
        {
            "single-choice" => ReadSingle(place, head),
            "multiple-choice" => ReadMultiple(place, head),
            "true-false" => ReadStatement(place, head),
            "likert" => ReadLikert(place, head),
            "indicator" => ReadIndicator(place, head),
            _ => Unknown(place, head),
        };
    }

    private static SingleChoice ReadSingle(JsonPlace place, Head head)
    {
        Allow(place, "options", "key", "maxPoints");
        var options = ReadOptions(place);
        var key = place.Required("key");
        var answer = key?.Text() ?? "";
        PointsSomewhere(key, answer, options);
        return new SingleChoice(head.Identifier, head.Stem, head.Tags, head.MaxPoints, options, answer);
    }

    private static MultipleChoice ReadMultiple(JsonPlace place, Head head)
    {
        Allow(place, "options", "key", "maxPoints");
        var options = ReadOptions(place);
        var keys = place.Required("key")?.List(1, Math.Max(1, options.Count)) ?? [];
        var answers = keys.Select(key => key.Text()).ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            PointsSomewhere(keys[i], answers[i], options);
            if (answers.IndexOf(answers[i]) < i)
            {
                keys[i].Fault($"The key names option \"{answers[i]}\" twice.");
            }
        }

        return new MultipleChoice(head.Identifier, head.Stem, head.Tags, head.MaxPoints, options, answers);
    }

    private static TrueFalse ReadStatement(JsonPlace place, Head head)
    {
        Allow(place, "key", "maxPoints");
        return new TrueFalse(head.Identifier, head.Stem, head.Tags, head.MaxPoints, place.Required("key")?.Truth() ?? false);
    }

    private static Likert ReadLikert(JsonPlace place, Head head)
    {
        Allow(place, "labels", "reversed");
        var labels = place.Required("labels")?.List(2, 11).Select(label => label.Text()).ToList() ?? [];
        return new Likert(head.Identifier, head.Stem, head.Tags, labels, place.Optional("reversed")?.Truth() ?? false);
    }

    private static Indicator ReadIndicator(JsonPlace place, Head head)
    {
        Allow(place);
        return new Indicator(head.Identifier, head.Stem, head.Tags);
    }

    private static Indicator Unknown(JsonPlace place, Head head)
    {
        place.Optional("type")?.Fault("One of these is expected: single-choice, multiple-choice, true-false, likert, indicator.");
        return new Indicator(head.Identifier, head.Stem, head.Tags);
    }

    private static List<Option> ReadOptions(JsonPlace place)
    {
        var places = place.Required("options")?.List(2, 20) ?? [];
        var options = places.Select(option => new Option(
            option.Required("identifier")?.Identifier() ?? "", option.Required("text")?.Text() ?? "")).ToList();
        NoTwins(places, options.Select(option => option.Identifier).ToList(), "option");
        return options;
    }

    private static ItemTags ReadTags(JsonPlace place)
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
            place.Optional("ability")?.Word(FormWords.AbilityOf) ?? Ability.Knowledge,
            tactics.Select(tactic => tactic.Text()).ToList(),
            place.Optional("rationale")?.Text());
    }

    private static void Allow(JsonPlace place, params ReadOnlySpan<string> own) =>
        place.Allow(["identifier", "type", "topic", "objective", "ability", "tactics", "rationale", "stem", .. own]);

    private static void PointsSomewhere(JsonPlace? key, string answer, List<Option> options)
    {
        if (answer.Length > 0 && options.TrueForAll(option => option.Identifier != answer))
        {
            key?.Fault($"The key points to option \"{answer}\", which is not there.");
        }
    }

    private static void NoTwins(List<JsonPlace> places, List<string> identifiers, string what)
    {
        for (var i = 1; i < identifiers.Count; i++)
        {
            var first = identifiers.IndexOf(identifiers[i]);
            if (first < i && identifiers[i].Length > 0)
            {
                places[i].Fault($"The {what} identifier \"{identifiers[i]}\" stands at {places[first].Path} already.");
            }
        }
    }

    private static void CheckWhole(JsonPlace file, Form form)
    {
        if (file.Optional("items") is { } items && form.Items.Count > 0)
        {
            NoTwins(items.List(1, FormJson.MostItems), form.Items.Select(item => item.Identifier).ToList(), "item");
            CheckKind(items, form);
        }

        if (form.PassMark is { } mark && mark.Ticks > form.MaxPoints.Ticks)
        {
            file.Optional("passMark")?.Fault($"The pass mark is above the form's {form.MaxPoints} points.");
        }
    }

    /// <summary>A scale is summed as a mean and a checklist as a share, so neither can hold other items.</summary>
    private static void CheckKind(JsonPlace items, Form form)
    {
        if (form.Items.OfType<Likert>().Select(item => item.Steps).Distinct().Count() > 1)
        {
            items.Fault("All items of a scale have the same number of labels.");
        }

        for (var i = 0; i < form.Items.Count; i++)
        {
            var fits = form.Instrument.Kind switch
            {
                InstrumentKind.Scale => form.Items[i] is Likert,
                InstrumentKind.FollowUpChecklist => form.Items[i] is Indicator,
                _ => form.Items[i] is SingleChoice or MultipleChoice or TrueFalse,
            };
            if (!fits)
            {
                items.List(1, FormJson.MostItems)[i].Fault($"A {form.Items[i].Type} item does not belong on a {FormWords.Of(form.Instrument.Kind)}.");
            }
        }
    }

    private sealed record Head(string Identifier, string Stem, ItemTags Tags, Points MaxPoints);
}
