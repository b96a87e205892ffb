using Assessment.Api.Problems;
using Assessment.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Assessment.Api.Security;

/// <summary>Who may call an endpoint. An endpoint that says nothing is closed: the fallback policy demands a role that nobody has.</summary>
internal static class AccessRules
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, StaffKeyHandler>(Staff.Scheme, null)
            .AddScheme<AuthenticationSchemeOptions, TicketHandler>(TicketHolder.Scheme, null)
            .AddCookie(StaffCookie.Scheme, StaffCookie.Configure);
        services.AddSingleton<TicketGate>();
        services.AddSingleton<IPolicyEvaluator, TicketPolicyEvaluator>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessProblems>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder(Staff.Scheme).RequireRole("nobody").Build());
    }

    /// <summary>Only keys of these roles.</summary>
    public static RouteHandlerBuilder RequireStaff(this RouteHandlerBuilder endpoint, params string[] roles) =>
        endpoint.RequireAuthorization(new AuthorizationPolicyBuilder(Staff.Scheme).RequireAuthenticatedUser().RequireRole(roles).Build())
            .WithMetadata(new WhoMayCall($"staff: {string.Join(", ", roles)}"));

    /// <summary>Only the holder of the attempt's ticket.</summary>
    public static RouteHandlerBuilder RequireTicket(this RouteHandlerBuilder endpoint) =>
        endpoint.RequireAuthorization(new AuthorizationPolicyBuilder(TicketHolder.Scheme).RequireAuthenticatedUser().Build())
            .WithMetadata(new WhoMayCall("participant: ticket of this attempt"));

    /// <summary>Everybody, because the body itself carries what opens the door, or because there is nothing to protect.</summary>
    public static RouteHandlerBuilder OpenToAll(this RouteHandlerBuilder endpoint, string why) =>
        endpoint.AllowAnonymous().WithMetadata(new WhoMayCall($"everybody: {why}"));
}

/// <summary>Endpoint metadata for the API page and the test that walks all endpoints.</summary>
internal sealed record WhoMayCall(string Words);

/// <summary>401 and 403 as problems; the reason for a 401 is not told apart, so that keys cannot be probed.</summary>
internal sealed class AccessProblems : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        // Routing answers 405 and 415 by endpoints of its own making, which hold nothing and have no policy; no endpoint holds nothing either.
        if (authorizeResult.Succeeded || context.GetEndpoint() is not RouteEndpoint)
        {
            await next(context);
        }
        else if (policy.AuthenticationSchemes.Contains(StaffCookie.Scheme))
        {
            await (authorizeResult.Forbidden ? context.ForbidAsync(StaffCookie.Scheme) : context.ChallengeAsync(StaffCookie.Scheme));
        }
        else if (authorizeResult.Forbidden)
        {
            await Refusals.RoleMissing.Because("Ask the agency's administrator for a key of another role.").ToProblem().ExecuteAsync(context);
        }
        else
        {
            await TypedResults.Problem(
                statusCode: StatusCodes.Status401Unauthorized,
                title: "A valid key or ticket is needed",
                detail: "Send \"Authorization: Bearer <staff key>\" or \"Authorization: Ticket <ticket>\".").ExecuteAsync(context);
        }
    }
}
