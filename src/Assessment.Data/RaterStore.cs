namespace Assessment.Data;

/// <summary>Somebody who rates.</summary>
public sealed record RaterRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int RaterNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid RaterId { get; init; }

    /// <summary>supervisor, trainer, coder or records.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Staff key the rater signs in with; null when ratings are entered for the rater.</summary>
    public int? KeyNo { get; init; }

    /// <summary>Whose number it is.</summary>
    public string Label { get; init; } = "";
}

/// <summary>Raters of an agency.</summary>
public sealed class RaterStore(Session session)
{
    private const string Raters = "SELECT agency_id, rater_no, rater_id, kind, key_no, label FROM rater ";

    /// <summary>Adds a rater and answers the number. A key that is another rater's is a unique violation.</summary>
    public async Task<int> Add(RaterRow rater)
    {
        ArgumentNullException.ThrowIfNull(rater);
        var raterNo = await session.NextNumber(rater.AgencyId, "rater");
        await session.Execute(
            "INSERT INTO rater (agency_id, rater_no, rater_id, kind, key_no, label) VALUES (@AgencyId, @RaterNo, @RaterId, @Kind, @KeyNo, @Label)",
            rater with { RaterNo = raterNo });
        return raterNo;
    }

    /// <summary>The agency's rater with this id.</summary>
    public Task<RaterRow?> Find(int agencyId, Guid raterId) =>
        session.Find<RaterRow>(Raters + "WHERE agency_id = @agencyId AND rater_id = @raterId", new { agencyId, raterId });

    /// <summary>The rater who signs in with a key; null when the key is no rater's.</summary>
    public Task<RaterRow?> FindByKey(int agencyId, int keyNo) =>
        session.Find<RaterRow>(Raters + "WHERE agency_id = @agencyId AND key_no = @keyNo", new { agencyId, keyNo });

    /// <summary>The raters of an agency by number.</summary>
    public Task<IReadOnlyList<RaterRow>> List(int agencyId) =>
        session.List<RaterRow>(Raters + "WHERE agency_id = @agencyId ORDER BY rater_no", new { agencyId });
}
