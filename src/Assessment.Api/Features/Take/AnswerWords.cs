using Assessment.Api.Features.Attempts;

namespace Assessment.Api.Features.Take;

/// <summary>An answer told to its participant in the words of the item, a line for each part.</summary>
internal static class AnswerWords
{
    /// <param name="item">The item in the language of the page.</param>
    /// <param name="words">The answer as the API takes it; empty for none.</param>
    /// <param name="texts">Sentences in that language.</param>
    public static IReadOnlyList<string> Of(ItemOnScreen item, IReadOnlyList<string> words, TakeTexts texts)
    {
        if (words.Count == 0) return [texts.NotAnswered];
        return item.Item.Type switch
        {
            "numeric" or "short-text" or "constructed-response" => words,
            "multiple-choice" => [.. words.Select(word => Text(item.Item.Options, word))],
            "ordering" => [.. words.Select((word, i) => $"{i + 1}. {Text(item.Item.Options, word)}")],
            "matching" => [.. words.Select(word => Pair(word, item.Item.Sources, item.Item.Targets))],
            "inline-choice" => [.. words.Select(word => word.Split(':')).Select(pair =>
                Text(item.Item.Gaps!.FirstOrDefault(gap => gap.Identifier == pair[0])?.Options, pair[^1]))],
            "scenario" => [.. words.Select(word => Turn(item.Item, word))],
            "situational-judgement" when item.Item.Respond == "best-and-worst" => [.. words.Select(word => Picked(word, item.Item.Options, texts))],
            "situational-judgement" when item.Item.Respond == "rate-each" => [.. words.Select(word => Pair(word, item.Item.Options, Steps(item.Item)))],
            _ => [.. words.Select(word => Text(item.Choices, word))],
        };
    }

    private static string Pair(string word, IReadOnlyList<OptionView>? left, IReadOnlyList<OptionView>? right)
    {
        var pair = word.Split(':');
        return $"{Text(left, pair[0])} – {Text(right, pair[^1])}";
    }

    private static string Picked(string word, IReadOnlyList<OptionView>? options, TakeTexts texts)
    {
        var pick = word.Split(':');
        return $"{(pick[0] == "best" ? texts.Best : texts.Worst)}: {Text(options, pick[^1])}";
    }

    private static List<OptionView> Steps(ItemView item) => [.. item.Labels!.Select((label, i) => new OptionView($"{i + 1}", label))];

    private static string Turn(ItemView item, string word)
    {
        var turn = word.Split(':');
        return item.Nodes!.FirstOrDefault(node => node.Identifier == turn[0])?.Choices.FirstOrDefault(choice => choice.Identifier == turn[1])?.Text ?? "";
    }

    private static string Text(IReadOnlyList<OptionView>? options, string identifier) =>
        options?.FirstOrDefault(option => option.Identifier == identifier)?.Text ?? "";
}
