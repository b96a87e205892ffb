using System.Text.RegularExpressions;

namespace Assessment.Release.Table;

/// <summary>Column names that Stata and SPSS can take.</summary>
internal static partial class ColumnName
{
    public const int MaxLength = 32;

    /// <summary>Lower snake case of identifiers: "dekt" and "follow-up-6m" give dekt_follow_up_6m.</summary>
    public static string Of(params IEnumerable<string> identifiers) =>
        OtherCharacters().Replace(string.Join('_', identifiers).ToLowerInvariant(), "_").Trim('_');

    public static bool IsValid(string name) => name.Length is > 0 and <= MaxLength && char.IsAsciiLetterLower(name[0]);

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex OtherCharacters();
}
