using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace Assessment.Api.Features.Layout;

/// <summary>
/// What refusals say, in another language. Use cases say it in English, as programs read it; here the English sentence is found
/// again and told in the reader's language: as it stands, else by a template, whose {0}, {1}… stand for what was inserted. They
/// are apart from the pages' own sentences, since a label such as "{0} to {1}" would fit far too much.
/// </summary>
/// <param name="told">Sentences and templates in English, and in the other language.</param>
internal sealed partial class ToldSentences(IReadOnlyDictionary<string, string> told)
{
    private readonly IReadOnlyList<(string[] Parts, string Told)> templates =
        [.. told.Where(one => Place().IsMatch(one.Key)).Select(one => (Place().Split(one.Key), one.Value))];

    /// <summary>The sentences of ToldSentences.es.resx.</summary>
    public static ToldSentences Spanish { get; } = new(
        new ResourceManager(typeof(ToldSentences)).GetResourceSet(CultureInfo.GetCultureInfo("es"), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!));

    /// <summary>
    /// A sentence in the other language; null where none is kept, or where it is not certain which one or what was inserted. Of
    /// several templates the one with most text of its own counts.
    /// </summary>
    /// <param name="sentence">The sentence in English.</param>
    /// <param name="word">A word or title in the other language, null where it has none: inserted ones are told too.</param>
    public string? Find(string sentence, Func<string, string?> word)
    {
        if (told.TryGetValue(sentence, out var whole)) return whole;
        var fitting = templates.Where(template => Fits(template.Parts, sentence))
            .GroupBy(template => template.Parts.Sum(part => part.Length)).MaxBy(same => same.Key)?.ToList();
        if (fitting is not [var (parts, text)] || Inserted(parts, sentence) is not { } inserted) return null;
        return string.Format(CultureInfo.InvariantCulture, text, [.. inserted.Select((value, i) => IsName(parts, i) ? value : told.GetValueOrDefault(value) ?? word(value) ?? value)]);
    }

    /// <summary>What stands in quotation marks is a name of the reader's own, whatever it means elsewhere.</summary>
    private static bool IsName(string[] parts, int place) => parts[place].EndsWith('"') && parts[place + 1].StartsWith('"');

    private static bool Fits(string[] parts, string sentence) => Cut(parts, sentence, fromEnd: false) is not null;

    /// <summary>What stands between the parts; null when it can be cut in more than one way.</summary>
    private static string[]? Inserted(string[] parts, string sentence) =>
        Cut(parts, sentence, fromEnd: false) is { } first && Cut(parts, sentence, fromEnd: true) is { } last && first.SequenceEqual(last) ? first : null;

    /// <summary>What stands between the parts when each is looked for from one end, in time that grows with the sentence alone; null when it does not fit.</summary>
    private static string[]? Cut(string[] parts, string sentence, bool fromEnd)
    {
        var (begin, end) = (parts[0].Length, sentence.Length - parts[^1].Length);
        if (begin > end || !sentence.StartsWith(parts[0], StringComparison.Ordinal) || !sentence.EndsWith(parts[^1], StringComparison.Ordinal)) return null;
        var values = new string[parts.Length - 1];
        for (var i = 1; i < values.Length; i++)
        {
            var part = fromEnd ? parts[^(i + 1)] : parts[i];
            var rest = sentence[begin..end];
            var at = fromEnd ? rest.LastIndexOf(part, StringComparison.Ordinal) : rest.IndexOf(part, StringComparison.Ordinal);
            if (at < 0) return null;
            values[fromEnd ? ^i : i - 1] = fromEnd ? rest[(at + part.Length)..] : rest[..at];
            (begin, end) = fromEnd ? (begin, begin + at) : (begin + at + part.Length, end);
        }

        values[fromEnd ? 0 : ^1] = sentence[begin..end];
        return values;
    }

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
