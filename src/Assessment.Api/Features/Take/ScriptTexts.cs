namespace Assessment.Api.Features.Take;

/// <summary>Sentences that only the script of the test page says: where answers are, and what this device survives. {0} stands for a number.</summary>
internal static class ScriptTexts
{
    private static readonly Dictionary<string, string> English = new()
    {
        ["answered"] = "Answered",
        ["notOnServer"] = "saved here, not on the server yet",
        ["saving"] = "Saving …",
        ["notSaved"] = "Not saved yet",
        ["serverAway"] = "The server cannot save right now. Go on: your answers are kept on this device and sent when it can.",
        ["lostOpen"] = "No connection, and this browser keeps nothing. Leave this page open: answers that say “Not saved yet” are only here.",
        ["survivesOpen"] = "Your answers are kept on this device, but this browser cannot open the test again without a connection. Leave this page open until you have handed in.",
        ["survivesNothing"] = "This browser keeps nothing on this device. Each answer is sent at once; what does not say “On server” is lost when this page is closed.",
        ["understood"] = "I have read this",
        ["otherPage"] = "This test is open in another window on this device. Answer there. When that window is closed, this one goes on.",
        ["ticket"] = "This device was signed out. Your answers are still kept here. Ask your trainer for a move code and go on here.",
        ["otherAttempt"] = "This code opens another test.",
        ["handingIn"] = "Handing in …",
        ["handInWaits"] = "Not handed in yet. Answers that are not on the server: {0}. It goes on by itself when the connection is back; you may leave this page open, or come back to it on this device.",
        ["handInDecide"] = "Not handed in yet: one answer needs you first.",
        ["goThere"] = "Go to the question",
        ["receiptMore"] = "See your receipt and result",
        ["tooLate"] = "Answers on this device that came too late and do not count: {0}. Tell your trainer, who can open the test again.",
        ["saveFile"] = "Save my answers as a sealed file",
        ["saveFileHint"] = "Only the server can read the file. Give it to your trainer.",
        ["needsConnection"] = "Changing the language needs a connection.",
    };

    private static readonly Dictionary<string, string> Spanish = new()
    {
        ["answered"] = "Contestada",
        ["notOnServer"] = "guardada aquí, todavía no en el servidor",
        ["saving"] = "Guardando …",
        ["notSaved"] = "Todavía no guardada",
        ["serverAway"] = "El servidor no puede guardar en este momento. Siga: sus respuestas se guardan en este dispositivo y se envían cuando pueda.",
        ["lostOpen"] = "No hay conexión y este navegador no guarda nada. Deje esta página abierta: las respuestas que dicen «Todavía no guardada» solo están aquí.",
        ["survivesOpen"] = "Sus respuestas se guardan en este dispositivo, pero este navegador no puede volver a abrir la prueba sin conexión. Deje esta página abierta hasta que la haya entregado.",
        ["survivesNothing"] = "Este navegador no guarda nada en este dispositivo. Cada respuesta se envía enseguida; lo que no dice «En el servidor» se pierde al cerrar esta página.",
        ["understood"] = "He leído esto",
        ["otherPage"] = "Esta prueba está abierta en otra ventana de este dispositivo. Conteste allí. Cuando se cierre esa ventana, esta continúa.",
        ["ticket"] = "Se cerró la sesión de este dispositivo. Sus respuestas siguen guardadas aquí. Pida a su instructor un código de traslado y continúe aquí.",
        ["otherAttempt"] = "Este código abre otra prueba.",
        ["handingIn"] = "Entregando …",
        ["handInWaits"] = "Todavía no entregada. Respuestas que no están en el servidor: {0}. Continúa por sí sola cuando vuelva la conexión; puede dejar esta página abierta o volver a ella en este dispositivo.",
        ["handInDecide"] = "Todavía no entregada: una respuesta necesita primero su decisión.",
        ["goThere"] = "Ir a la pregunta",
        ["receiptMore"] = "Ver su comprobante y su resultado",
        ["tooLate"] = "Respuestas en este dispositivo que llegaron tarde y no cuentan: {0}. Avise a su instructor, que puede volver a abrir la prueba.",
        ["saveFile"] = "Guardar mis respuestas en un archivo sellado",
        ["saveFileHint"] = "Solo el servidor puede leer el archivo. Entréguelo a su instructor.",
        ["needsConnection"] = "Para cambiar el idioma se necesita conexión.",
    };

    /// <summary>By key, in the language of the other texts.</summary>
    public static IReadOnlyDictionary<string, string> Of(TakeTexts texts) => texts == TakeTexts.Spanish ? Spanish : English;
}
