namespace Assessment.Data;

/// <summary>The installation's key pair for answer files.</summary>
public sealed class HandoverKeyStore(Session session)
{
    /// <summary>The private key, PKCS #8; null before the first was made.</summary>
    public Task<byte[]?> Find() => session.Find<byte[]>("SELECT private_key FROM handover_key WHERE key_no = 1");

    /// <summary>Keeps the key unless there is one; files may be under way that are sealed for that.</summary>
    public Task Add(byte[] privateKey) => session.Execute(
        "INSERT INTO handover_key (key_no, private_key) VALUES (1, @privateKey) ON CONFLICT (key_no) DO NOTHING",
        new { privateKey });
}
