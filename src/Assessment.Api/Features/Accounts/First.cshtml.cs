using Assessment.Api.Auditing;
using Assessment.Api.Features.Agencies;
using Assessment.Api.Features.Layout;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Accounts;

/// <summary>The first administrator enters agency and account with the code that the service printed at its start.</summary>
[OpenStaffPage("The code that the service printed opens it.")]
public sealed class FirstModel : PasswordPage
{
    /// <summary>The printed code acts as the operator whose installation it is.</summary>
    private static readonly Staff Installation = new(0, Role.Operator, 1);

    [BindProperty]
    public string? Agency { get; set; }

    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? SignInName { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var first = Part<FirstCode>();
        if (CodeHash is not { } hash || !first.Is(hash))
        {
            Refuse(CodeUnknown);
            return Page();
        }

        var state = State?.Trim().ToUpperInvariant();
        var agency = new AddAgency.Request(Agency?.Trim() ?? "", "law-enforcement", null, state, null, null, null);
        var account = new AddAccount.Request(SignInName?.Trim() ?? "", Label?.Trim() ?? "", Role.AgencyAdmin);
        if (!Keep(agency, account, state) || !PasswordIsGood(account.SignInName)) return Page();
        var now = Clock.GetUtcNow();
        var added = await Database.WriteAsync(session => AddAsync(session, agency, account, now), stop);
        first.Forget();
        await StaffCookie.SignInAsync(HttpContext, added);
        return LocalRedirect(StaffHome.Of(added.Role));
    }

    private bool Keep(AddAgency.Request agency, AddAccount.Request account, string? state)
    {
        var kept = Keeps(agency) & Keeps(account);
        foreach (var fault in ModelState["Name"]?.Errors.ToList() ?? [])
        {
            ModelState.AddModelError(nameof(Agency), fault.ErrorMessage);
        }

        if (StateTimeZone.Of(state) != "UTC") return kept;
        ModelState.AddModelError(nameof(State), Text["The two letters of a State or territory, such as OH."]);
        return false;
    }

    private async Task<AccountRow> AddAsync(Session session, AddAgency.Request agency, AddAccount.Request account, DateTimeOffset now)
    {
        var id = Secret.NewId();
        var agencyId = await AddAgency.AddAsync(session, agency, StateTimeZone.Of(agency.State), id, now);
        var added = await AddAccount.AddAsync(session, agencyId, account, now, now);
        var accounts = new AccountStore(session);
        await accounts.SetPassword(agencyId, added.Account, PasswordCheck.Hash(Password!));
        await Audit.RecordAsync(session, Installation, "add.agency", id, now);
        return (await accounts.Find(agencyId, added.Account))!;
    }
}
