using System.Security.Cryptography;
using System.Text;

namespace Assessment.Api.Security;

/// <summary>Which way a bundle goes.</summary>
internal enum BundleWay : byte
{
    /// <summary>From the main server to a classroom box; a passphrase opens it.</summary>
    Out = (byte)'O',

    /// <summary>From the box home; the box's secret opens it.</summary>
    Home = (byte)'H',
}

/// <summary>Words for the two ways.</summary>
internal static class BundleWays
{
    /// <summary>out, or home.</summary>
    public static string Word(this BundleWay way) => way == BundleWay.Out ? "out" : "home";
}

/// <summary>A bundle as read, before it is opened.</summary>
internal sealed record SealedBundle(BundleWay Way, Guid Box, byte[] File);

/// <summary>
/// The envelope of a bundle: encrypted with AES-256-GCM, the head as associated data, and signed with ECDSA over P-256 and
/// SHA-256. In bytes: magic, way (1), box id (16), salt (16), nonce (12), ciphertext, tag (16), signature (64).
/// </summary>
/// <remarks>
/// The key of a bundle out is PBKDF2-HMAC-SHA-256 of its passphrase with 600,000 rounds (OWASP, 2023), that of a bundle home
/// HKDF-SHA-256 of the box's secret; the salt makes either another one for each bundle.
/// </remarks>
internal static class BundleSeal
{
    private const int SaltBytes = 16, NonceBytes = 12, TagBytes = 16, SignatureBytes = 64, KeyBytes = 32, Rounds = 600_000;

    private static readonly byte[] Magic = "assessment-bundle/1\n"u8.ToArray();

    private static int WayAt => Magic.Length;

    private static int BoxAt => WayAt + 1;

    private static int SaltAt => BoxAt + 16;

    private static int NonceAt => SaltAt + SaltBytes;

    private static int ContentAt => NonceAt + NonceBytes;

    /// <summary>Closes a bundle.</summary>
    /// <param name="way">Which way it goes.</param>
    /// <param name="box">The box.</param>
    /// <param name="secret">Passphrase as compared, or the box's secret.</param>
    /// <param name="signer">The box's signing key.</param>
    /// <param name="content">What it holds.</param>
    public static byte[] Close(BundleWay way, Guid box, byte[] secret, ECDsa signer, byte[] content)
    {
        var file = new byte[ContentAt + content.Length + TagBytes + SignatureBytes];
        Magic.CopyTo(file, 0);
        file[WayAt] = (byte)way;
        box.TryWriteBytes(file.AsSpan(BoxAt));
        Secret.NewSalt(SaltBytes + NonceBytes).CopyTo(file, SaltAt);
        using (var cipher = Cipher(way, secret, file))
        {
            cipher.Encrypt(file.AsSpan(NonceAt, NonceBytes), content, file.AsSpan(ContentAt, content.Length), file.AsSpan(ContentAt + content.Length, TagBytes), Head(file));
        }

        signer.SignData(Signed(file), HashAlgorithmName.SHA256).CopyTo(file, file.Length - SignatureBytes);
        return file;
    }

    /// <summary>Reads the head; null when the file is no bundle.</summary>
    public static SealedBundle? Read(byte[] file) =>
        file.Length >= ContentAt + TagBytes + SignatureBytes && file.AsSpan().StartsWith(Magic) && Enum.IsDefined((BundleWay)file[WayAt])
            ? new SealedBundle((BundleWay)file[WayAt], new Guid(file.AsSpan(BoxAt, 16)), file)
            : null;

    /// <summary>What it holds; null when the secret is another one or a byte was changed.</summary>
    public static byte[]? Open(SealedBundle bundle, byte[] secret)
    {
        var file = bundle.File;
        var content = new byte[file.Length - ContentAt - TagBytes - SignatureBytes];
        try
        {
            using var cipher = Cipher(bundle.Way, secret, file);
            cipher.Decrypt(file.AsSpan(NonceAt, NonceBytes), file.AsSpan(ContentAt, content.Length), file.AsSpan(ContentAt + content.Length, TagBytes), content, Head(file));
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Whether the box with this public key (SubjectPublicKeyInfo) signed it.</summary>
    public static bool IsSignedBy(SealedBundle bundle, byte[] verifyKey)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(verifyKey, out _);
        return key.VerifyData(Signed(bundle.File), bundle.File.AsSpan(bundle.File.Length - SignatureBytes), HashAlgorithmName.SHA256);
    }

    /// <summary>A passphrase as it is compared; null when what was typed is none.</summary>
    public static byte[]? Passphrase(string? typed) =>
        Domain.People.Code.ReadRosterToken(typed) is { } read ? Encoding.UTF8.GetBytes(read) : null;

    private static ReadOnlySpan<byte> Head(byte[] file) => file.AsSpan(0, ContentAt);

    private static ReadOnlySpan<byte> Signed(byte[] file) => file.AsSpan(0, file.Length - SignatureBytes);

    private static AesGcm Cipher(BundleWay way, byte[] secret, byte[] file)
    {
        var salt = file.AsSpan(SaltAt, SaltBytes);
        var key = new byte[KeyBytes];
        if (way == BundleWay.Out)
        {
            Rfc2898DeriveBytes.Pbkdf2(secret, salt, key, Rounds, HashAlgorithmName.SHA256);
        }
        else
        {
            HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt, Magic);
        }

        return new AesGcm(key, TagBytes);
    }
}
