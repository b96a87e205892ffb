using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;

namespace Assessment.Api.Features.Forms;

/// <summary>The published version of a form that staff of its owner names.</summary>
internal static class OwnForm
{
    /// <summary>The version; the newest published one when none is named.</summary>
    public static async Task<Result<FormVersionRow>> FindAsync(Session session, Staff staff, Guid formId, int? version)
    {
        var store = new FormStore(session);
        if (await store.FindPublished(staff.AgencyId, formId, version) is { } found)
        {
            return found;
        }

        return await store.FindVisible(staff.AgencyId, formId) is { PublishedAt: null, Version: 1 } draft
            && (await new InstrumentStore(session).Find(draft.InstrumentNo))!.OwnerAgencyId == staff.AgencyId
            ? Refusals.FormNotPublished.Because("Publish the form first; a draft is changed by importing its file again.")
            : Refusals.NotFound.Because("This agency owns no form with this id and version.");
    }
}
