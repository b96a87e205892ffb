using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
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

    /// <summary>The door with the person's token; null when the person has begun already or not been at the door.</summary>
    private protected DoorPass? Pass => TakeCookies.DoorOf(HttpContext) is { Token: not null } pass ? pass : null;

    /// <summary>Where a page leads that is not the person's turn.</summary>
    private protected LocalRedirectResult Elsewhere() => LocalRedirect(TakeCookies.TicketOf(Request) is null ? "/take/notice" : "/take/test");

    /// <summary>
    /// Begins the attempt, keeps its code and ticket and forgets token and code; shows why not when it is refused. Whoever presses again
    /// after a failure begins nothing twice.
    /// </summary>
    private protected async Task<IActionResult> StartAsync(DoorPass pass, CancellationToken stop)
    {
        var answer = await StoredAsync(StartAttempt.Handle(
            RequestOf(pass), Database, Part<FormVersions>(), Clock, Part<IOptions<AttemptOptions>>(), stop));
        if (!Took(answer, out StartAttempt.Answer started)) return Page();
        if (pass.Code is { } code && !Took(await StoredAsync(PutAsync(started, code, stop)))) return Page();
        TakeCookies.PutTicket(HttpContext, started.Ticket);
        TakeCookies.PutDoor(HttpContext, new DoorPass(pass.JoinCode, pass.Visit));
        return LocalRedirect("/take/test");
    }

    private async Task<Results<NoContent, ProblemHttpResult>> PutAsync(StartAttempt.Answer started, PutCode.Request code, CancellationToken stop)
    {
        var holder = await Part<TicketGate>().HolderAsync(started.Ticket, stop);
        return await PutCode.Handle(started.AttemptId, code, holder!, Part<FormVersions>(), Database, stop);
    }
}
