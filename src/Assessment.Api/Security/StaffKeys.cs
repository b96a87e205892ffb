using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Assessment.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Security;

/// <summary>A staff key as written: "agency.key.secret". The numbers find the row, the secret proves it; only its hash is stored.</summary>
internal readonly record struct StaffKey(int AgencyId, int KeyNo, string Secret)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AgencyId}.{KeyNo}.{Secret}");

    public static StaffKey? Read(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var agency)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            && parts[2].Length is > 20 and < 100
            ? new StaffKey(agency, key, parts[2])
            : null;
    }
}

/// <summary>Signs staff in by "Authorization: Bearer agency.key.secret".</summary>
internal sealed class StaffKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Database database)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return AuthenticateResult.NoResult();
        }

        if (StaffKey.Read(header[Prefix.Length..]) is not { } key)
        {
            return AuthenticateResult.Fail("The key is not of the form agency.key.secret.");
        }

        var stored = await database.ReadAsync(session => new KeyStore(session).Find(key.AgencyId, key.KeyNo), Context.RequestAborted);
        return stored is { RevokedAt: null } && CryptographicOperations.FixedTimeEquals(stored.SecretHash, Secret.Hash(key.Secret))
            ? AuthenticateResult.Success(new AuthenticationTicket(Principal(key, stored.Role), Staff.Scheme))
            : AuthenticateResult.Fail("The key is unknown or revoked.");
    }

    private static ClaimsPrincipal Principal(StaffKey key, string role) => new(new ClaimsIdentity(
        [
            new Claim(Callers.Agency, key.AgencyId.ToString(CultureInfo.InvariantCulture)),
            new Claim(Callers.Key, key.KeyNo.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Role, role),
        ], Staff.Scheme));
}
