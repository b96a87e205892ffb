using System.Globalization;
using Assessment.Domain.Instruments;

namespace Assessment.Domain.Scoring;

/// <summary>
/// A response in its one stored spelling: an option identifier; identifiers joined by '|' in the item's option order;
/// "true" or "false"; a step "1"…"n"; or an indicator's word. The empty text is a cleared answer.
/// </summary>
public static class ItemResponse
{
    /// <summary>The stored spelling of what a device sent, or why it does not fit the item.</summary>
    /// <param name="item">The item answered.</param>
    /// <param name="values">What was chosen; empty clears the answer.</param>
    public static Result<string> Read(Item item, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0 || (values.Count == 1 && values[0].Length == 0))
        {
            return "";
        }

        var text = item switch
        {
            SingleChoice single => One(values, single.Options.Select(option => option.Identifier)),
            MultipleChoice multiple => Several(values, multiple.Options),
            TrueFalse => One(values, ["true", "false"]),
            Likert likert => One(values, Enumerable.Range(1, likert.Steps).Select(step => step.ToString(CultureInfo.InvariantCulture))),
            Indicator => One(values, [Indicator.Shown, Indicator.NotShown, Indicator.NoOpportunity]),
            _ => throw new InvalidOperationException($"Item type {item.Type} has no reading of responses."),
        };

        return text is null
            ? Refusals.ResponseInvalid.Because($"Item {item.Identifier} is {item.Type}; it takes {Expectation(item)}.")
            : text;
    }

    private static string? One(IReadOnlyList<string> values, IEnumerable<string> allowed) =>
        values.Count == 1 && allowed.Contains(values[0]) ? values[0] : null;

    private static string? Several(IReadOnlyList<string> values, IReadOnlyList<Option> options)
    {
        var chosen = values.ToHashSet();
        var known = options.Select(option => option.Identifier).Where(chosen.Contains).ToList();
        return known.Count == values.Count ? string.Join('|', known) : null;
    }

    private static string Expectation(Item item) => item switch
    {
        SingleChoice => "the identifier of one of its options",
        MultipleChoice => "a list of identifiers of its options, each at most once",
        TrueFalse => "true or false",
        Likert likert => $"a whole number from 1 to {likert.Steps}",
        _ => $"\"{Indicator.Shown}\", \"{Indicator.NotShown}\" or \"{Indicator.NoOpportunity}\"",
    };
}
