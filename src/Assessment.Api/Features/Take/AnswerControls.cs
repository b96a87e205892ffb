using System.Globalization;
using Assessment.Api.Features.Attempts;

namespace Assessment.Api.Features.Take;

/// <summary>
/// Between the controls of an item's form and the value that the API takes. The controls of every type are named "value"; the head
/// of Item.cshtml has the rule, which the script follows too.
/// </summary>
internal static class AnswerControls
{
    /// <summary>Values of the controls that show a stored answer.</summary>
    public static IReadOnlyList<string> Of(ItemView item, string? stored)
    {
        if (stored is null) return [];
        var words = WordsOf(item, stored);
        return item.Type == "ordering" ? [.. words.Select((option, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}:{option}"))] : words;
    }

    /// <summary>A stored answer as the API takes it.</summary>
    public static IReadOnlyList<string> WordsOf(ItemView item, string stored) =>
        item.Type is "short-text" or "constructed-response" or "numeric" ? [stored] : stored.Split('|');

    /// <summary>What the API takes for the values of the controls, empty for no answer; null when the answer is not whole yet.</summary>
    public static IReadOnlyList<string>? Words(ItemView item, IReadOnlyList<string> controls)
    {
        var chosen = controls.Where(value => value.Trim().Length > 0).ToList();
        return (item.Type, item.Respond) switch
        {
            ("ordering", _) when chosen.Count > 0 => InOrder(item, chosen),
            (_, "best-and-worst") => chosen.Select(pick => pick.Split(':')[0]).Distinct().Count() == chosen.Count ? chosen : null,
            _ => chosen,
        };
    }

    /// <summary>The options by place, when every place from 1 on is given once.</summary>
    private static List<string>? InOrder(ItemView item, List<string> places)
    {
        var ordered = places.Select(place => place.Split(':', 2)).Where(place => place.Length == 2)
            .OrderBy(place => int.TryParse(place[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0).ToList();
        var whole = ordered.Count == item.Options!.Count
            && ordered.Select((place, i) => place[0] == (i + 1).ToString(CultureInfo.InvariantCulture)).All(right => right);
        return whole ? [.. ordered.Select(place => place[1])] : null;
    }

    /// <summary>The stored spelling in which answers are compared.</summary>
    public static string Spelled(IReadOnlyList<string> words) => string.Join('|', words);
}
