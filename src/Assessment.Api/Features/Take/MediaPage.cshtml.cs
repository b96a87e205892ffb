using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>A picture, video or captions of the form, for the device's ticket.</summary>
[OpenPage("The participant's ticket opens it.")]
public sealed class MediaModel : TakePage
{
    public async Task<IActionResult> OnGetAsync(string path, CancellationToken stop)
    {
        if (await Sitting.HolderAsync(HttpContext, stop) is not { } holder) return NotFound();
        var answer = await ShowMedia.Handle(holder.AttemptId, path, holder, Database, stop);
        if (answer.Result is not FileContentHttpResult file) return NotFound();
        // It is shown with several items; it never changes and says nothing about the person.
        Response.Headers.CacheControl = "private, max-age=3600";
        return new FileContentResult(file.FileContents.ToArray(), file.ContentType) { EnableRangeProcessing = true };
    }
}
