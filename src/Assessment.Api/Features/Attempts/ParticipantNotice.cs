using System.Security.Cryptography;
using System.Text;
using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// What a participant reads before deciding: who will see what, what is protected and what is not. It follows from the
/// plane of the instrument and the studies that the agency takes part in, so it cannot promise what the service does not do.
/// </summary>
/// <param name="Text">The text as shown, one paragraph a line.</param>
internal sealed record ParticipantNotice(string Text)
{
    /// <summary>The text's own hash: first 16 hex digits of its SHA-256. The same text has the same version for ever.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16];

    /// <summary>The notice of an instrument at an agency.</summary>
    /// <param name="plane">The instrument's plane.</param>
    /// <param name="studies">Titles of the studies that the agency takes part in.</param>
    /// <param name="language">BCP 47 tag; Spanish where it begins with "es", else English.</param>
    public static ParticipantNotice For(Plane plane, IReadOnlyList<string> studies, string language = "en")
    {
        var spanish = language.StartsWith("es", StringComparison.OrdinalIgnoreCase);
        var lines = (plane, spanish) switch
        {
            (Plane.Research, false) => Research(studies),
            (Plane.Research, true) => ResearchInSpanish(studies),
            (_, false) => Training,
            (_, true) => TrainingInSpanish,
        };
        return new ParticipantNotice(string.Join('\n', lines));
    }

    private static readonly string[] Training =
    [
        "This test is part of your agency's training record.",
        "Your trainer and the administrator of your agency see whether you completed it and your result.",
        "Not protected: your agency may use the result like other training records, and public-records law or a court may reach it.",
    ];

    private static readonly string[] TrainingInSpanish =
    [
        "Esta prueba forma parte del registro de capacitación de su agencia.",
        "Su instructor y el administrador de su agencia ven si la completó y su resultado.",
        "No está protegido: su agencia puede usar el resultado como otros registros de capacitación, y la ley de registros públicos o un tribunal pueden obtenerlo.",
    ];

    private static string[] Research(IReadOnlyList<string> studies) =>
    [
        "Your answers are research data. Nobody in your agency sees your answers or your score, and they may not be used for a personnel decision.",
        studies.Count == 0
            ? "At present they serve no study; evaluators of a later study would see them under a code, never with your name."
            : $"Evaluators see them under a code, never with your name, for: {string.Join("; ", studies)}.",
        "Your agency sees that you were enrolled and whether you took part, and counts and averages of groups of 11 people or more; of a class of five to ten it sees which subjects to talk about, without numbers.",
        "If you agree, your scores may also be used for research and be published, without name, in a file from which nobody can be told apart.",
        "If you refuse, you may take the test all the same; it then counts only in the totals that the law asks of your agency, never in research or a published file.",
        "You may withdraw later with the code on your slip. A file that is already published cannot be called back.",
        "Not protected: while you work, your trainer sees how many items you have answered and whether the test is open on your device, not what you answer. What you say or write outside this test is not covered.",
    ];

    private static string[] ResearchInSpanish(IReadOnlyList<string> studies) =>
    [
        "Sus respuestas son datos de investigación. Nadie en su agencia ve sus respuestas ni su puntaje, y no pueden usarse para una decisión de personal.",
        studies.Count == 0
            ? "Por ahora no sirven a ningún estudio; los evaluadores de un estudio posterior las verían con un código, nunca con su nombre."
            : $"Los evaluadores las ven con un código, nunca con su nombre, para: {string.Join("; ", studies)}.",
        "Su agencia ve que usted estaba inscrito y si participó, y cuentas y promedios de grupos de 11 personas o más; de una clase de cinco a diez ve de qué temas conviene hablar, sin números.",
        "Si acepta, sus puntajes también pueden usarse para investigación y publicarse, sin nombre, en un archivo en el que nadie puede ser reconocido.",
        "Si no acepta, puede tomar la prueba de todos modos; entonces cuenta solo en los totales que la ley pide a su agencia, nunca en investigación ni en un archivo publicado.",
        "Puede retirarse más tarde con la clave en su papel. Un archivo ya publicado no puede retirarse.",
        "No está protegido: mientras trabaja, su instructor ve cuántas preguntas ha contestado y si la prueba está abierta en su dispositivo, no qué contestó. Lo que diga o escriba fuera de esta prueba no está cubierto.",
    ];
}
