using Assessment.Api.Auditing;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;

namespace Assessment.Api.Features.Raters;

/// <summary>Who judges in a request.</summary>
internal static class RaterOf
{
    /// <summary>
    /// The caller's own rater; or the one named, when that rater has no key and so cannot enter anything alone. A supervisor's
    /// or trainer's key that is no rater's yet becomes one, with an audit entry of its own, so that every judgement has its rater.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="staff">The caller.</param>
    /// <param name="named">The rater named in the request; null for the caller.</param>
    /// <param name="kind">From which place the rater must look.</param>
    /// <param name="now">When.</param>
    public static async Task<Result<RaterRow>> FindAsync(Session session, Staff staff, Guid? named, string kind, DateTimeOffset now)
    {
        var store = new RaterStore(session);
        var rater = named is { } id ? await store.Find(staff.AgencyId, id) : await store.FindByKey(staff.AgencyId, staff.KeyNo);
        if (named is not null && (rater is null || (rater.KeyNo is { } key && key != staff.KeyNo)))
        {
            return Refusals.NotFound.Because("There is no rater with this id for whom this key enters ratings.");
        }

        if (rater is null && kind == staff.Role)
        {
            var label = (await new KeyStore(session).Find(staff.AgencyId, staff.KeyNo))!.Label;
            rater = new RaterRow { AgencyId = staff.AgencyId, RaterId = Secret.NewId(), Kind = kind, KeyNo = staff.KeyNo, Label = label };
            rater = rater with { RaterNo = await store.Add(rater) };
            await Audit.RecordAsync(session, staff, "add.rater", rater.RaterId, now);
        }

        return rater?.Kind == kind
            ? rater
            : Refusals.RoleMissing.Because($"Only a rater of kind {kind} may judge here; the administrator registers raters with their keys.");
    }
}
