using Assessment.Domain.Instruments;

namespace Assessment.Domain.Delivery;

/// <summary>
/// The item on which a participant learns how answering works, before the first item of a test. It belongs to the service, not to
/// a form: nobody scores it, so it has no key, and no address takes an answer to it.
/// </summary>
/// <param name="Stem">The question as shown.</param>
/// <param name="Options">One is a day of the week; which one matters to nobody.</param>
public sealed record PracticeItem(string Stem, IReadOnlyList<Option> Options)
{
    /// <summary>Its name on the page. Form files allow no such identifier, so no form's item can be taken for it.</summary>
    public const string Identifier = "~practice";

    private static readonly PracticeItem English = new(
        "Practice, not scored and not stored: which of these is a day of the week?",
        [new Option("a", "Tuesday"), new Option("b", "October"), new Option("c", "Summer")]);

    private static readonly PracticeItem Spanish = new(
        "Práctica, sin puntaje y sin guardar: ¿cuál de estos es un día de la semana?",
        [new Option("a", "Martes"), new Option("b", "Octubre"), new Option("c", "Verano")]);

    /// <summary>The item in a language.</summary>
    /// <param name="language">BCP 47 tag; Spanish where it begins with "es", else English.</param>
    public static PracticeItem In(string? language) =>
        language?.StartsWith("es", StringComparison.OrdinalIgnoreCase) == true ? Spanish : English;
}
