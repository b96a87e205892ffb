using Assessment.Api.Features.Layout;
using Assessment.Api.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Accounts;

/// <summary>Signs staff in with name and password.</summary>
[OpenStaffPage("Name and password open it.")]
public sealed class SignInModel : UseCasePage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Page of this site to go to afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var now = Clock.GetUtcNow();
        var signedIn = await PasswordCheck.SignInAsync(
            Database, AddAccount.NameOf(Name), Password ?? "", now, stop);
        if (signedIn.IsRefused)
        {
            Refuse(signedIn.Refusal!);
            return Page();
        }

        await StaffCookie.SignInAsync(HttpContext, signedIn.Value);
        return LocalRedirect(Url.IsLocalUrl(To) ? To : StaffHome.Of(signedIn.Value.Role));
    }
}

/// <summary>Signs staff out.</summary>
[OpenStaffPage("Signing out needs no right.")]
public sealed class SignOutModel : UseCasePage
{
    public IActionResult OnGet() => LocalRedirect("/sign-in");

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(StaffCookie.Scheme);
        return LocalRedirect("/sign-in");
    }
}
