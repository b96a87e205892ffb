namespace Assessment.Data;

/// <summary>A classroom box: where its bundles are known by.</summary>
public sealed record BoxRow
{
    /// <summary>The agency whose classes it carries.</summary>
    public int AgencyId { get; init; }

    /// <summary>Random id; the head of its bundles names it.</summary>
    public Guid BoxId { get; init; }

    /// <summary>Key material, 32 bytes, of the encryption of bundles on the way home.</summary>
    public byte[] Secret { get; init; } = [];

    /// <summary>Public half of the key that signs its bundles, SubjectPublicKeyInfo.</summary>
    public byte[] VerifyKey { get; init; } = [];

    /// <summary>Private half, PKCS #8; null where the box's classes are at home.</summary>
    public byte[]? SigningKey { get; init; }

    /// <summary>When the class was given away.</summary>
    public DateTimeOffset MadeAt { get; init; }
}

/// <summary>Classroom boxes that classes were carried to; on a box, the box itself.</summary>
public sealed class BoxStore(Session session)
{
    private const string Boxes = "SELECT agency_id, box_id, secret, verify_key, signing_key, made_at FROM classroom_box ";

    /// <summary>Adds a box; one that is there stays as it is.</summary>
    public Task Add(BoxRow box) => session.Execute(
        """
        INSERT INTO classroom_box (agency_id, box_id, secret, verify_key, signing_key, made_at)
        VALUES (@AgencyId, @BoxId, @Secret, @VerifyKey, @SigningKey, @MadeAt)
        ON CONFLICT (box_id) DO NOTHING
        """,
        box);

    /// <summary>The box with this id, of whichever agency: the head of a bundle names no agency.</summary>
    public Task<BoxRow?> Find(Guid boxId) => session.Find<BoxRow>(Boxes + "WHERE box_id = @boxId", new { boxId });

    /// <summary>What this database itself signs with for an agency; null when it is no box.</summary>
    public Task<BoxRow?> Own(int agencyId) => session.Find<BoxRow>(
        Boxes + "WHERE agency_id = @agencyId AND signing_key IS NOT NULL ORDER BY made_at DESC, box_id LIMIT 1", new { agencyId });
}
