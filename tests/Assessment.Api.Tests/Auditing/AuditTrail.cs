using Assessment.Data;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Auditing;

/// <summary>What the audit of all agencies gained while something was done.</summary>
internal static class AuditTrail
{
    /// <summary>Actions of the entries that the deed added.</summary>
    public static async Task<IReadOnlyList<string>> GainedAsync(AssessmentApplication application, Func<Task> deed)
    {
        var before = await EntriesAsync(application);
        await deed();
        return (await EntriesAsync(application)).Except(before).Select(entry => entry.Action).ToList();
    }

    private static async Task<IReadOnlyList<(int Agency, int Sequence, string Action)>> EntriesAsync(AssessmentApplication application) =>
        await application.Services.GetRequiredService<Database>().ReadAsync(session =>
            session.List<(int, int, string)>("SELECT agency_id, sequence_no, action FROM audit_entry"));
}
