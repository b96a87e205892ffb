using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Assessment.Data;

/// <summary>Something somebody did, or was refused.</summary>
public sealed record AuditRow
{
    /// <summary>Agency whose data were touched.</summary>
    public int AgencyId { get; init; }

    /// <summary>Order in the agency's chain, from 1, without gaps; given by the store.</summary>
    public int SequenceNo { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Staff key such as "key 4.2", "participant" or "system".</summary>
    public string Actor { get; init; } = "";

    /// <summary>Role acted in.</summary>
    public string Role { get; init; } = "";

    /// <summary>verb.noun, such as open.administration.</summary>
    public string Action { get; init; } = "";

    /// <summary>Random id of the thing; null when none.</summary>
    public string? ObjectId { get; init; }

    /// <summary>done, or the code of the refusal.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Reason given, where one is asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>Hash of the entry before; given by the store.</summary>
    public string PreviousHash { get; init; } = "";

    /// <summary>Hash of this entry; given by the store.</summary>
    public string Hash { get; init; } = "";
}

/// <summary>
/// The audit chain of each agency: append-only, each entry's hash is SHA-256(previous hash ‖ canonical JSON of the entry), so
/// that a changed or missing entry breaks every later one. An entry belongs to the transaction of what it tells.
/// </summary>
public sealed class AuditStore(Session session)
{
    private static readonly string FirstHash = new('0', 64);

    private const string Entries =
        """
        SELECT agency_id, sequence_no, at, actor, role, action, object_id, outcome, reason, previous_hash, hash
        FROM audit_entry

        """;

    /// <summary>Appends an entry and answers its place in the chain. Entries of one agency wait for each other.</summary>
    public async Task<int> Append(AuditRow entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var sequenceNo = await session.NextNumber(entry.AgencyId, "audit_entry");
        var previous = await session.Find<string>(
            "SELECT hash FROM audit_entry WHERE agency_id = @AgencyId AND sequence_no = @sequenceNo - 1",
            new { entry.AgencyId, sequenceNo });
        var linked = entry with { SequenceNo = sequenceNo, PreviousHash = previous ?? FirstHash };
        await session.Execute(
            """
            INSERT INTO audit_entry (agency_id, sequence_no, at, actor, role, action, object_id, outcome, reason, previous_hash, hash)
            VALUES (@AgencyId, @SequenceNo, @At, @Actor, @Role, @Action, @ObjectId, @Outcome, @Reason, @PreviousHash, @Hash)
            """,
            linked with { Hash = HashOf(linked) });
        return sequenceNo;
    }

    /// <summary>All entries of an agency in order.</summary>
    public Task<IReadOnlyList<AuditRow>> List(int agencyId) =>
        session.List<AuditRow>(Entries + "WHERE agency_id = @agencyId ORDER BY sequence_no", new { agencyId });

    /// <summary>Hash of the newest entry of an agency; null when there is none.</summary>
    public Task<string?> Head(int agencyId) => session.Find<string>(
        "SELECT hash FROM audit_entry WHERE agency_id = @agencyId ORDER BY sequence_no DESC LIMIT 1", new { agencyId });

    /// <summary>
    /// The first place of an agency's chain that does not hold: an entry was changed, or the one that belongs there is missing,
    /// entries cut off at the end included (the counter knows how many there were). Null when the chain holds.
    /// </summary>
    public async Task<int?> FirstBroken(int agencyId)
    {
        var previous = FirstHash;
        var expected = 1;
        foreach (var entry in await List(agencyId))
        {
            if (entry.SequenceNo != expected || entry.PreviousHash != previous || entry.Hash != HashOf(entry))
            {
                return expected;
            }

            previous = entry.Hash;
            expected++;
        }

        var next = await session.Find<int?>(
            "SELECT next_value FROM id_counter WHERE agency_id = @agencyId AND noun = 'audit_entry'",
            new { agencyId }) ?? 1;
        return next == expected ? null : expected;
    }

    /// <summary>Canonical JSON: keys sorted, no blanks, nulls written, time with six decimals, everything beyond ASCII escaped.</summary>
    private static string HashOf(AuditRow entry)
    {
        var json = JsonSerializer.Serialize(new SortedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["action"] = entry.Action,
            ["actor"] = entry.Actor,
            ["agencyId"] = entry.AgencyId,
            ["at"] = TypeHandlers.Text(entry.At),
            ["objectId"] = entry.ObjectId,
            ["outcome"] = entry.Outcome,
            ["reason"] = entry.Reason,
            ["role"] = entry.Role,
            ["sequenceNo"] = entry.SequenceNo,
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.PreviousHash + json)));
    }
}
