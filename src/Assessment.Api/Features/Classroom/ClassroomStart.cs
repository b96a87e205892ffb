using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Assessment.Api.Features.Accounts;
using Assessment.Api.Features.Agencies;
using Assessment.Data;
using Assessment.Domain.People;
using Microsoft.Data.Sqlite;

namespace Assessment.Api.Features.Classroom;

/// <summary>What a classroom box is started with.</summary>
/// <param name="Box">That it is one, and where.</param>
/// <param name="Port">HTTPS port, on all addresses of the machine.</param>
/// <param name="Certificate">Its own certificate.</param>
/// <param name="Addresses">Addresses of the machine, the best one first.</param>
internal sealed record ClassroomSettings(ClassroomBox Box, int Port, X509Certificate2 Certificate, IReadOnlyList<LocalAddress> Addresses);

/// <summary>Starts a classroom box: address, certificate, the trainer's key, and what the screen says.</summary>
internal static class ClassroomStart
{
    private const int CodeHours = 72;

    /// <summary>Finds the address and makes the certificate.</summary>
    /// <param name="connection">The database; the certificate is kept beside its file.</param>
    /// <param name="port">HTTPS port; 0 takes a free one.</param>
    /// <param name="address">Address that the room is told; null takes the likeliest.</param>
    /// <param name="now">When.</param>
    public static async Task<ClassroomSettings> PrepareAsync(string connection, int port, IPAddress? address, DateTimeOffset now)
    {
        var all = LocalAddress.OfMachine();
        var chosen = address ?? (all.Count > 0 ? all[0].Address : IPAddress.Loopback);
        var host = Dns.GetHostName();
        var certificate = await BoxCertificate.LoadOrMakeAsync(
            CertificateFile(connection), [host, host + ".local"], [.. all.Select(one => one.Address).Append(chosen).Distinct()], now);
        var open = port == 0 ? FreePort() : port;
        return new ClassroomSettings(new ClassroomBox(true, new UriBuilder("https", chosen.ToString(), open).Uri), open, certificate, all);
    }

    /// <summary>A first trainer's key for each agency that has no key yet; the rest of the keys are made with an administrator's, where there is one.</summary>
    public static Task<IReadOnlyList<(string Agency, string Secret)>> FirstTrainerKeysAsync(Database database, DateTimeOffset now, CancellationToken stop) =>
        MakeAsync(
            database,
            async (session, agencyId) => (await new KeyStore(session).List(agencyId)).Count > 0
                ? null
                : await AddKey.CreateAsync(session, agencyId, Role.Trainer, "Trainer at the box", now),
            stop);

    /// <summary>
    /// One-time codes with which the trainer of each carried class chooses a password for the pages: one at every start until it was used.
    /// </summary>
    public static Task<IReadOnlyList<(string Agency, string Secret)>> TrainerCodesAsync(Database database, DateTimeOffset now, CancellationToken stop) =>
        MakeAsync(database, (session, agencyId) => CodeAsync(session, agencyId, now), stop);

    /// <summary>Makes something for each agency whose class was carried here, where it is needed.</summary>
    private static Task<IReadOnlyList<(string Agency, string Secret)>> MakeAsync(
        Database database, Func<Session, int, Task<string?>> make, CancellationToken stop) =>
        database.WriteAsync(async session =>
        {
            var made = new List<(string, string)>();
            foreach (var agency in await new AgencyStore(session).List())
            {
                // Other agencies are here as owners of shared tests only; nobody signs in for them.
                if (await new BoxStore(session).Own(agency.AgencyId) is not null && await make(session, agency.AgencyId) is { } secret)
                {
                    made.Add((agency.Name, secret));
                }
            }

            return (IReadOnlyList<(string, string)>)made;
        }, stop);

    private static async Task<string?> CodeAsync(Session session, int agencyId, DateTimeOffset now)
    {
        var accounts = await new AccountStore(session).List(agencyId);
        if (accounts.Any(account => account.PasswordHash is not null)) return null;
        var until = now.AddHours(CodeHours);
        if (accounts.Count > 0) return (await InviteAgain.RenewAsync(session, agencyId, accounts[0].KeyNo, until)).Code;
        var name = await new AccountStore(session).FindByName("trainer") is null ? "trainer" : $"trainer-{agencyId}";
        return (await AddAccount.AddAsync(session, agencyId, new AddAccount.Request(name, "Trainer at the box", Role.Trainer), now, until)).Code;
    }

    /// <summary>What the screen says: where the room goes, and what it can and cannot survive.</summary>
    public static string Screen(ClassroomSettings settings, bool colours)
    {
        var address = settings.Box.Address!.ToString();
        var others = settings.Addresses.Where(one => !address.Contains(one.Address.ToString(), StringComparison.Ordinal))
            .Select(one => $"  {one.Address} ({one.Network}{(one.HasGateway ? "" : ", no gateway")})").ToList();
        return $"""
            Classroom box. The room opens {address}
            {(colours ? JoinAddress.Terminal(address) : "")}
            {(others.Count == 0 ? "This machine has no other address." : $"Other addresses of this machine (--address takes one):\n{string.Join('\n', others)}")}

            The certificate is this machine's own, good until {settings.Certificate.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm} UTC. Browsers warn of it; SHA-256 fingerprint:
            {BoxCertificate.Fingerprint(settings.Certificate)}

            Survives: this program or machine stopping (every acknowledged answer is on its disk; start it again on the same file),
              a device losing the network while its page stays open (answers queue there and are sent later), a dead phone (move code).
            Does not survive: a page closed or reloaded while there is no network, unless the device trusts the certificate: browsers
              keep no page for offline use from a certificate they do not trust. Leave pages open until the receipt is shown.
            """;
    }

    private static string CertificateFile(string connection)
    {
        var sqlite = connection.Contains('=', StringComparison.Ordinal) ? null : connection;
        if (sqlite is null && !connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            sqlite = new SqliteConnectionStringBuilder(connection).DataSource;
        }

        return (sqlite ?? "assessment") + ".certificate.pem";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
