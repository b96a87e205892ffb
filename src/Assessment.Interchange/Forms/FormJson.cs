using System.Buffers;
using System.Text.Json;
using Assessment.Domain;
using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>
/// Our own form file, schema "assessment-form/1": instrument, edition, pass mark and items with keys.
/// Reading collects every fault with its place; a form with one fault is refused whole.
/// </summary>
public static class FormJson
{
    /// <summary>Value of the file's "schema".</summary>
    public const string Schema = "assessment-form/1";

    /// <summary>The most items a form may have.</summary>
    public const int MostItems = 500;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Reads a form.</summary>
    /// <param name="utf8">The file's bytes; a byte order mark is allowed.</param>
    /// <returns>The form, or <see cref="Refusals.FormInvalid"/> with the places of all faults.</returns>
    public static Result<Form> Read(ReadOnlyMemory<byte> utf8)
    {
        var json = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var faults = new List<Place>();
            var form = FormReader.Read(new JsonPlace(document.RootElement, "", faults));
            return faults.Count == 0
                ? form
                : Refusals.FormInvalid.Because($"The form has {faults.Count} fault{(faults.Count == 1 ? "" : "s")}; nothing was imported.", faults);
        }
        catch (JsonException fault)
        {
            var where = $"line {(fault.LineNumber ?? 0) + 1}, byte {(fault.BytePositionInLine ?? 0) + 1}";
            return Refusals.FormInvalid.Because("The file is not well-formed JSON.", new Place(where, "Not well-formed here, or a name given twice."));
        }
        catch (InvalidOperationException)
        {
            return Refusals.FormInvalid.Because("The file has text that is not valid Unicode.", new Place("file", "Save it as UTF-8."));
        }
    }

    /// <summary>
    /// The canonical file of a form: fixed order of properties, no white space; equal forms give equal bytes. A property that is
    /// not used is not written, so that a form keeps its bytes when the format gains properties.
    /// </summary>
    public static byte[] Write(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("identifier", form.Identifier);
            WriteInstrument(json, form.Instrument);
            json.WriteString("edition", form.Edition);
            json.WriteString("title", form.Title);
            json.WriteString("language", form.Language);
            if (form.PassMark is { } mark)
            {
                json.WriteNumber("passMark", mark.Value);
            }

            json.WriteIfTrue("shuffleItems", form.ShuffleItems);
            json.WriteIfTrue("shuffleOptions", form.ShuffleOptions);
            json.WriteList("items", form.Items, item => ItemWriter.Write(json, item));
            if (form.Translations.Count > 0)
            {
                json.WriteList("translations", form.Translations, translation => WriteTranslation(json, form, translation));
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteInstrument(Utf8JsonWriter json, Instrument instrument)
    {
        json.WriteStartObject("instrument");
        json.WriteString("identifier", instrument.Identifier);
        json.WriteString("title", instrument.Title);
        json.WriteString("kind", FormWords.Of(instrument.Kind));
        json.WriteString("plane", FormWords.Of(instrument.Plane));
        json.WriteEndObject();
    }

    /// <summary>Texts in the order of items and slots, so that equal translations give equal bytes.</summary>
    private static void WriteTranslation(Utf8JsonWriter json, Form form, FormTranslation translation)
    {
        json.WriteStartObject();
        json.WriteString("language", translation.Language);
        json.WriteString("title", translation.Title);
        json.WriteStartObject("items");
        foreach (var item in form.Items.Where(item => translation.Items.ContainsKey(item.Identifier)))
        {
            var texts = translation.Items[item.Identifier];
            json.WriteStartObject(item.Identifier);
            foreach (var (slot, _) in ItemTexts.Of(item).Where(text => texts.ContainsKey(text.Key)))
            {
                json.WriteString(slot, texts[slot]);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
