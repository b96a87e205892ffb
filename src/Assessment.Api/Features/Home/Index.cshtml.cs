using Assessment.Api.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assessment.Api.Features.Home;

/// <summary>The first page.</summary>
[OpenStaffPage("It says what the service is and holds no data.")]
public sealed class IndexModel : PageModel;
