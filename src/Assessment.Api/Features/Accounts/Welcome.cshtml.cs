using Assessment.Api.Auditing;
using Assessment.Api.Features.Layout;
using Assessment.Api.Security;
using Assessment.Data;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Accounts;

/// <summary>A colleague chooses a password with the one-time code of an administrator, the first time or after forgetting it.</summary>
[OpenStaffPage("The one-time code opens it.")]
public sealed class WelcomeModel : PasswordPage
{
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var now = Clock.GetUtcNow();
        var invited = CodeHash is { } hash ? await Database.ReadAsync(session => new AccountStore(session).FindByInvite(hash, now), stop) : null;
        if (invited is null)
        {
            Refuse(CodeUnknown);
            return Page();
        }

        if (!PasswordIsGood(invited.SignInName)) return Page();
        var chosen = await Database.WriteAsync(session => ChooseAsync(session, invited, now), stop);
        await StaffCookie.SignInAsync(HttpContext, chosen);
        return LocalRedirect(StaffHome.Of(chosen.Role));
    }

    private async Task<AccountRow> ChooseAsync(Session session, AccountRow invited, DateTimeOffset now)
    {
        var accounts = new AccountStore(session);
        await accounts.SetPassword(invited.AgencyId, invited.KeyNo, PasswordCheck.Hash(Password!));
        await Audit.RecordAsync(session, new Staff(invited.AgencyId, invited.Role, invited.KeyNo), "choose.password", null, now);
        return (await accounts.Find(invited.AgencyId, invited.KeyNo))!;
    }
}
