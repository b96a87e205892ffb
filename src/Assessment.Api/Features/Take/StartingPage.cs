using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Take;

/// <summary>A page from which an attempt begins, or goes on when this device began it.</summary>
public abstract class StartingPage : TakePage
{
    internal override string? Trouble =>
        Problem?.Detail == StartAttempt.NoticeChanged.Reason ? Texts.NoticeChanged
        : Problem?.Extensions["code"] as string == Refusals.AdministrationClosed.Code ? Texts.StartClosed
        : base.Trouble;

    /// <summary>The attempt's id follows from visit and token: however often the form is sent, it is one attempt.</summary>
    private protected StartAttempt.Request RequestOf(DoorPass pass) => new(
        Secret.AttemptId(pass.Visit, pass.Token!), pass.JoinCode, pass.Token!, TakeCookies.DeviceOf(HttpContext), pass.Consent, pass.Language, pass.NoticeVersion);

    /// <summary>Begins the attempt, keeps its ticket and forgets the token; shows why not when it is refused.</summary>
    private protected async Task<IActionResult> StartAsync(DoorPass pass, CancellationToken stop)
    {
        var answer = await StoredAsync(StartAttempt.Handle(
            RequestOf(pass), Database, Part<FormVersions>(), Clock, Part<IOptions<AttemptOptions>>(), stop));
        if (!Took(answer, out StartAttempt.Answer started)) return Page();
        TakeCookies.PutTicket(HttpContext, started.Ticket);
        TakeCookies.PutDoor(HttpContext, new DoorPass(pass.JoinCode, pass.Visit));
        return LocalRedirect("/take/test");
    }
}
