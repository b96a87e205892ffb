using System.Text.RegularExpressions;

namespace Assessment.Statistics.Models.Formulas;

/// <summary>The words of a formula, read one after the other.</summary>
internal sealed partial class FormulaTokens
{
    private readonly string[] tokens;
    private int at;

    public FormulaTokens(string text)
    {
        tokens = [.. Token().Matches(text).Select(match => match.Value)];
        Text = text.Trim();
    }

    public string Text { get; }

    /// <summary>The next word; empty at the end.</summary>
    public string Next => at < tokens.Length ? tokens[at] : string.Empty;

    public bool AtEnd => at == tokens.Length;

    /// <summary>Whether the parenthesis that opens here holds a bar of its own: then it is a random term.</summary>
    public bool ParenthesisHasBar
    {
        get
        {
            var depth = 0;
            for (var i = at; i < tokens.Length; i++)
            {
                if (tokens[i] == "(") depth++;
                else if (tokens[i] == ")" && --depth == 0) return false;
                else if (depth == 1 && tokens[i] is "|" or "||") return true;
            }

            return false;
        }
    }

    public bool Take(string token)
    {
        if (Next != token) return false;
        at++;
        return true;
    }

    public void Require(string token)
    {
        if (!Take(token)) throw Unsupported($"was found where '{token}' was expected");
    }

    /// <summary>A column name: letters, digits, dots and underscores, or anything between backticks.</summary>
    public string Name()
    {
        var token = Next;
        if (token.Length == 0 || !(char.IsLetter(token[0]) || token[0] is '.' or '`')) throw Unsupported("was found where a column was expected");
        at++;
        if (Next == "(") throw new UnsupportedFormulaException($"{token}(…)", "is not supported: a term is a column as it stands");
        return token.Trim('`');
    }

    public UnsupportedFormulaException Unsupported(string reason) => new(AtEnd ? "the end of the formula" : Next, reason);

    [GeneratedRegex(@"`[^`]+`|[\p{L}.][\p{L}\p{N}._]*|\d+(?:\.\d+)?|\|\||%in%|\S")]
    private static partial Regex Token();
}
