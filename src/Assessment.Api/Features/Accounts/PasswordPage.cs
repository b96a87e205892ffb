using Assessment.Api.Features.Layout;
using Assessment.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Accounts;

/// <summary>A page on which somebody chooses a password with a one-time code.</summary>
public abstract class PasswordPage : UseCasePage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>SHA-256 of the code as read; null when it is no code.</summary>
    private protected byte[]? CodeHash => Domain.People.Code.ReadRosterToken(Code) is { } read ? Security.Secret.Hash(read) : null;

    private protected static Refusal CodeUnknown => Refusals.InviteUnknown.Because("Check each letter, or ask for a new code.");

    /// <summary>True when the password may be used and was typed twice the same.</summary>
    private protected bool PasswordIsGood(string signInName)
    {
        if (Domain.People.Password.Fault(Password, signInName) is { } fault)
        {
            ModelState.AddModelError(nameof(Password), Text.Told(fault).Text);
            return Refuse(Refusals.PasswordWeak.Because(fault));
        }

        if (Password == Again) return true;
        ModelState.AddModelError(nameof(Again), Text["The two passwords differ."]);
        return Refuse(Refusals.PasswordWeak.Because("The two passwords differ; type the same one twice."));
    }
}
