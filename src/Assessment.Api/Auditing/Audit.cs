using System.Globalization;
using Assessment.Api.Security;
using Assessment.Data;

namespace Assessment.Api.Auditing;

/// <summary>Writes the audit entry of a use case inside its own transaction: the deed and its record stand or fall together.</summary>
internal static class Audit
{
    /// <summary>An entry of what a member of staff did.</summary>
    /// <param name="session">The transaction of the deed.</param>
    /// <param name="staff">Who; the key's number stands for the person.</param>
    /// <param name="action">The endpoint's <see cref="AuditedAttribute.Action"/>.</param>
    /// <param name="objectId">Border id of the thing.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Reason given, where one is asked for; for a correction also what stood before.</param>
    public static Task RecordAsync(Session session, Staff staff, string action, Guid? objectId, DateTimeOffset at, string? reason = null) =>
        new AuditStore(session).Append(new AuditRow
        {
            AgencyId = staff.AgencyId,
            At = at,
            Actor = string.Create(CultureInfo.InvariantCulture, $"key {staff.KeyNo}"),
            Role = staff.Role,
            Action = action,
            ObjectId = objectId?.ToString("D"),
            Outcome = "done",
            Reason = reason,
        });

    /// <summary>An entry in the chain of another agency, whose data a deed of this staff changed too.</summary>
    public static Task RecordElsewhereAsync(Session session, int agencyId, Staff staff, string action, Guid? objectId, DateTimeOffset at, string? reason) =>
        new AuditStore(session).Append(new AuditRow
        {
            AgencyId = agencyId,
            At = at,
            Actor = string.Create(CultureInfo.InvariantCulture, $"key {staff.AgencyId}.{staff.KeyNo}"),
            Role = staff.Role,
            Action = action,
            ObjectId = objectId?.ToString("D"),
            Outcome = "done",
            Reason = reason,
        });

    /// <summary>An entry of what was done by a verb, at the machine itself.</summary>
    public static Task RecordAtMachineAsync(Session session, int agencyId, string action, Guid? objectId, DateTimeOffset at, string? reason = null) =>
        new AuditStore(session).Append(new AuditRow
        {
            AgencyId = agencyId,
            At = at,
            Actor = "system",
            Role = "operator",
            Action = action,
            ObjectId = objectId?.ToString("D"),
            Outcome = "done",
            Reason = reason,
        });
}
