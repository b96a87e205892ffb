using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>Reads choices, statements, scales and indicators, and the options that other types have too.</summary>
internal static class ChoiceReader
{
    public static SingleChoice Single(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "options", "key", "maxPoints");
        var options = Options(place, "options", weighted: true);
        var key = place.Required("key");
        var answer = key?.Text() ?? "";
        PointsSomewhere(key, answer, options);
        if (options.Find(option => option.Identifier == answer)?.Weight is { } weight && weight != 1)
        {
            key?.Fault("The key's option gives all points; its weight is 1 or left out.");
        }

        return new SingleChoice(head.Identifier, head.Stem, head.Tags, head.MaxPoints, options, answer);
    }

    public static MultipleChoice Multiple(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "options", "key", "maxPoints");
        var options = Options(place, "options");
        var keys = place.Required("key")?.List(1, Math.Max(1, options.Count)) ?? [];
        return new MultipleChoice(head.Identifier, head.Stem, head.Tags, head.MaxPoints, options, Key(keys, options));
    }

    public static TrueFalse Statement(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "key", "maxPoints");
        return new TrueFalse(head.Identifier, head.Stem, head.Tags, head.MaxPoints, place.Required("key")?.Truth() ?? false);
    }

    public static Likert Likert(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "labels", "reversed");
        var labels = place.Required("labels")?.List(2, 11).Select(label => label.Text()).ToList() ?? [];
        return new Likert(head.Identifier, head.Stem, head.Tags, labels, place.Optional("reversed")?.Truth() ?? false);
    }

    public static Indicator Indicator(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place);
        return new Indicator(head.Identifier, head.Stem, head.Tags);
    }

    public static List<Option> Options(JsonPlace place, string name, bool weighted = false, int least = 2)
    {
        var places = place.Required(name)?.List(least, 20) ?? [];
        var options = places.Select(option => ReadOption(option, weighted)).ToList();
        JsonPlace.NoTwins(places, options.Select(option => option.Identifier).ToList(), "option");
        return options;
    }

    /// <summary>A list of option identifiers, each there and named once.</summary>
    public static List<string> Key(List<JsonPlace> places, List<Option> options)
    {
        var answers = places.Select(place => place.Text()).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            PointsSomewhere(places[i], answers[i], options);
            if (answers.IndexOf(answers[i]) < i)
            {
                places[i].Fault($"The key names option \"{answers[i]}\" twice.");
            }
        }

        return answers;
    }

    public static void PointsSomewhere(JsonPlace? key, string answer, List<Option> options)
    {
        if (answer.Length > 0 && options.TrueForAll(option => option.Identifier != answer))
        {
            key?.Fault($"The key points to option \"{answer}\", which is not there.");
        }
    }

    private static Option ReadOption(JsonPlace place, bool weighted)
    {
        place.Allow(weighted ? ["identifier", "text", "weight", "fixed"] : ["identifier", "text", "fixed"]);
        return new Option(place.Required("identifier")?.Identifier() ?? "", place.Required("text")?.Text() ?? "")
        {
            Weight = weighted ? place.Optional("weight")?.Number(0, 1) : null,
            Fixed = place.Optional("fixed")?.Truth() ?? false,
        };
    }
}
