namespace Assessment.Data;

/// <summary>A staff key. The secret itself is nowhere.</summary>
public sealed record KeyRow
{
    /// <summary>The agency it acts for.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number within the agency.</summary>
    public int KeyNo { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] SecretHash { get; init; } = [];

    /// <summary>operator, agency-admin, trainer, supervisor, evaluator or privacy-officer.</summary>
    public string Role { get; init; } = "";

    /// <summary>Whose key it is.</summary>
    public string Label { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stopped to work; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>Staff keys.</summary>
public sealed class KeyStore(Session session)
{
    private const string Keys = "SELECT agency_id, key_no, secret_hash, role, label, created_at, revoked_at FROM api_key ";

    /// <summary>Adds a key and answers its number; operators' keys belong to agency 0.</summary>
    public async Task<int> Add(KeyRow key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var keyNo = await session.NextNumber(key.AgencyId, "api_key");
        await session.Execute(
            """
            INSERT INTO api_key (agency_id, key_no, secret_hash, role, label, created_at)
            VALUES (@AgencyId, @KeyNo, @SecretHash, @Role, @Label, @CreatedAt)
            """,
            key with { KeyNo = keyNo });
        return keyNo;
    }

    /// <summary>The key with this number, revoked or not.</summary>
    public Task<KeyRow?> Find(int agencyId, int keyNo) =>
        session.Find<KeyRow>(Keys + "WHERE agency_id = @agencyId AND key_no = @keyNo", new { agencyId, keyNo });

    /// <summary>All keys of an agency by number.</summary>
    public Task<IReadOnlyList<KeyRow>> List(int agencyId) =>
        session.List<KeyRow>(Keys + "WHERE agency_id = @agencyId ORDER BY key_no", new { agencyId });

    /// <summary>Stops a key; false when it is unknown or stopped already.</summary>
    public async Task<bool> Revoke(int agencyId, int keyNo, DateTimeOffset revokedAt) => await session.Execute(
        "UPDATE api_key SET revoked_at = @revokedAt WHERE agency_id = @agencyId AND key_no = @keyNo AND revoked_at IS NULL",
        new { agencyId, keyNo, revokedAt }) == 1;
}
