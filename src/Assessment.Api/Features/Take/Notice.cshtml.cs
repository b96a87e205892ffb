using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>Who will see what; the decision about consent and the token.</summary>
[OpenPage("The join code, kept sealed on the device, opens it.")]
public sealed class NoticeModel : StartingPage
{
    [BindProperty]
    public string? Token { get; set; }

    [BindProperty]
    public string? Consent { get; set; }

    [BindProperty]
    public string? NoticeVersion { get; set; }

    internal OpenDoor.Answer? Door { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        TakeCookies.DoorOf(HttpContext) is { } pass && await ShowAsync(pass, stop) ? Page() : LocalRedirect("/take");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (TakeCookies.DoorOf(HttpContext) is not { } pass || !await ShowAsync(pass, stop)) return LocalRedirect("/take");
        pass = pass with
        {
            Token = Code.ReadRosterToken(Token) ?? "",
            Consent = Consent is "granted" or "refused" ? Consent : null,
            Language = Look.Language,
            NoticeVersion = NoticeVersion,
            Waits = Door!.Waits,
        };
        var found = await StartAttempt.CheckAsync(RequestOf(pass), Database, Clock.GetUtcNow(), stop);
        if (found.IsRefused)
        {
            Refuse(found.Refusal!);
            return Page();
        }

        if (found.Value.GoesOn) return await StartAsync(pass, stop);
        TakeCookies.PutDoor(HttpContext, pass with { AsksCode = found.Value.AsksCode });
        return LocalRedirect(found.Value.AsksCode ? "/take/code" : "/take/practice");
    }

    /// <summary>Reads the door; false when its code opens none any more.</summary>
    private async Task<bool> ShowAsync(DoorPass pass, CancellationToken stop)
    {
        Took(await OpenDoor.Handle(new OpenDoor.Request(pass.JoinCode, Look.Language), Database, Clock, stop), out OpenDoor.Answer door);
        Door = door;
        return door is not null;
    }
}
