using System.Globalization;
using System.Reflection;
using System.Security.Claims;

namespace Assessment.Api.Security;

/// <summary>The member of staff behind a request: by key or signed in on the pages. The agency comes from there, never from the request.</summary>
/// <param name="AgencyId">The key's agency.</param>
/// <param name="Role">The key's role.</param>
/// <param name="KeyNo">The key's number within the agency, for the audit.</param>
internal sealed record Staff(int AgencyId, string Role, int KeyNo)
{
    public const string Scheme = "StaffKey";

    public static ValueTask<Staff?> BindAsync(HttpContext context, ParameterInfo _) => ValueTask.FromResult(From(context.User));

    public static Staff? From(ClaimsPrincipal user) =>
        user.Identity is { AuthenticationType: Scheme or StaffCookie.Scheme }
            ? new Staff(Callers.Number(user, Callers.Agency), user.FindFirstValue(ClaimTypes.Role)!, Callers.Number(user, Callers.Key))
            : null;
}

/// <summary>The participant behind a request: the holder of a ticket for one attempt.</summary>
/// <param name="AgencyId">The attempt's agency.</param>
/// <param name="AttemptNo">The attempt's number within the agency.</param>
/// <param name="AttemptId">The attempt's id at the border; the address must name the same.</param>
/// <param name="FormVersionNo">The form version the attempt is taken on.</param>
internal sealed record TicketHolder(int AgencyId, int AttemptNo, Guid AttemptId, int FormVersionNo)
{
    public const string Scheme = "Ticket";

    public static ValueTask<TicketHolder?> BindAsync(HttpContext context, ParameterInfo _) =>
        ValueTask.FromResult(context.Features.Get<TicketHolder>());
}

/// <summary>Claim names of the two kinds of caller.</summary>
internal static class Callers
{
    public const string Agency = "agency";
    public const string Key = "key";

    public static int Number(ClaimsPrincipal user, string claim) =>
        int.Parse(user.FindFirstValue(claim)!, CultureInfo.InvariantCulture);
}
