using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Accounts;

/// <summary>Stops an account for good: whoever is signed in with it is out with the next request. What it did stays in the audit.</summary>
internal static class StopAccount
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/accounts/{account:int}/stop", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Accounts")
        .WithSummary("Stops an account of the own agency; one's own cannot be stopped.");

    [Audited("stop.account")]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        int account, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (account == staff.KeyNo)
        {
            return Refusals.RequestContradicts.Because("An agency must not lose its last administrator; another one can stop this account.").ToProblem();
        }

        var now = clock.GetUtcNow();
        var stopped = await database.WriteAsync(async session =>
        {
            if (await new AccountStore(session).Find(staff.AgencyId, account) is null || !await new KeyStore(session).Revoke(staff.AgencyId, account, now))
            {
                return Refusals.NotFound.Because("This agency has no working account with this number.");
            }

            await Audit.RecordAsync(session, staff, "stop.account", null, now);
            return (Result<bool>)true;
        }, stop);
        return stopped.IsRefused ? stopped.Refusal!.ToProblem() : TypedResults.NoContent();
    }
}
