using System.Text.Json.Serialization;
using Assessment.Domain.Delivery;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Features.Attempts;

/// <summary>An item as a participant sees it; what its type does not have is left out.</summary>
internal sealed record ItemView(string Identifier, string Type, string Stem)
{
    /// <summary>How a situational judgement is answered: best-and-worst or rate-each (on the labels); left out when the best is picked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Respond { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OptionView>? Options { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Labels { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OptionView>? Sources { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OptionView>? Targets { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GapView>? Gaps { get; init; }

    /// <summary>Longest text that can be entered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxLength { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MediaView? Media { get; init; }

    /// <summary>How many of the items that follow refer to a stimulus; left out when all do up to the next one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Covers { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Start { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NodeView>? Nodes { get; init; }

    /// <summary>The practice item looks like an item of single choice.</summary>
    public static ItemView Of(PracticeItem practice) =>
        new(PracticeItem.Identifier, "single-choice", practice.Stem) { Options = OptionView.Of(practice.Options) };

    public static ItemView Of(Item item)
    {
        var view = new ItemView(item.Identifier, item.Type, item.Stem);
        return item switch
        {
            SingleChoice single => view with { Options = OptionView.Of(single.Options) },
            MultipleChoice multiple => view with { Options = OptionView.Of(multiple.Options) },
            SituationalJudgement judgement => Judged(view, judgement),
            Ordering ordering => view with { Options = OptionView.Of(ordering.Options) },
            Likert likert => view with { Labels = likert.Labels },
            Matching matching => view with { Sources = OptionView.Of(matching.Sources), Targets = OptionView.Of(matching.Targets) },
            InlineChoice inline => view with { Gaps = [.. inline.Gaps.Select(gap => new GapView(gap.Identifier, OptionView.Of(gap.Options)))] },
            Numeric => view with { MaxLength = NumberText.MaxLength },
            ShortText => view with { MaxLength = ItemResponse.MaxShortText },
            ConstructedResponse => view with { MaxLength = ItemResponse.MaxLength },
            Stimulus stimulus => view with { Media = MediaView.Of(stimulus.Media), Covers = stimulus.Covers },
            Scenario scenario => view with { Start = scenario.Start, Nodes = [.. scenario.Nodes.Select(NodeView.Of)] },
            TrueFalse or Indicator => view,
            _ => throw new InvalidOperationException($"Item type {item.Type} has no view."),
        };
    }

    private static ItemView Judged(ItemView view, SituationalJudgement item) => view with
    {
        Respond = item.Mode == JudgementMode.Best ? null : FormWords.Of(item.Mode),
        Options = OptionView.Of(item.Options),
        Labels = item.Labels.Count == 0 ? null : item.Labels,
    };
}

/// <summary>An option as a participant sees it.</summary>
internal sealed record OptionView(string Identifier, string Text)
{
    public static IReadOnlyList<OptionView> Of(IReadOnlyList<Option> options) =>
        options.Select(option => new OptionView(option.Identifier, option.Text)).ToList();
}

/// <summary>A gap of a text; the stem has its place as "[[identifier]]".</summary>
internal sealed record GapView(string Identifier, IReadOnlyList<OptionView> Options);

/// <summary>A picture with its text, or a video with captions or transcript.</summary>
/// <param name="Kind">picture or video.</param>
/// <param name="File">Path below the form's media folder.</param>
internal sealed record MediaView(string Kind, string File)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Alt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Captions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Transcript { get; init; }

    public static MediaView? Of(Media? media) => media switch
    {
        Picture picture => new MediaView("picture", picture.File) { Alt = picture.AltText },
        Video video => new MediaView("video", video.File) { Captions = video.Captions, Transcript = video.Transcript },
        _ => null,
    };
}

/// <summary>A node of a scenario; one without choices is an end, and whether a safe one is not told.</summary>
internal sealed record NodeView(string Identifier, string Text, IReadOnlyList<ChoiceView> Choices)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MediaView? Media { get; init; }

    public static NodeView Of(ScenarioNode node) => new(
        node.Identifier, node.Text, node.Choices.Select(choice => new ChoiceView(choice.Identifier, choice.Text, choice.Next)).ToList())
    {
        Media = MediaView.Of(node.Media),
    };
}

/// <summary>A choice of a scenario; the device needs the next node to go on without a connection.</summary>
internal sealed record ChoiceView(string Identifier, string Text, string Next);
