using System.Globalization;
using System.Text;
using Assessment.Domain.Instruments;

namespace Assessment.Domain.Scoring;

/// <summary>Points of numbers and texts that were entered.</summary>
public static class EntryScoring
{
    /// <summary>A letter and a combining accent are one character once normalized; a machine without Unicode data leaves them apart.</summary>
    private static readonly bool CanNormalize = "e\u0301".Normalize(NormalizationForm.FormC).Length == 1;

    /// <summary>Weight of the best key whose tolerance holds the number, times the item's points; 0 when none does.</summary>
    /// <param name="item">The item.</param>
    /// <param name="answer">The number.</param>
    public static Points Numeric(Numeric item, decimal answer)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.MaxPoints.Weighted(Best(item.Keys.Where(key => key.Accepts(answer)).Select(key => key.Weight)));
    }

    /// <summary>Weight of the best key that the text equals under the item's rules, times the item's points; 0 when it equals none.</summary>
    /// <param name="item">The item.</param>
    /// <param name="answer">The text.</param>
    public static Points ShortText(ShortText item, string answer)
    {
        ArgumentNullException.ThrowIfNull(item);
        var folded = Fold(answer, item.Rules);
        return item.MaxPoints.Weighted(Best(item.Keys.Where(key => Fold(key.Text, item.Rules) == folded).Select(key => key.Weight)));
    }

    /// <summary>
    /// A text as it is compared: ends trimmed, runs of white space one space (none with <see cref="TextRules.IgnoreSpaces"/>), Unicode
    /// normal form C (Unicode Standard Annex 15); with <see cref="TextRules.IgnoreAccents"/> decomposed and without its nonspacing marks;
    /// with <see cref="TextRules.IgnoreCase"/> in capitals of the invariant culture (which leaves ß as it is).
    /// </summary>
    public static string Fold(string text, TextRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var letters = rules.IgnoreAccents ? WithoutAccents(text) : Normal(text);
        var words = (rules.IgnoreCase ? letters.ToUpperInvariant() : letters).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // A mark that stood after a space may now stand after a letter.
        return Normal(string.Join(rules.IgnoreSpaces ? "" : " ", words));
    }

    private static string WithoutAccents(string text) =>
        Normal(new string([.. text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]));

    /// <summary>The text in Unicode normal form C.</summary>
    /// <exception cref="InvalidOperationException">The machine has no Unicode data, so accents would score differently here.</exception>
    internal static string Normal(string text) => CanNormalize
        ? text.Normalize(NormalizationForm.FormC)
        : throw new InvalidOperationException("Texts cannot be normalized: install ICU and leave the invariant globalization mode off.");

    private static decimal Best(IEnumerable<decimal> weights) => weights.DefaultIfEmpty(0).Max();
}
