using Assessment.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Layout;

/// <summary>Changes the language of the staff's pages and goes back to the page.</summary>
[OpenStaffPage("The language is nobody's secret.")]
public sealed class LanguageModel : UseCasePage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? language, string? to)
    {
        StaffLanguage.Keep(HttpContext, language);
        return LocalRedirect(Url.IsLocalUrl(to) ? to : "/");
    }
}
