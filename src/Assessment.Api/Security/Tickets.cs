using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Assessment.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Security;

/// <summary>A ticket as written: "agency.attempt.secret".</summary>
internal readonly record struct TicketText(int AgencyId, int AttemptNo, string Secret)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AgencyId}.{AttemptNo}.{Secret}");

    public static TicketText? Read(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var agency)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
            && parts[2].Length is > 20 and < 40
            ? new TicketText(agency, attempt, parts[2])
            : null;
    }
}

/// <summary>
/// Signs participants in by "Authorization: Ticket agency.attempt.secret". A ticket that was found stays known for a minute,
/// so that saving thirty answers reads it once; whether the attempt still takes answers is checked with each save.
/// </summary>
internal sealed class TicketGate(Database database, TimeProvider clock) : IDisposable
{
    private const string Prefix = "Ticket ";
    private const int MostKnown = 100_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private static readonly AuthenticateResult
        NoTicket = AuthenticateResult.NoResult(),
        Unknown = AuthenticateResult.Fail("The ticket is unknown or has expired."),
        Holder = AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([], TicketHolder.Scheme)), TicketHolder.Scheme));

    /// <summary>Holders by the header they sent.</summary>
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MostKnown });

    /// <summary>Who holds the ticket of a request; the holder itself is a feature of the request then.</summary>
    public async ValueTask<AuthenticateResult> SignInAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return NoTicket;
        }

        if ((known.Get<TicketHolder>(header) ?? await FindAsync(header, context.RequestAborted)) is not { } holder)
        {
            return Unknown;
        }

        context.Features.Set(holder);
        return Holder;
    }

    /// <summary>Who holds a ticket, as written; null when it is unknown or has expired.</summary>
    public async ValueTask<TicketHolder?> HolderAsync(string ticket, CancellationToken stop) =>
        known.Get<TicketHolder>(Prefix + ticket) ?? await FindAsync(Prefix + ticket, stop);

    public void Dispose() => known.Dispose();

    private async Task<TicketHolder?> FindAsync(string header, CancellationToken stop)
    {
        if (TicketText.Read(header[Prefix.Length..]) is not { } ticket)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var row = await database.ReadAsync(session => new AttemptStore(session).FindByTicket(Secret.Hash(ticket.Secret), now), stop);
        return row is null || row.AgencyId != ticket.AgencyId || row.AttemptNo != ticket.AttemptNo
            ? null
            : known.Set(
                header,
                new TicketHolder(row.AgencyId, row.AttemptNo, row.AttemptId, row.FormVersionNo),
                new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Life });
    }
}

/// <summary>The scheme of tickets, for whoever asks for it by name.</summary>
internal sealed class TicketHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TicketGate gate)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => gate.SignInAsync(Context).AsTask();
}

/// <summary>
/// Evaluates the policy of participants' addresses (a ticket, and nothing beside it) without a handler, scope and log of its
/// own per request: with those, signing in cost more than the save. Every other policy is the framework's to evaluate.
/// </summary>
internal sealed class TicketPolicyEvaluator(IAuthorizationService authorization, TicketGate gate) : IPolicyEvaluator
{
    private readonly PolicyEvaluator others = new(authorization);

    public Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context) =>
        IsTicketAlone(policy) ? gate.SignInAsync(context).AsTask() : others.AuthenticateAsync(policy, context);

    public Task<PolicyAuthorizationResult> AuthorizeAsync(
        AuthorizationPolicy policy, AuthenticateResult authenticationResult, HttpContext context, object? resource) =>
        IsTicketAlone(policy)
            ? Task.FromResult(authenticationResult.Succeeded ? PolicyAuthorizationResult.Success() : PolicyAuthorizationResult.Challenge())
            : others.AuthorizeAsync(policy, authenticationResult, context, resource);

    private static bool IsTicketAlone(AuthorizationPolicy policy) =>
        policy is { AuthenticationSchemes: [TicketHolder.Scheme], Requirements: [DenyAnonymousAuthorizationRequirement] };
}
