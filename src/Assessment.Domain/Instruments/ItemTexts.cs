namespace Assessment.Domain.Instruments;

/// <summary>
/// The texts of an item that participants see, by slot: "stem"; "options/a"; "labels/1" (counted from 1); "sources/a" and
/// "targets/x"; "gaps/g1/a"; "media/alt", "media/captions" and "media/transcript"; "nodes/n1", "nodes/n1/choices/c1" and
/// "nodes/n1/media/alt". Keys, rubrics and rationales are seen by nobody under test and have no slot.
/// </summary>
public static class ItemTexts
{
    /// <summary>All texts of an item by slot, in the order in which they are shown.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(Item item)
    {
        var texts = new List<KeyValuePair<string, string>>();
        Map(item, (slot, text) =>
        {
            texts.Add(new(slot, text));
            return text;
        });
        return texts;
    }

    /// <summary>The item with each text replaced by what a function makes of slot and text; nothing else changes.</summary>
    public static Item Map(Item item, Func<string, string, string> text)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(text);
        var stem = text("stem", item.Stem);
        return item switch
        {
            SingleChoice single => single with { Stem = stem, Options = Options("options", single.Options, text) },
            MultipleChoice multiple => multiple with { Stem = stem, Options = Options("options", multiple.Options, text) },
            Likert likert => likert with { Stem = stem, Labels = Labels(likert.Labels, text) },
            Ordering ordering => ordering with { Stem = stem, Options = Options("options", ordering.Options, text) },
            Matching matching => matching with
            {
                Stem = stem,
                Sources = Options("sources", matching.Sources, text),
                Targets = Options("targets", matching.Targets, text),
            },
            InlineChoice inline => inline with
            {
                Stem = stem,
                Gaps = [.. inline.Gaps.Select(gap => gap with { Options = Options($"gaps/{gap.Identifier}", gap.Options, text) })],
            },
            SituationalJudgement judgement => judgement with
            {
                Stem = stem,
                Options = Options("options", judgement.Options, text),
                Labels = Labels(judgement.Labels, text),
            },
            Stimulus stimulus => stimulus with { Stem = stem, Media = Media("media", stimulus.Media, text) },
            Scenario scenario => scenario with { Stem = stem, Nodes = [.. scenario.Nodes.Select(node => Node(node, text))] },
            TrueFalse or Indicator or Numeric or ShortText or ConstructedResponse => item with { Stem = stem },
            _ => throw new InvalidOperationException($"Item type {item.Type} has no list of texts."),
        };
    }

    private static List<Option> Options(string slot, IReadOnlyList<Option> options, Func<string, string, string> text) =>
        [.. options.Select(option => option with { Text = text($"{slot}/{option.Identifier}", option.Text) })];

    private static List<string> Labels(IReadOnlyList<string> labels, Func<string, string, string> text) =>
        [.. labels.Select((label, i) => text($"labels/{i + 1}", label))];

    private static ScenarioNode Node(ScenarioNode node, Func<string, string, string> text)
    {
        var slot = $"nodes/{node.Identifier}";
        return node with
        {
            Text = text(slot, node.Text),
            Media = Media($"{slot}/media", node.Media, text),
            Choices = [.. node.Choices.Select(choice => choice with { Text = text($"{slot}/choices/{choice.Identifier}", choice.Text) })],
        };
    }

    private static Media? Media(string slot, Media? media, Func<string, string, string> text) => media switch
    {
        Picture picture => picture with { AltText = text($"{slot}/alt", picture.AltText) },
        Video video => video with
        {
            Captions = video.Captions is { } captions ? text($"{slot}/captions", captions) : null,
            Transcript = video.Transcript is { } transcript ? text($"{slot}/transcript", transcript) : null,
        },
        _ => media,
    };
}
