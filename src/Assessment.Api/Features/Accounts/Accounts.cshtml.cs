using Assessment.Api.Features.Agencies;
using Assessment.Api.Features.Layout;
using Assessment.Api.Security;
using Assessment.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Accounts;

/// <summary>An administrator's list of the agency's accounts.</summary>
[StaffPage(Domain.People.Role.AgencyAdmin)]
public sealed class AccountsModel : UseCasePage
{
    private IOptions<AccountOptions> Options => Part<IOptions<AccountOptions>>();

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? SignInName { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    public IReadOnlyList<AccountRow> Accounts { get; private set; } = [];

    /// <summary>What a new key for a program is for.</summary>
    [BindProperty]
    public string? Program { get; set; }

    /// <summary>A new key's text, shown once.</summary>
    public string? Key { get; private set; }

    internal AddAccount.Answer? Invited { get; private set; }

    public string WelcomeAddress => $"{Request.Scheme}://{Request.Host}/welcome";

    public bool IsOwn(AccountRow account) => account.KeyNo == Staff.KeyNo;

    public string StateOf(AccountRow account) => account switch
    {
        { RevokedAt: not null } => Text["stopped"],
        { InviteUntil: { } until } when until > Clock.GetUtcNow() => Text["code not used yet"],
        { PasswordHash: null } => Text["code lapsed"],
        _ => Text["works"],
    };

    public Task OnGetAsync(CancellationToken stop) => ListAsync(stop);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken stop)
    {
        var request = new AddAccount.Request(SignInName?.Trim() ?? "", Label?.Trim() ?? "", Role ?? "");
        if (Keeps(request) && Took(await AddAccount.Handle(request, Staff, Database, Clock, Options, stop), out AddAccount.Answer added))
        {
            Invited = added;
            ModelState.Clear();
            (Label, SignInName) = (null, null);
        }

        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostKeyAsync(CancellationToken stop)
    {
        var request = new AddKey.Request(Domain.People.Role.AgencyAdmin, Program?.Trim() ?? "");
        ModelState.Clear();
        if (Keeps(request)) Key = (await AddKey.Handle(request, Staff, Database, Clock, stop)).Value!.Key;
        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostInviteAsync(int account, CancellationToken stop)
    {
        if (Took(await InviteAgain.Handle(account, Staff, Database, Clock, Options, stop), out AddAccount.Answer invited)) Invited = invited;
        ModelState.Clear();
        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostStopAsync(int account, CancellationToken stop)
    {
        Took(await StopAccount.Handle(account, Staff, Database, Clock, stop));
        ModelState.Clear();
        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        await ListAsync(stop);
        return Page();
    }

    private async Task ListAsync(CancellationToken stop) =>
        Accounts = await Database.ReadAsync(session => new AccountStore(session).List(Staff.AgencyId), stop);
}
