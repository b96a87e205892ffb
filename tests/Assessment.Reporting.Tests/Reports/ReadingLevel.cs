namespace Assessment.Reporting.Tests.Reports;

/// <summary>Flesch–Kincaid grade (Kincaid et al. 1975): 0.39·words/sentences + 11.8·syllables/words − 15.59. Numbers count one syllable.</summary>
internal static class ReadingLevel
{
    public static double Grade(string text)
    {
        var sentences = text.Split(['.', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Count(sentence => sentence.Any(char.IsLetter));
        var words = text.Split([' ', '\n', '-', '(', ')', ',', ';', ':'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)).ToArray();
        return (0.39 * words.Length / sentences) + (11.8 * words.Sum(Syllables) / words.Length) - 15.59;
    }

    /// <summary>Groups of vowels, without a silent e at the end; at least one.</summary>
    public static int Syllables(string word)
    {
        var letters = word.ToLowerInvariant().Where(char.IsLetter).ToArray();
        var groups = letters.Where((letter, i) => IsVowel(letter) && (i == 0 || !IsVowel(letters[i - 1]))).Count();
        var silent = letters is [.., var last2, 'e'] && !IsVowel(last2) && last2 != 'l' && groups > 1;
        return Math.Max(1, groups - (silent ? 1 : 0));
    }

    private static bool IsVowel(char letter) => "aeiouy".Contains(letter, StringComparison.Ordinal);
}
