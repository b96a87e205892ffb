using Assessment.Api.Features.Layout;
using Assessment.Api.Security;

namespace Assessment.Api.Features.Accounts;

/// <summary>Says that a page is for another role.</summary>
[OpenStaffPage("It says only that another page is closed.")]
public sealed class NotAllowedModel : UseCasePage
{
    public string Home => SignedIn is { } staff ? StaffHome.Of(staff.Role) : "/sign-in";

    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
