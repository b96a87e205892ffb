using Assessment.Api.Features.Attempts;

namespace Assessment.Api.Features.Take;

/// <summary>What the partial Item.cshtml shows.</summary>
/// <param name="One">The item.</param>
/// <param name="Count">How many items the test has.</param>
/// <param name="Texts">Sentences in the language of the page.</param>
internal sealed record ItemOnScreen(TestItem One, int Count, TakeTexts Texts)
{
    /// <summary>On the page of all items, where the script shows one at a time and needs every node of a scenario.</summary>
    public bool InTest { get; init; }

    /// <summary>Values of the controls, where they are not those of the saved answer.</summary>
    public IReadOnlyList<string>? Entered { get; init; }

    /// <summary>What is wrong with what was entered; null when nothing is.</summary>
    public string? Fault { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC when the page was made; measures the turns of a scenario without script.</summary>
    public long ShownAt { get; init; }

    public ItemView Item => One.Item;

    /// <summary>Id of the item's form, and the beginning of the ids of its controls.</summary>
    public string Form => $"answer-{One.Number}";

    /// <summary>Whether it is answered by one radio button, which cannot be unchosen.</summary>
    public bool IsOneChoice => Item is { Respond: null, Type: "single-choice" or "situational-judgement" or "true-false" or "likert" or "indicator" };

    private IReadOnlyList<string> Shown => Entered ?? AnswerControls.Of(Item, One.Saved?.Value);

    /// <summary>Whether a radio button, box or option of this value is chosen.</summary>
    public bool Has(string value) => Shown.Contains(value);

    /// <summary>The text of an entry.</summary>
    public string Text => Shown is [var text, ..] ? text : "";

    /// <summary>Choices of an item that is answered by choosing one: value and text.</summary>
    public IReadOnlyList<OptionView> Choices => Item.Type switch
    {
        "true-false" => [new("true", Texts.True), new("false", Texts.False)],
        "likert" => [.. Item.Labels!.Select((label, i) => new OptionView($"{i + 1}", label))],
        "indicator" => [new("shown", Texts.Shown), new("not-shown", Texts.NotShown), new("no-opportunity", Texts.NoOpportunity)],
        _ => Item.Options!,
    };

    /// <summary>The turns that were taken through a scenario, as stored.</summary>
    public IReadOnlyList<string> Turns => Shown;

    /// <summary>The node at which a scenario stands.</summary>
    public NodeView Node => Turns.Aggregate(NodeOf(Item.Start!), (node, turn) =>
        NodeOf(node.Choices.First(choice => choice.Identifier == turn.Split(':')[1]).Next));

    /// <summary>Nodes that the page holds: on the page of all items every one, else the one where it stands.</summary>
    public IReadOnlyList<NodeView> Nodes => InTest ? Item.Nodes! : [Node];

    /// <summary>The stem of an inline choice, in pieces: text, or the gap that stands there.</summary>
    public IEnumerable<(string? Text, GapView? Gap)> Pieces
    {
        get
        {
            var rest = Item.Stem;
            foreach (var (gap, at) in Item.Gaps!.Select(gap => (gap, Item.Stem.IndexOf($"[[{gap.Identifier}]]", StringComparison.Ordinal))).OrderBy(one => one.Item2))
            {
                var marker = $"[[{gap.Identifier}]]";
                var start = rest.IndexOf(marker, StringComparison.Ordinal);
                yield return (rest[..start], null);
                yield return (null, gap);
                rest = rest[(start + marker.Length)..];
            }

            yield return (rest, null);
        }
    }

    private NodeView NodeOf(string identifier) => Item.Nodes!.First(node => node.Identifier == identifier);
}
