using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assessment.Api.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Testing;

/// <summary>The file of answers as a device seals it, written a second time from the same description (docs/delivery.md).</summary>
internal static class SealedFile
{
    private const string Schema = "assessment-handover/1";

    /// <summary>Answers of an attempt, sealed for the installation that gave it.</summary>
    public static Task<byte[]> OfAsync(AssessmentApplication application, AssessmentApplicationAttempt attempt, params object[] answers) =>
        OfAsync(application, new { attempt = attempt.Id, ticket = attempt.Ticket, device = "tablet", answers });

    /// <summary>Any content, sealed for an installation.</summary>
    public static async Task<byte[]> OfAsync(AssessmentApplication application, object content) =>
        Seal(await application.Services.GetRequiredService<HandoverSeal>().PublicKeyAsync(default), JsonSerializer.SerializeToUtf8Bytes(content));

    private static byte[] Seal(string publicKey, byte[] content)
    {
        using var theirs = ECDiffieHellman.Create();
        theirs.ImportSubjectPublicKeyInfo(Base64Url.DecodeFromChars(publicKey), out _);
        using var ours = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, ours.DeriveRawSecretAgreement(theirs.PublicKey), 32, info: Encoding.UTF8.GetBytes(Schema));
        var (nonce, tag, encrypted) = (RandomNumberGenerator.GetBytes(12), new byte[16], new byte[content.Length]);
        using var cipher = new AesGcm(key, tag.Length);
        cipher.Encrypt(nonce, content, encrypted, tag);
        return JsonSerializer.SerializeToUtf8Bytes(new { schema = Schema, key = ours.ExportSubjectPublicKeyInfo(), nonce, content = (byte[])[.. encrypted, .. tag] });
    }
}
