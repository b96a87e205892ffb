using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Assessment.Domain.People;

namespace Assessment.Api.Security;

/// <summary>The one place where secrets and random ids are made. Secrets are stored as SHA-256 only: they have 80 to 256 random bits.</summary>
internal static class Secret
{
    /// <summary>A random id for the border (UUID version 4).</summary>
    public static Guid NewId() => Guid.NewGuid();

    /// <summary>The id of the attempt that a token begins in one visit at the door: the same when a form is sent twice (UUID version 8).</summary>
    public static Guid AttemptId(Guid visit, string token)
    {
        var id = Hash($"{visit:N}/{token}")[..16];
        id[6] = (byte)(0x80 | (id[6] & 0x0f));
        id[8] = (byte)(0x80 | (id[8] & 0x3f));
        return new Guid(id, bigEndian: true);
    }

    /// <summary>256 random bits for a staff key.</summary>
    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>128 random bits for a ticket.</summary>
    public static string NewTicket() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>A roster token as printed.</summary>
    public static string NewRosterToken() => Code.RosterToken(RandomNumberGenerator.GetBytes(10));

    /// <summary>A one-time code with which a person of staff chooses a password; written as a roster token is.</summary>
    public static string NewInvite() => NewRosterToken();

    /// <summary>A join code.</summary>
    public static string NewJoinCode() => Code.JoinCode(RandomNumberGenerator.GetBytes(Code.JoinLength));

    /// <summary>A receipt that a participant can write down; it proves nothing about the score.</summary>
    public static string NewReceipt() => Code.RosterToken(RandomNumberGenerator.GetBytes(10))[..9];

    /// <summary>Start of a generator that deals forms or orders items; unguessable, and stored so that the same order can be shown again.</summary>
    public static long NewSeed() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8));

    /// <summary>80 random bits that a person carries beside a bundle, in four groups; read like a roster token.</summary>
    public static string NewPassphrase() => NewRosterToken();

    /// <summary>256 random bits that bundles of a classroom box are encrypted with.</summary>
    public static byte[] NewBoxSecret() => RandomNumberGenerator.GetBytes(32);

    /// <summary>Random bytes that make each bundle's encryption another one.</summary>
    public static byte[] NewSalt(int bytes) => RandomNumberGenerator.GetBytes(bytes);

    /// <summary>A private key on the curve P-256, PKCS #8, that answer files are sealed for.</summary>
    public static byte[] NewHandoverKey()
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    /// <summary>What is stored instead of a secret.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
