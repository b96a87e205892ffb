using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>The door: the six letters on the wall.</summary>
[OpenPage("The join code opens it.")]
public sealed class TakeModel : TakePage
{
    [BindProperty]
    public string? JoinCode { get; set; }

    /// <summary>Whether this device holds a ticket.</summary>
    public bool Running { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => Running = await SitAsync(stop) is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var typed = JoinCode?.Trim() ?? "";
        if (!Took(await OpenDoor.Handle(new OpenDoor.Request(typed, Look.Language), Database, Clock, stop))) return Page();
        TakeCookies.PutDoor(HttpContext, new DoorPass(typed, await VisitAsync(typed, stop)));
        return LocalRedirect("/take/notice");
    }

    /// <summary>Somebody else takes the device, or the person is done with it.</summary>
    public IActionResult OnPostLeave()
    {
        TakeCookies.Forget(HttpContext);
        return LocalRedirect("/take");
    }

    /// <summary>The same door again is the same visit, so that a person goes on with the attempt of this device, until it is handed in.</summary>
    private async Task<Guid> VisitAsync(string joinCode, CancellationToken stop)
    {
        var same = TakeCookies.DoorOf(HttpContext) is { } door && string.Equals(door.JoinCode, joinCode, StringComparison.OrdinalIgnoreCase) ? door : null;
        return same is null || await SitAsync(stop) is { Attempt.Submitted: true } ? Secret.NewId() : same.Visit;
    }
}
