using Assessment.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>Changes language or text size and goes back to the page.</summary>
[OpenPage("Language and text size are nobody's secret.")]
public sealed class LookModel : TakePage
{
    public IActionResult OnGet() => LocalRedirect("/take");

    public IActionResult OnPost(string? look, string? to)
    {
        Choose(look);
        return LocalRedirect(to?.StartsWith("/take", StringComparison.Ordinal) == true && Url.IsLocalUrl(to) ? to : "/take");
    }
}
