using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;

namespace Assessment.Api.Features.Attempts;

/// <summary>The attempt that a member of staff names, with its administration.</summary>
internal static class ChosenAttempt
{
    public static async Task<Result<T>> ChangeAsync<T>(
        Session session, Staff staff, Guid attemptId, Func<AttemptRow, AdministrationRow, Task<Result<T>>> change)
    {
        if (await new AttemptStore(session).Find(staff.AgencyId, attemptId) is not { } attempt)
        {
            return Refusals.NotFound.Because("There is no attempt with this id.");
        }

        var administration = await new AdministrationStore(session).Find(staff.AgencyId, attempt.AdministrationNo);
        return await change(attempt, administration!);
    }
}
