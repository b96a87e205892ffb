using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Assessment.Data;

namespace Assessment.Api.Security;

/// <summary>
/// Opens the files that wwwroot/take-files/handover.js seals: ECDH on P-256 with a key made for the file alone, HKDF (RFC 5869) with
/// SHA-256, AES-256-GCM. One key pair per installation, made when the first test page asks for it.
/// </summary>
internal sealed class HandoverSeal(Database database)
{
    private const string Schema = "assessment-handover/1";
    private const int SecretBytes = 32, NonceBytes = 12, TagBytes = 16;

    private volatile byte[]? known;

    /// <param name="Schema">Always assessment-handover/1.</param>
    /// <param name="Key">Public key made for this file, SubjectPublicKeyInfo.</param>
    /// <param name="Nonce">Twelve bytes.</param>
    /// <param name="Content">Encrypted, the tag at its end.</param>
    private sealed record Envelope(string? Schema, byte[]? Key, byte[]? Nonce, byte[]? Content);

    /// <summary>The key that devices seal for: SubjectPublicKeyInfo in base64url.</summary>
    public async Task<string> PublicKeyAsync(CancellationToken stop)
    {
        using var key = await KeyAsync(stop);
        return Base64Url.EncodeToString(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>What was sealed; null when it was not sealed for this installation, or changed since.</summary>
    public async Task<byte[]?> OpenAsync(byte[] file, CancellationToken stop)
    {
        using var key = await KeyAsync(stop);
        try
        {
            return JsonSerializer.Deserialize<Envelope>(file, JsonSerializerOptions.Web) is
                { Schema: Schema, Key: { } theirs, Nonce.Length: NonceBytes, Content.Length: >= TagBytes } envelope
                ? Open(key, theirs, envelope.Nonce, envelope.Content)
                : null;
        }
        catch (Exception fault) when (fault is JsonException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Open(ECDiffieHellman key, byte[] theirs, byte[] nonce, ReadOnlySpan<byte> content)
    {
        using var other = ECDiffieHellman.Create();
        other.ImportSubjectPublicKeyInfo(theirs, out _);
        var secret = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, key.DeriveRawSecretAgreement(other.PublicKey), SecretBytes, info: System.Text.Encoding.UTF8.GetBytes(Schema));
        using var cipher = new AesGcm(secret, TagBytes);
        var plain = new byte[content.Length - TagBytes];
        cipher.Decrypt(nonce, content[..^TagBytes], content[^TagBytes..], plain);
        return plain;
    }

    private async Task<ECDiffieHellman> KeyAsync(CancellationToken stop)
    {
        known ??= await database.ReadAsync(session => new HandoverKeyStore(session).Find(), stop) ?? await MakeAsync(stop);
        var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(known, out _);
        return key;
    }

    private Task<byte[]> MakeAsync(CancellationToken stop) => database.WriteAsync(async session =>
    {
        var store = new HandoverKeyStore(session);
        await store.Add(Secret.NewHandoverKey());
        return (await store.Find())!;
    }, stop);
}
