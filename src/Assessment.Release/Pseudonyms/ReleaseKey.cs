using System.Security.Cryptography;

namespace Assessment.Release.Pseudonyms;

/// <summary>
/// The secret of one file of one release: 32 random bytes that live in memory and are zeroed when disposed, after which
/// nobody can go back from a pseudonym to a person. Never written anywhere. Another file needs another key.
/// </summary>
public sealed class ReleaseKey : IDisposable
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    private readonly byte[] secret = GC.AllocateArray<byte>(Length, pinned: true);
    private bool disposed;

    private ReleaseKey()
    {
    }

    /// <summary>A key from the system's cryptographic generator.</summary>
    public static ReleaseKey Create() => Create(RandomNumberGenerator.Fill);

    /// <summary>A key from a random source that fills 32 bytes.</summary>
    public static ReleaseKey Create(Action<Span<byte>> randomSource)
    {
        ArgumentNullException.ThrowIfNull(randomSource);
        var key = new ReleaseKey();
        randomSource(key.secret);
        return key;
    }

    /// <summary>HMAC-SHA-256 of a message under the key; 32 bytes.</summary>
    /// <exception cref="ObjectDisposedException">The key was destroyed.</exception>
    internal byte[] Authenticate(ReadOnlySpan<byte> message)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return HMACSHA256.HashData(secret, message);
    }

    /// <summary>Destroys the key.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(secret);
        disposed = true;
    }
}
