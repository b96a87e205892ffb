using System.Text.Json;
using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>Writes the items of a form file.</summary>
internal static class ItemWriter
{
    public static void Write(Utf8JsonWriter json, Item item)
    {
        json.WriteStartObject();
        json.WriteString("identifier", item.Identifier);
        json.WriteString("type", item.Type);
        json.WriteIfThere("topic", item.Tags.Topic);
        json.WriteIfThere("objective", item.Tags.Objective);
        json.WriteString("ability", FormWords.Of(item.Tags.Ability));
        json.WriteTexts("tactics", item.Tags.Tactics);
        json.WriteIfThere("rationale", item.Tags.Rationale);
        json.WriteString("stem", item.Stem);
        WriteBody(json, item);
        json.WriteEndObject();
    }

    /// <summary>Points of a scale step, an indicator, a rubric or a path come from their parts; the others state theirs.</summary>
    private static void WriteBody(Utf8JsonWriter json, Item item)
    {
        switch (item)
        {
            case Likert likert:
                json.WriteTexts("labels", likert.Labels);
                json.WriteBoolean("reversed", likert.Reversed);
                return;
            case Indicator:
                return;
            case ConstructedResponse constructed:
                json.WriteObjects("criteria", constructed.Rubric.Criteria, criterion => WriteCriterion(json, criterion));
                return;
            case Stimulus stimulus:
                WriteMedia(json, stimulus.Media);
                json.WriteUnless("covers", stimulus.Covers ?? 0, 0);
                return;
            case Scenario scenario:
                json.WriteString("start", scenario.Start);
                json.WriteObjects("nodes", scenario.Nodes, node => WriteNode(json, node));
                return;
            default:
                WriteKeyed(json, item);
                json.WriteNumber("maxPoints", item.MaxPoints.Value);
                return;
        }
    }

    private static void WriteKeyed(Utf8JsonWriter json, Item item)
    {
        switch (item)
        {
            case SingleChoice single:
                WriteOptions(json, "options", single.Options);
                json.WriteString("key", single.Key);
                break;
            case MultipleChoice multiple:
                WriteOptions(json, "options", multiple.Options);
                json.WriteTexts("key", multiple.Key);
                break;
            case TrueFalse statement:
                json.WriteBoolean("key", statement.Key);
                break;
            case Ordering ordering:
                WriteOptions(json, "options", ordering.Options);
                json.WriteTexts("key", ordering.Key);
                break;
            case Matching matching:
                WriteMatching(json, matching);
                break;
            case InlineChoice inline:
                json.WriteObjects("gaps", inline.Gaps, gap => WriteGap(json, gap));
                break;
            case Numeric numeric:
                json.WriteObjects("keys", numeric.Keys, key => WriteKey(json, key));
                break;
            case ShortText text:
                WriteShortText(json, text);
                break;
            case SituationalJudgement judgement:
                WriteJudgement(json, judgement);
                break;
            default:
                throw new InvalidOperationException($"Item type {item.Type} has no spelling in form files.");
        }
    }

    private static void WriteOptions(Utf8JsonWriter json, string name, IReadOnlyList<Option> options) => json.WriteObjects(name, options, option =>
    {
        json.WriteString("identifier", option.Identifier);
        json.WriteString("text", option.Text);
        if (option.Weight is { } weight)
        {
            json.WriteNumber("weight", weight);
        }

        json.WriteIfTrue("fixed", option.Fixed);
    });

    private static void WriteMatching(Utf8JsonWriter json, Matching matching)
    {
        WriteOptions(json, "sources", matching.Sources);
        WriteOptions(json, "targets", matching.Targets);
        json.WriteObjects("key", matching.Key, pair =>
        {
            json.WriteString("source", pair.Source);
            json.WriteString("target", pair.Target);
        });
    }

    private static void WriteGap(Utf8JsonWriter json, Gap gap)
    {
        json.WriteString("identifier", gap.Identifier);
        WriteOptions(json, "options", gap.Options);
        json.WriteString("key", gap.Key);
    }

    private static void WriteKey(Utf8JsonWriter json, NumericKey key)
    {
        json.WriteNumber("value", key.Value);
        json.WriteUnless("tolerance", key.Tolerance, 0);
        json.WriteIfTrue("relative", key.Relative);
        json.WriteUnless("weight", key.Weight, 1);
    }

    private static void WriteShortText(Utf8JsonWriter json, ShortText item)
    {
        json.WriteObjects("keys", item.Keys, key =>
        {
            json.WriteString("text", key.Text);
            json.WriteUnless("weight", key.Weight, 1);
        });
        json.WriteBoolean("ignoreCase", item.Rules.IgnoreCase);
        json.WriteBoolean("ignoreAccents", item.Rules.IgnoreAccents);
        json.WriteBoolean("ignoreSpaces", item.Rules.IgnoreSpaces);
    }

    private static void WriteCriterion(Utf8JsonWriter json, Criterion criterion)
    {
        json.WriteString("identifier", criterion.Identifier);
        json.WriteString("title", criterion.Title);
        json.WriteObjects("levels", criterion.Levels, level =>
        {
            json.WriteString("anchor", level.Anchor);
            json.WriteNumber("points", level.Points.Value);
        });
    }

    private static void WriteJudgement(Utf8JsonWriter json, SituationalJudgement item)
    {
        if (item.Mode != JudgementMode.Best)
        {
            json.WriteString("respond", FormWords.Of(item.Mode));
        }

        WriteOptions(json, "options", item.Options);
        if (item.Labels.Count > 0)
        {
            json.WriteTexts("labels", item.Labels);
        }

        json.WriteObjects("keys", item.Keys, key =>
        {
            json.WriteNumber("version", key.Version);
            json.WriteString("method", FormWords.Of(key.Method));
            WriteByOption("weights", item.Options, option => json.WriteNumber(option, key.Weights.GetValueOrDefault(option)));
        });
        if (item.Panel is { } panel)
        {
            json.WriteStartObject("panel");
            json.WriteNumber("steps", panel.Steps);
            json.WriteObjects("ratings", panel.Ratings, rater =>
            {
                json.WriteString("rater", rater.Rater);
                WriteByOption("effectiveness", item.Options, option => json.WriteNumber(option, rater.Effectiveness[option]));
            });
            json.WriteEndObject();
        }

        void WriteByOption(string name, IReadOnlyList<Option> options, Action<string> write)
        {
            json.WriteStartObject(name);
            foreach (var option in options)
            {
                write(option.Identifier);
            }

            json.WriteEndObject();
        }
    }

    private static void WriteNode(Utf8JsonWriter json, ScenarioNode node)
    {
        json.WriteString("identifier", node.Identifier);
        json.WriteString("text", node.Text);
        WriteMedia(json, node.Media);
        if (node.EndsSafely is { } safely)
        {
            json.WriteString("end", safely ? "safe" : "unsafe");
            return;
        }

        json.WriteObjects("choices", node.Choices, choice =>
        {
            json.WriteString("identifier", choice.Identifier);
            json.WriteString("text", choice.Text);
            json.WriteNumber("points", choice.Points.Value);
            json.WriteBoolean("safe", choice.Safe);
            json.WriteString("next", choice.Next);
        });
    }

    private static void WriteMedia(Utf8JsonWriter json, Media? media)
    {
        switch (media)
        {
            case Picture picture:
                json.WriteStartObject("picture");
                json.WriteString("file", picture.File);
                json.WriteString("alt", picture.AltText);
                json.WriteEndObject();
                break;
            case Video video:
                json.WriteStartObject("video");
                json.WriteString("file", video.File);
                json.WriteIfThere("captions", video.Captions);
                json.WriteIfThere("transcript", video.Transcript);
                json.WriteEndObject();
                break;
        }
    }
}
