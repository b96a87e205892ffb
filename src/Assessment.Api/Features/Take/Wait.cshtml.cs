using Assessment.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>Who has joined a held test waits here for its start; the script looks every few seconds, without it a button does.</summary>
[OpenPage("The participant's ticket opens it.")]
public sealed class WaitModel : TakePage
{
    internal Sitting? Sitting { get; private set; }

    /// <summary>Whether the test was closed before it started.</summary>
    public bool Ended => Sitting!.Attempt.EndsAt <= Clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Sitting = await SitAsync(stop);
        return Sitting switch
        {
            null => ToDoor(),
            { Attempt.Waits: false } => LocalRedirect("/take/test"),
            _ => Page(),
        };
    }
}
