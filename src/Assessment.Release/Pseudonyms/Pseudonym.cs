using System.Buffers.Binary;
using System.Text;

namespace Assessment.Release.Pseudonyms;

/// <summary>What a pseudonym stands for.</summary>
internal enum PseudonymKind
{
    Officer,
    Agency,
    Class,
    Event,
}

/// <summary>
/// Codes that differ from release to release: prefix and 16 Crockford base-32 characters of the first 10 bytes, big-endian,
/// of HMAC-SHA-256(key, "ledta/v1/" kind "/" release "/" id). Without the key a code says nothing, not even to someone who
/// has the list of all ids.
/// </summary>
internal static class Pseudonym
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 16;
    private const int BitsPerCharacter = 5;

    public static string Of(ReleaseKey key, PseudonymKind kind, string release, Guid id)
    {
        var (word, prefix) = kind switch
        {
            PseudonymKind.Officer => ("officer", "O-"),
            PseudonymKind.Agency => ("agency", "A-"),
            PseudonymKind.Class => ("class", "C-"),
            _ => ("event", "E-"),
        };
        var digest = key.Authenticate(Encoding.UTF8.GetBytes($"ledta/v1/{word}/{release}/{id:D}"));
        return prefix + Base32(digest);
    }

    private static string Base32(ReadOnlySpan<byte> digest)
    {
        var bits = ((UInt128)BinaryPrimitives.ReadUInt64BigEndian(digest) << 16) | BinaryPrimitives.ReadUInt16BigEndian(digest[8..]);
        return string.Create(Characters, bits, static (text, value) =>
        {
            for (var i = text.Length - 1; i >= 0; i--, value >>= BitsPerCharacter)
            {
                text[i] = Alphabet[(int)(value & 31)];
            }
        });
    }
}
