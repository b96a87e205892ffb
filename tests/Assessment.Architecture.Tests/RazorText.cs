using System.Text;
using System.Text.RegularExpressions;

namespace Assessment.Architecture.Tests;

/// <summary>What a page or a source file says: the sentences it looks up, and the words it has beside them. A search, no parser.</summary>
internal sealed partial class RazorText(string source)
{
    /// <summary>The keys of L[…], H[…], Text[…] and texts[…]: the literals before the first comma.</summary>
    public IEnumerable<string> Sentences() => LookUp().Matches(source).SelectMany(found => Literals(Inside(source, found.Index + found.Length - 1), beforeComma: true));

    /// <summary>Words between tags, in attributes that are read aloud, and in literals of the page's code.</summary>
    public IEnumerable<string> Words()
    {
        var said = Without(source, LookUp());
        var code = new StringBuilder();
        var html = Without(said, Expression(), code);
        html = string.Join('\n', html.Split('\n').Select(line => Html(line, code)));
        var between = Regex.Replace(html, "<[^>]*>", "\n").Split('\n');
        var aloud = Attribute().Matches(html).Select(found => found.Groups[1].Value);
        var literals = Literals(Regex.Replace(code.ToString(), @"\[""\w+""\]|ToString\(""[^""]*""\)", ""), beforeComma: false).Where(text => SentenceLike().IsMatch(text));
        return between.Concat(aloud).Concat(literals).Select(text => text.Trim()).Where(text => Regex.IsMatch(text, @"\p{L}{2}"));
    }

    /// <summary>A line without its code, which begins with a directive, a brace or a word of the language and ends at the first tag.</summary>
    private static string Html(string line, StringBuilder code)
    {
        if (!Code().IsMatch(line)) return line;
        var tag = Tag().Match(line) is { Success: true } found ? found.Index : line.Length;
        code.AppendLine(line[..tag]);
        return line[tag..];
    }

    /// <summary>The text without what a pattern begins and a bracket ends.</summary>
    private static string Without(string text, Regex begins, StringBuilder? cut = null)
    {
        var rest = new StringBuilder();
        var at = 0;
        for (var found = begins.Match(text); found.Success; found = begins.Match(text, at))
        {
            rest.Append(text, at, found.Index - at);
            at = found.Index + found.Length;
            while (at < text.Length && (text[at - 1] is '(' or '[' or '{'))
            {
                var inside = Inside(text, at - 1);
                cut?.Append(inside).Append('\n');
                at += inside.Length + 1;
                // What follows the bracket belongs to the expression: @Model.Of(x).Title
                if (Follows().Match(text, at) is { Success: true } more && more.Index == at) at += more.Length;
            }
        }

        return rest.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>What stands between a bracket and the one that closes it; brackets in literals do not count.</summary>
    private static string Inside(string text, int bracket)
    {
        var depth = 0;
        for (var i = bracket; i < text.Length; i++)
        {
            if (text[i] == '"') i = End(text, i);
            else if (text[i] is '(' or '[' or '{') depth++;
            else if (text[i] is ')' or ']' or '}' && --depth == 0) return text[(bracket + 1)..i];
        }

        throw new FormatException($"A bracket is not closed: {text.Substring(bracket, Math.Min(80, text.Length - bracket))}");
    }

    private static IEnumerable<string> Literals(string code, bool beforeComma)
    {
        for (var (i, depth) = (0, 0); i < code.Length; i++)
        {
            if (code[i] is '(' or '[' or '{') depth++;
            if (code[i] is ')' or ']' or '}') depth--;
            if (beforeComma && code[i] == ',' && depth == 0) yield break;
            if (code[i] != '"') continue;
            var end = End(code, i);
            if (depth == 0 || !beforeComma) yield return code[(i + 1)..end].Replace("\\\"", "\"", StringComparison.Ordinal);
            i = end;
        }
    }

    /// <summary>The quotation mark that ends a literal.</summary>
    private static int End(string text, int begin)
    {
        var i = begin + 1;
        while (i < text.Length - 1 && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
        return i;
    }

    [GeneratedRegex(@"(?<![A-Za-z_])@?(?:L|H|Text|texts)\[")]
    private static partial Regex LookUp();

    [GeneratedRegex(@"@(?:ViewData\[""\w+""\]|await RenderSectionAsync\(""\w+""[^)]*\)|[({]|(?:if|foreach|for|switch) \(|(?!(?:section|model|page|using|inject|addTagHelper)\b)[A-Za-z][\w!?.]*[(\[]?)")]
    private static partial Regex Expression();

    [GeneratedRegex(@"[\w.?!]*[(\[]|(?:[.?!]+\w+)+")]
    private static partial Regex Follows();

    [GeneratedRegex(@"^\s*(?:@(?:if|foreach|for|switch|section|model|page|using|inject|addTagHelper)\b|[{}]|else\b|case\b|default:|break;|return;|if \(|foreach \(|var )")]
    private static partial Regex Code();

    [GeneratedRegex("<(?:p|h[1-6]|ul|li|a|span|strong|div|td|th|label|button|dt|dd)[ >]")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\b(?:aria-label|title|placeholder|alt|data-text-\w+)=""([^""]*)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^[A-Z][a-z]+|\p{L} \p{L}")]
    private static partial Regex SentenceLike();
}
