using System.Globalization;
using System.Text;

namespace Assessment.Domain.Linking;

/// <summary>
/// A code that a person makes anew at each wave from six fixed answers that do not change, for studies in which nobody may hold
/// a list of names. The six are fixed so that no agency asks for digits of a social security number or the like.
/// A supervisor can guess the answers of their people: the code is a direct identifier and never released.
/// </summary>
public sealed record SelfGeneratedCode
{
    /// <summary>Number of elements.</summary>
    public const int Length = 6;

    /// <summary>The six elements, in their order; the names of the columns that hold them.</summary>
    public static IReadOnlyList<string> ElementNames { get; } =
        ["mother_initial", "birth_city_initial", "birth_day", "older_siblings", "middle_initial", "first_school_initial"];

    /// <summary>A code from its six answers as written.</summary>
    /// <param name="form">The number of the answer sheet, unique within its wave; says nothing about the person.</param>
    /// <param name="answers">Six answers in the order of <see cref="ElementNames"/>; null or blank when not given.</param>
    /// <exception cref="ArgumentException">Not six.</exception>
    public SelfGeneratedCode(string form, IReadOnlyList<string?> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Count != Length)
        {
            throw new ArgumentException($"A code has {Length} elements.", nameof(answers));
        }

        Form = form;
        Elements = answers.Select(Fold).ToArray();
    }

    /// <summary>The number of the answer sheet.</summary>
    public string Form { get; }

    /// <summary>The six answers as compared; empty where none was given.</summary>
    public IReadOnlyList<string> Elements { get; }

    /// <summary>
    /// Elements at which two codes do not confirm each other, 0 to 6: they differ, or one of them is missing. Two blanks are no
    /// agreement, since anybody can leave an answer out.
    /// </summary>
    public int DisagreementsWith(SelfGeneratedCode other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Enumerable.Range(0, Length).Count(i => Elements[i].Length == 0 || Elements[i] != other.Elements[i]);
    }

    /// <summary>An answer as compared: accents off, trimmed, upper case.</summary>
    private static string Fold(string? answer)
    {
        var letters = (answer ?? "").Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return string.Concat(letters).Trim().ToUpperInvariant();
    }
}
