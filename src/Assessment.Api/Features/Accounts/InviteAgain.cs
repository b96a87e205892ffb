using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Accounts;

/// <summary>A new one-time code for somebody who forgot the password or let the first code lapse. The old password works until another is chosen.</summary>
internal static class InviteAgain
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/accounts/{account:int}/invite", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Accounts")
        .WithSummary("Makes a new one-time code for an account, with which its person chooses a new password.");

    [Audited("invite.account")]
    internal static async Task<Results<Ok<AddAccount.Answer>, ProblemHttpResult>> Handle(
        int account, Staff staff, Database database, TimeProvider clock, IOptions<AccountOptions> options, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var invited = await database.WriteAsync(async session =>
        {
            if (await new AccountStore(session).Find(staff.AgencyId, account) is not { RevokedAt: null })
            {
                return Refusals.NotFound.Because("This agency has no working account with this number.");
            }

            var answer = await RenewAsync(session, staff.AgencyId, account, now.AddHours(options.Value.InviteHours));
            await Audit.RecordAsync(session, staff, "invite.account", null, now);
            return (Result<AddAccount.Answer>)answer;
        }, stop);
        return invited.ToOk();
    }

    /// <summary>A new one-time code in place of the open one.</summary>
    internal static async Task<AddAccount.Answer> RenewAsync(Session session, int agencyId, int account, DateTimeOffset until)
    {
        var code = Secret.NewInvite();
        await new AccountStore(session).Invite(agencyId, account, Secret.Hash(Code.ReadRosterToken(code)!), until);
        return new AddAccount.Answer(account, code, until);
    }
}
