namespace Assessment.Data;

/// <summary>A key that was made after its form was published.</summary>
public sealed record ItemKeyRow
{
    /// <summary>The form version.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>The item.</summary>
    public int ItemNo { get; init; }

    /// <summary>Goes on from the keys in the form's content.</summary>
    public int KeyVersion { get; init; }

    /// <summary>mean-weight, consensus or proportion-endorsement.</summary>
    public string Method { get; init; } = "";

    /// <summary>0 to 1 per option, canonical JSON.</summary>
    public string Weights { get; init; } = "";

    /// <summary>The ratings it was made from, canonical JSON.</summary>
    public string Panel { get; init; } = "";

    /// <summary>SHA-256 of the panel, lower-case hex.</summary>
    public string PanelHash { get; init; } = "";

    /// <summary>Why it was made.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Staff key of the instrument's owner.</summary>
    public int KeyNo { get; init; }
}

/// <summary>
/// Keys made after publication; the content of a form version never changes. Whoever writes a score sheet reads them with
/// <see cref="HeldForScoring"/>, whoever makes one calls <see cref="Lock"/> first: so no sheet is written under a key that is no
/// longer the newest.
/// </summary>
public sealed class ItemKeyStore(Session session)
{
    private const string Keys =
        """
        SELECT form_version_no, item_no, key_version, method, weights, panel, panel_hash, reason, made_at, key_no
        FROM item_key WHERE form_version_no = @formVersionNo ORDER BY item_no, key_version
        """;

    /// <summary>Adds a key; a version that is there already is a unique violation.</summary>
    public Task Add(ItemKeyRow key) => session.Execute(
        """
        INSERT INTO item_key (form_version_no, item_no, key_version, method, weights, panel, panel_hash, reason, made_at, key_no)
        VALUES (@FormVersionNo, @ItemNo, @KeyVersion, @Method, @Weights, @Panel, @PanelHash, @Reason, @MadeAt, @KeyNo)
        """,
        key);

    /// <summary>All keys of a form version that its content does not hold, by item and version.</summary>
    public Task<IReadOnlyList<ItemKeyRow>> List(int formVersionNo) => session.List<ItemKeyRow>(Keys, new { formVersionNo });

    /// <summary>The same keys; nobody makes another one until the transaction ends.</summary>
    public async Task<IReadOnlyList<ItemKeyRow>> HeldForScoring(int formVersionNo)
    {
        await Hold(formVersionNo, "FOR SHARE");
        return await List(formVersionNo);
    }

    /// <summary>Until the transaction ends nobody else makes a key of the form version or scores by its keys.</summary>
    public Task Lock(int formVersionNo) => Hold(formVersionNo, "FOR NO KEY UPDATE");

    /// <summary>SQLite has one writer at a time, who holds everything.</summary>
    private async Task Hold(int formVersionNo, string strength)
    {
        if (session.Dialect == Dialect.PostgreSql)
        {
            await session.Value<int>(
                $"SELECT form_version_no FROM form_version WHERE form_version_no = @formVersionNo {strength}", new { formVersionNo });
        }
    }
}
