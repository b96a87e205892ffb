using System.Text;
using Assessment.Api.Features.Attempts;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Features.Forms;

/// <summary>A situational judgement item of a published form, with its panel as it stands and all its keys.</summary>
/// <param name="Version">The form version.</param>
/// <param name="ItemNo">Number of the item.</param>
/// <param name="Item">The item with the keys made after publication.</param>
/// <param name="Panel">Ratings of the file, corrected and joined by those entered since; null while there are none.</param>
/// <param name="Form">The form with the keys made after publication.</param>
internal sealed record OwnJudgement(FormVersionRow Version, int ItemNo, SituationalJudgement Item, ExpertPanel? Panel, LoadedForm Form)
{
    /// <summary>Steps on which the panel rates; null while neither a rating nor the item says.</summary>
    public int? Steps => Panel?.Steps ?? (Item.Labels.Count > 0 ? Item.Labels.Count : null);

    /// <summary>The item of a form version by its identifier.</summary>
    public static async Task<Result<OwnJudgement>> ReadAsync(Session session, FormVersionRow version, string identifier)
    {
        var form = FormVersions.Load(FormJson.Read(Encoding.UTF8.GetBytes(version.Content)).Value);
        if (!form.ItemNo.TryGetValue(identifier, out var itemNo))
        {
            return Refusals.ItemNotOnForm.Because("The form has no item with this identifier.");
        }

        if (form.Form.Items[itemNo - 1] is not SituationalJudgement published)
        {
            return Refusals.RequestContradicts.Because("Only situational judgement items have a panel.");
        }

        var entered = await new PanelStore(session).Newest(version.FormVersionNo, itemNo);
        var keyed = form.With(await new ItemKeyStore(session).List(version.FormVersionNo));
        return new OwnJudgement(version, itemNo, (SituationalJudgement)keyed.Form.Items[itemNo - 1], Joined(published.Panel, entered), keyed);
    }

    /// <summary>What was entered here counts before what the file says of the same rater.</summary>
    private static ExpertPanel? Joined(ExpertPanel? file, IReadOnlyList<PanelRatingRow> entered)
    {
        var ratings = (file?.Ratings ?? []).ToDictionary(rating => rating.Rater);
        foreach (var row in entered)
        {
            ratings[row.Rater] = new ExpertRatings(row.Rater, PanelJson.Read<int>(row.Effectiveness));
        }

        return ratings.Count == 0
            ? null
            : new ExpertPanel(file?.Steps ?? entered[0].Steps, [.. ratings.Values.OrderBy(rating => rating.Rater, StringComparer.Ordinal)]);
    }
}
