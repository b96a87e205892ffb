using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Assessment.Data;
using Microsoft.AspNetCore.Authentication;
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
internal sealed class TicketHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Database database, TicketCache known)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Ticket ";
    private static readonly ClaimsPrincipal Holder = new(new ClaimsIdentity([], TicketHolder.Scheme));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return AuthenticateResult.NoResult();
        }

        if (TicketText.Read(header[Prefix.Length..]) is not { } ticket || await FindAsync(ticket) is not { } holder)
        {
            return AuthenticateResult.Fail("The ticket is unknown or has expired.");
        }

        Context.Features.Set(holder);
        return AuthenticateResult.Success(new AuthenticationTicket(Holder, TicketHolder.Scheme));
    }

    private async ValueTask<TicketHolder?> FindAsync(TicketText ticket)
    {
        if (known.Find(ticket) is { } holder)
        {
            return holder;
        }

        var now = TimeProvider.GetUtcNow();
        var row = await database.ReadAsync(
            session => new AttemptStore(session).FindByTicket(Secret.Hash(ticket.Secret), now), Context.RequestAborted);
        return row is null || row.AgencyId != ticket.AgencyId || row.AttemptNo != ticket.AttemptNo
            ? null
            : known.Keep(ticket, new TicketHolder(row.AgencyId, row.AttemptNo, row.AttemptId, row.FormVersionNo));
    }
}

/// <summary>Tickets found within the last minute, 100,000 at the most.</summary>
internal sealed class TicketCache : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    public TicketHolder? Find(TicketText ticket) => cache.Get<TicketHolder>(ticket);

    public TicketHolder Keep(TicketText ticket, TicketHolder holder) =>
        cache.Set(ticket, holder, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Life });

    public void Dispose() => cache.Dispose();
}
