using System.Net;
using System.Security.Cryptography.X509Certificates;
using Assessment.Api.Features.Classroom;

namespace Assessment.Api.Tests.Features.Classroom;

/// <summary>The certificate that a box makes for itself.</summary>
public sealed class BoxCertificateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly IPAddress Wlan = IPAddress.Parse("192.168.17.4"), Six = IPAddress.Parse("fd00::17");

    private string file = "";

    [SetUp]
    public void NewFile() => file = Path.Combine(Path.GetTempPath(), $"assessment_box_{Guid.NewGuid():N}.pem");

    [TearDown]
    public void RemoveFile() => File.Delete(file);

    [Test]
    public async Task It_names_the_machine_lasts_seven_days_and_may_only_serve()
    {
        using var made = await MakeAsync();
        var names = made.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        names.EnumerateDnsNames().Should().Equal("laptop", "laptop.local", "localhost");
        names.EnumerateIPAddresses().Should().Equal(Wlan, Six, IPAddress.Loopback, IPAddress.IPv6Loopback);
        (made.NotAfter - made.NotBefore).Should().Be(TimeSpan.FromDays(7));
        made.NotBefore.ToUniversalTime().Should().Be(Now.AddHours(-1).UtcDateTime, "the clocks of the room differ");
        made.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority.Should().BeFalse("it must not vouch for others");
        made.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>()
            .Should().ContainSingle().Which.Value.Should().Be("1.3.6.1.5.5.7.3.1");
        made.GetECDsaPublicKey()!.ExportParameters(false).Curve.Oid.FriendlyName.Should().BeOneOf("nistP256", "ECDSA_P256");
    }

    [Test]
    public async Task A_restart_shows_the_same_and_only_the_owner_may_read_it()
    {
        using var made = await MakeAsync();
        using var again = await MakeAsync(Now.AddDays(5));
        again.Thumbprint.Should().Be(made.Thumbprint);
        again.HasPrivateKey.Should().BeTrue();
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Test]
    public async Task One_that_ends_soon_or_lacks_an_address_or_cannot_be_read_is_made_anew()
    {
        using var made = await MakeAsync();
        using var late = await MakeAsync(Now.AddDays(6));
        late.Thumbprint.Should().NotBe(made.Thumbprint, "it would have ended within a day");
        using var moved = await BoxCertificate.LoadOrMakeAsync(file, ["laptop"], [IPAddress.Parse("10.0.0.9")], Now.AddDays(6));
        moved.Thumbprint.Should().NotBe(late.Thumbprint, "the laptop is in another network");
        await File.WriteAllTextAsync(file, "no certificate");
        using var mended = await MakeAsync();
        mended.HasPrivateKey.Should().BeTrue();
    }

    private Task<X509Certificate2> MakeAsync(DateTimeOffset? now = null) => BoxCertificate.LoadOrMakeAsync(file, ["laptop", "laptop.local"], [Wlan, Six], now ?? Now);
}
