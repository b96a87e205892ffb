using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Data.Responses;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>What is answered and what is not; from here the test is handed in.</summary>
[OpenPage("The participant's ticket opens it.")]
public sealed class ReviewModel : TakePage
{
    internal Sitting? Sitting { get; private set; }

    internal TimeLeft Time => TimeLeft.Of(Sitting!, Clock.GetUtcNow(), Texts);

    /// <summary>Items without an answer.</summary>
    public int Open => Sitting!.Items.Count(item => !item.IsAnswered);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Sitting = await SitAsync(stop);
        return AwayFrom(Sitting) ?? (IActionResult)Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Sitting = await SitAsync(stop);
        if (Sitting is null or { Attempt.Waits: true }) return AwayFrom(Sitting)!;
        var answer = await StoredAsync(SubmitAttempt.Handle(
            Sitting.Holder.AttemptId, Sitting.Holder, Part<FormVersions>(), Part<ResponseWriter>(), Part<Presence>(), Clock, stop));
        return Took(answer) ? LocalRedirect("/take/receipt") : Page();
    }
}
