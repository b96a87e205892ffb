using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Take;

/// <summary>Another device goes on with an attempt.</summary>
[OpenPage("Move code and roster token open it.")]
public sealed class ContinueModel : TakePage
{
    [BindProperty]
    public string? MoveCode { get; set; }

    [BindProperty]
    public string? Token { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var answer = await StoredAsync(ContinueAttempt.Handle(
            new ContinueAttempt.Request(MoveCode ?? "", Token ?? ""), Database, Clock, Part<IOptions<AttemptOptions>>(), stop));
        if (!Took(answer, out ContinueAttempt.Answer carried)) return Page();
        TakeCookies.PutTicket(HttpContext, carried.Ticket);
        return LocalRedirect("/take/test");
    }
}
