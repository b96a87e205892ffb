namespace Assessment.Data;

/// <summary>A test, scale, checklist or rubric as an idea.</summary>
public sealed record InstrumentRow
{
    /// <summary>Number inside; given by the store.</summary>
    public int InstrumentNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid InstrumentId { get; init; }

    /// <summary>Agency that may change it.</summary>
    public int OwnerAgencyId { get; init; }

    /// <summary>Stable short name, unique for the owner.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>Full name.</summary>
    public string Title { get; init; } = "";

    /// <summary>knowledge-test, scale, follow-up-checklist or rubric.</summary>
    public string Kind { get; init; } = "";

    /// <summary>training or research; fixed at creation.</summary>
    public string Plane { get; init; } = "";

    /// <summary>none, or objectives: what a participant is told after the last form of a wave.</summary>
    public string Feedback { get; init; } = "none";

    /// <summary>True when every agency may give its published forms.</summary>
    public bool Shared { get; init; }

    /// <summary>Curriculum whose objectives its items name; null when none.</summary>
    public int? CurriculumNo { get; init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Instruments. "Visible" to an agency are its own and the shared ones.</summary>
public sealed class InstrumentStore(Session session)
{
    private const string Instruments =
        """
        SELECT instrument_no, instrument_id, owner_agency_id, identifier, title, kind, feedback, plane, shared, curriculum_no, created_at
        FROM instrument

        """;

    /// <summary>Adds an instrument and answers its number. A name the owner has already is a unique violation.</summary>
    public async Task<int> Add(InstrumentRow instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        var instrumentNo = await session.NextNumber(0, "instrument");
        await session.Execute(
            """
            INSERT INTO instrument (instrument_no, instrument_id, owner_agency_id, identifier, title, kind, feedback, plane, shared, curriculum_no, created_at)
            VALUES (@InstrumentNo, @InstrumentId, @OwnerAgencyId, @Identifier, @Title, @Kind, @Feedback, @Plane, @Shared, @CurriculumNo, @CreatedAt)
            """,
            instrument with { InstrumentNo = instrumentNo });
        return instrumentNo;
    }

    /// <summary>Sets the feedback policy; false when the agency does not own the instrument.</summary>
    public async Task<bool> SetFeedback(int ownerAgencyId, int instrumentNo, string feedback) => await session.Execute(
        "UPDATE instrument SET feedback = @feedback WHERE owner_agency_id = @ownerAgencyId AND instrument_no = @instrumentNo",
        new { ownerAgencyId, instrumentNo, feedback }) == 1;

    /// <summary>The instrument with this number.</summary>
    public Task<InstrumentRow?> Find(int instrumentNo) =>
        session.Find<InstrumentRow>(Instruments + "WHERE instrument_no = @instrumentNo", new { instrumentNo });

    /// <summary>The instrument with this id, when the agency may see it.</summary>
    public Task<InstrumentRow?> FindVisible(int agencyId, Guid instrumentId) => session.Find<InstrumentRow>(
        Instruments + "WHERE instrument_id = @instrumentId AND (owner_agency_id = @agencyId OR shared)",
        new { agencyId, instrumentId });

    /// <summary>The owner's instrument with this name.</summary>
    public Task<InstrumentRow?> FindByName(int ownerAgencyId, string identifier) => session.Find<InstrumentRow>(
        Instruments + "WHERE owner_agency_id = @ownerAgencyId AND identifier = @identifier",
        new { ownerAgencyId, identifier });

    /// <summary>The instruments an agency may see, by number.</summary>
    public Task<IReadOnlyList<InstrumentRow>> ListVisible(int agencyId) => session.List<InstrumentRow>(
        Instruments + "WHERE owner_agency_id = @agencyId OR shared ORDER BY instrument_no",
        new { agencyId });
}
