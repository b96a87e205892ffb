using System.Security.Cryptography;
using System.Text;
using Assessment.Api.Security;

namespace Assessment.Api.Tests.Features.Bundles;

/// <summary>The envelope of a bundle: what was changed does not open.</summary>
public sealed class BundleSealTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("What is inside. ", 60)));
    private static readonly byte[] BoxSecret = RandomNumberGenerator.GetBytes(32);
    private static readonly Guid Box = Guid.NewGuid();

    private ECDsa signer = null!;

    [OneTimeSetUp]
    public void MakeKey() => signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [OneTimeTearDown]
    public void DropKey() => signer.Dispose();

    [Test]
    public void What_was_closed_opens_with_its_secret_and_is_signed()
    {
        var file = BundleSeal.Close(BundleWay.Home, Box, BoxSecret, signer, Content);
        var read = BundleSeal.Read(file)!;
        (read.Way, read.Box).Should().Be((BundleWay.Home, Box));
        BundleSeal.Open(read, BoxSecret).Should().Equal(Content);
        BundleSeal.IsSignedBy(read, signer.ExportSubjectPublicKeyInfo()).Should().BeTrue();
        Encoding.UTF8.GetString(file).Should().NotContain("What is inside");
    }

    [Test]
    public void Any_changed_byte_breaks_the_signature_and_all_but_its_own_bytes_the_encryption()
    {
        var file = BundleSeal.Close(BundleWay.Home, Box, BoxSecret, signer, Content);
        for (var i = 0; i < file.Length; i++)
        {
            file[i] ^= 1;
            if (BundleSeal.Read(file) is { } read)
            {
                BundleSeal.IsSignedBy(read, signer.ExportSubjectPublicKeyInfo()).Should().BeFalse("byte {0} was changed", i);
                if (i < file.Length - 64) BundleSeal.Open(read, BoxSecret).Should().BeNull("byte {0} was changed", i);
            }

            file[i] ^= 1;
        }
    }

    [Test]
    public void Any_cut_is_noticed()
    {
        var file = BundleSeal.Close(BundleWay.Home, Box, BoxSecret, signer, Content);
        for (var length = 0; length < file.Length; length += 53)
        {
            if (BundleSeal.Read(file[..length]) is { } read) BundleSeal.IsSignedBy(read, signer.ExportSubjectPublicKeyInfo()).Should().BeFalse();
        }
    }

    [Test]
    public void Another_secret_another_box_and_another_key_do_not_fit()
    {
        var read = BundleSeal.Read(BundleSeal.Close(BundleWay.Home, Box, BoxSecret, signer, Content))!;
        BundleSeal.Open(read, RandomNumberGenerator.GetBytes(32)).Should().BeNull();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        BundleSeal.IsSignedBy(read, other.ExportSubjectPublicKeyInfo()).Should().BeFalse();
    }

    [Test]
    public void A_passphrase_opens_however_it_is_typed_and_no_other_does()
    {
        var passphrase = Secret.NewPassphrase();
        var file = BundleSeal.Close(BundleWay.Out, Box, BundleSeal.Passphrase(passphrase)!, signer, Content);
        BundleSeal.Open(BundleSeal.Read(file)!, BundleSeal.Passphrase(passphrase.Replace('-', ' ').ToLowerInvariant())!).Should().Equal(Content);
        BundleSeal.Open(BundleSeal.Read(file)!, BundleSeal.Passphrase(Secret.NewPassphrase())!).Should().BeNull();
        BundleSeal.Passphrase("a password").Should().BeNull();
    }

    [Test]
    public void The_same_content_is_another_file_each_time() =>
        BundleSeal.Close(BundleWay.Home, Box, BoxSecret, signer, Content).Should().NotEqual(BundleSeal.Close(BundleWay.Home, Box, BoxSecret, signer, Content));
}
