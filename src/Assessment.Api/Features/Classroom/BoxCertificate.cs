using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Assessment.Api.Hosting;

namespace Assessment.Api.Features.Classroom;

/// <summary>
/// The certificate that a classroom box makes for itself: ECDSA over P-256, good for seven days, for the names and addresses of
/// the machine. It is kept in a file of its owner, so that a restart shows the same one, and is installed nowhere.
/// </summary>
internal static class BoxCertificate
{
    private const int Days = 7;
    private static readonly TimeSpan ClockSlack = TimeSpan.FromHours(1), ShortestRest = TimeSpan.FromDays(1);
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>The certificate of the file while it lasts a day longer and covers every address; else a new one, kept in the file.</summary>
    /// <param name="file">Certificate and private key, PEM.</param>
    /// <param name="names">Host names.</param>
    /// <param name="addresses">Addresses by which devices reach the machine; loopback addresses are always covered.</param>
    /// <param name="now">Start of the seven days.</param>
    public static async Task<X509Certificate2> LoadOrMakeAsync(
        string file, IReadOnlyList<string> names, IReadOnlyList<IPAddress> addresses, DateTimeOffset now)
    {
        if (File.Exists(file) && Load(file) is { } kept)
        {
            if (kept.NotAfter.ToUniversalTime() > (now + ShortestRest).UtcDateTime && kept.NotBefore.ToUniversalTime() <= now.UtcDateTime && Covers(kept, addresses))
            {
                return kept;
            }

            kept.Dispose();
        }

        await PrivateFile.WriteAsync(file, Encoding.ASCII.GetBytes(MakePem(names, addresses, now)));
        return Load(file)!;
    }

    /// <summary>SHA-256 of the certificate, by which a person can compare it with what a browser shows.</summary>
    public static string Fingerprint(X509Certificate2 certificate) =>
        string.Join(':', SHA256.HashData(certificate.RawData).Select(one => one.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));

    private static string MakePem(IReadOnlyList<string> names, IReadOnlyList<IPAddress> addresses, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Assessment classroom box", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], critical: false));
        var subject = new SubjectAlternativeNameBuilder();
        foreach (var name in names.Append("localhost").Distinct(StringComparer.OrdinalIgnoreCase)) subject.AddDnsName(name);
        foreach (var address in addresses.Append(IPAddress.Loopback).Append(IPAddress.IPv6Loopback).Distinct()) subject.AddIpAddress(address);
        request.CertificateExtensions.Add(subject.Build());
        using var certificate = request.CreateSelfSigned(now - ClockSlack, (now - ClockSlack).AddDays(Days));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    private static bool Covers(X509Certificate2 certificate, IEnumerable<IPAddress> addresses) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateIPAddresses()).ToHashSet().IsSupersetOf(addresses);

    /// <summary>Null when the file holds no certificate with its key. Through PKCS #12, since Windows serves no key that is only in memory.</summary>
    private static X509Certificate2? Load(string file)
    {
        try
        {
            using var pem = X509Certificate2.CreateFromPemFile(file);
            return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException or ArgumentException)
        {
            return null;
        }
    }
}
