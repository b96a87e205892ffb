using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>Reads the objects of a form file; each fault is noted at its place.</summary>
internal static class FormReader
{
    public static Form Read(JsonPlace file)
    {
        file.Allow("schema", "identifier", "instrument", "edition", "title", "language", "passMark", "shuffleItems", "shuffleOptions", "items", "translations");
        if (file.Required("schema") is { } schema && schema.Text() != FormJson.Schema)
        {
            schema.Fault($"\"{FormJson.Schema}\" is expected.");
        }

        var items = file.Required("items")?.List(1, FormJson.MostItems).Select(ItemReader.Read).ToList() ?? [];
        var form = new Form(
            file.Required("identifier")?.Identifier() ?? "",
            file.Required("instrument") is { } instrument ? ReadInstrument(instrument) : new Instrument("", "", default, default),
            file.Required("edition")?.Identifier() ?? "",
            file.Required("title")?.Text() ?? "",
            file.Required("language")?.Text() ?? "en",
            file.Optional("passMark")?.Points(ItemReader.MostPoints * FormJson.MostItems),
            items)
        {
            ShuffleItems = file.Optional("shuffleItems")?.Truth() ?? false,
            ShuffleOptions = file.Optional("shuffleOptions")?.Truth() ?? false,
        };
        CheckWhole(file, form);
        return form with { Translations = TranslationReader.Read(file, form) };
    }

    private static Instrument ReadInstrument(JsonPlace place)
    {
        place.Allow("identifier", "title", "kind", "plane");
        return new Instrument(
            place.Required("identifier")?.Identifier() ?? "",
            place.Required("title")?.Text() ?? "",
            place.Required("kind")?.Word(FormWords.KindOf) ?? default,
            place.Required("plane")?.Word(FormWords.PlaneOf) ?? Plane.Research);
    }

    private static void CheckWhole(JsonPlace file, Form form)
    {
        if (file.Optional("items") is { } items && form.Items.Count > 0)
        {
            JsonPlace.NoTwins(items.List(1, FormJson.MostItems), form.Items.Select(item => item.Identifier).ToList(), "item");
            CheckKind(items, form);
        }

        if (form.PassMark is { } mark && mark.Ticks > form.MaxPoints.Ticks)
        {
            file.Optional("passMark")?.Fault($"The pass mark is above the form's {form.MaxPoints} points.");
        }
    }

    /// <summary>A scale is summed as a mean and a checklist as a share, so neither can hold other items.</summary>
    private static void CheckKind(JsonPlace items, Form form)
    {
        if (form.Items.OfType<Likert>().Select(item => item.Steps).Distinct().Count() > 1)
        {
            items.Fault("All items of a scale have the same number of labels.");
        }

        for (var i = 0; i < form.Items.Count; i++)
        {
            var fits = form.Instrument.Kind switch
            {
                InstrumentKind.Scale => form.Items[i] is Likert,
                InstrumentKind.FollowUpChecklist => form.Items[i] is Indicator,
                _ => form.Items[i] is not (Likert or Indicator),
            };
            if (!fits)
            {
                items.List(1, FormJson.MostItems)[i].Fault($"A {form.Items[i].Type} item does not belong on a {FormWords.Of(form.Instrument.Kind)}.");
            }
        }
    }
}
