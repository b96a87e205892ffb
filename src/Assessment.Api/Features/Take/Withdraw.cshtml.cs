using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>A participant takes consent back.</summary>
[OpenPage("Join code and roster token open it.")]
public sealed class WithdrawModel : TakePage
{
    [BindProperty]
    public string? JoinCode { get; set; }

    [BindProperty]
    public string? Token { get; set; }

    /// <summary>How many decisions were taken back; null before.</summary>
    public int? Withdrawn { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var answer = await StoredAsync(WithdrawConsent.Handle(new WithdrawConsent.Request(JoinCode ?? "", Token ?? ""), Database, Clock, stop));
        if (Took(answer, out WithdrawConsent.Answer taken)) Withdrawn = taken.Withdrawn;
        return Page();
    }
}
