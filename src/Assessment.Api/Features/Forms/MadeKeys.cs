using Assessment.Data;
using Assessment.Domain.Instruments;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Features.Forms;

/// <summary>Puts the keys that were made after publication on a form, whose content stays as it was published.</summary>
internal static class MadeKeys
{
    /// <summary>The form with these keys after its own; each item has the panel of its newest key. Such a form is a valid file.</summary>
    /// <param name="form">The form as published.</param>
    /// <param name="keys">By item and version.</param>
    public static Form On(Form form, IReadOnlyList<ItemKeyRow> keys)
    {
        var byItem = keys.ToLookup(key => key.ItemNo);
        return form with { Items = [.. form.Items.Select((item, i) => On(item, [.. byItem[i + 1]]))] };
    }

    /// <summary>The row of an item's newest key.</summary>
    public static ItemKeyRow Row(FormVersionRow version, int itemNo, SituationalJudgement keyed)
    {
        var panel = PanelJson.Write(keyed.Panel!);
        return new ItemKeyRow
        {
            FormVersionNo = version.FormVersionNo,
            ItemNo = itemNo,
            KeyVersion = keyed.Key.Version,
            Method = FormWords.Of(keyed.Key.Method),
            Weights = PanelJson.Write(keyed.Key.Weights),
            Panel = panel,
            PanelHash = PanelJson.Hash(panel),
        };
    }

    private static Item On(Item item, IReadOnlyList<ItemKeyRow> keys) => item is SituationalJudgement judgement && keys.Count > 0
        ? judgement with { Keys = [.. judgement.Keys, .. keys.Select(KeyOf)], Panel = PanelJson.ReadPanel(keys[^1].Panel) }
        : item;

    private static PanelKey KeyOf(ItemKeyRow row) =>
        new(row.KeyVersion, FormWords.Method(row.Method)!.Value, PanelJson.Read<decimal>(row.Weights));
}
