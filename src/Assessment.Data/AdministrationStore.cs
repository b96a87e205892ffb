namespace Assessment.Data;

/// <summary>An instrument given to a delivery at a wave.</summary>
public sealed record AdministrationRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int AdministrationNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid AdministrationId { get; init; }

    /// <summary>The delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The instrument.</summary>
    public int InstrumentNo { get; init; }

    /// <summary>The wave's code.</summary>
    public string Wave { get; init; } = "";

    /// <summary>Order of the wave, from 0; read, not written.</summary>
    public int WaveOrdinal { get; init; }

    /// <summary>When its door opened.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When its test started, with the door or by a trainer's hand; null while those who joined wait.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Nobody starts from then on; null while the door stays open to the end.</summary>
    public DateTimeOffset? DoorClosesAt { get; init; }

    /// <summary>Pens down: planned, or set by hand; null while not known.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Minutes of one attempt before extra time; null without a limit.</summary>
    public int? TimeLimitMinutes { get; init; }

    /// <summary>Goes a participant has.</summary>
    public int AttemptsAllowed { get; init; } = 1;

    /// <summary>alternate or random: how parallel forms are dealt along the roster.</summary>
    public string Assignment { get; init; } = "alternate";

    /// <summary>Start of the generator that deals forms at random.</summary>
    public long Seed { get; init; }

    /// <summary>How many administrations of the instrument the class had before this one: parallel forms turn with each.</summary>
    public int Turn { get; init; }

    /// <summary>Its join code; read, written by <see cref="AdministrationStore.TryGiveJoinCode"/>.</summary>
    public string? JoinCode { get; init; }

    /// <summary>True while those who joined wait for a trainer to start it.</summary>
    public bool Waits => StartedAt is null;

    /// <summary>True when pens are down at this time, but for attempts with an end of their own.</summary>
    public bool HasEnded(DateTimeOffset now) => EndsAt <= now;

    /// <summary>True when nobody may start at this time.</summary>
    public bool IsDoorClosed(DateTimeOffset now) => DoorClosesAt <= now || EndsAt <= now;
}

/// <summary>How far an administration has come.</summary>
public sealed record ProgressRow
{
    /// <summary>Participants on the roster who have not left.</summary>
    public int Enrolled { get; init; }

    /// <summary>Attempts begun.</summary>
    public int Started { get; init; }

    /// <summary>Attempts handed in.</summary>
    public int Submitted { get; init; }
}

/// <summary>A planned occasion of measurement.</summary>
public sealed record WaveRow
{
    /// <summary>Word used everywhere.</summary>
    public string Code { get; init; } = "";

    /// <summary>Number in score sheets, in the order in which waves were added; given by the store.</summary>
    public int Ordinal { get; init; }

    /// <summary>What a table prints.</summary>
    public string Label { get; init; } = "";

    /// <summary>First month after the end of training that counts; null without a window.</summary>
    public int? WindowFromMonths { get; init; }

    /// <summary>Last month that counts; null without a window.</summary>
    public int? WindowToMonths { get; init; }
}

/// <summary>An administration whose forms are rated throughout, so that it can be observed.</summary>
public sealed record ScenarioRow
{
    /// <summary>Random id at the border.</summary>
    public Guid AdministrationId { get; init; }

    /// <summary>What staff call the class.</summary>
    public string ClassTitle { get; init; } = "";

    /// <summary>Full name of the instrument.</summary>
    public string Instrument { get; init; } = "";

    /// <summary>The wave's code.</summary>
    public string Wave { get; init; } = "";
}

/// <summary>Administrations with their forms and join codes.</summary>
public sealed class AdministrationStore(Session session)
{
    private const string Turn =
        """
        (SELECT COUNT(*) FROM administration e
         WHERE e.agency_id = m.agency_id AND e.delivery_no = m.delivery_no AND e.instrument_no = m.instrument_no
           AND e.administration_no < m.administration_no)
        """;

    private const string Administrations =
        $"""
        SELECT m.agency_id, m.administration_no, m.administration_id, m.delivery_no, m.instrument_no, m.wave,
               w.ordinal AS wave_ordinal, m.opened_at, m.started_at, m.door_closes_at, m.ends_at, m.time_limit_minutes, m.attempts_allowed, m.assignment, m.seed,
               {Turn} AS turn, j.code AS join_code
        FROM administration m
        JOIN wave w ON w.code = m.wave
        LEFT JOIN join_code j ON j.agency_id = m.agency_id AND j.administration_no = m.administration_no

        """;

    /// <summary>
    /// Opens an administration with its parallel forms and answers its number. A delivery that has this instrument at this
    /// wave already is a unique violation.
    /// </summary>
    /// <param name="administration">The administration.</param>
    /// <param name="formVersionNos">Published form versions of the instrument, in the order they are given.</param>
    public async Task<int> Open(AdministrationRow administration, IReadOnlyList<int> formVersionNos)
    {
        ArgumentNullException.ThrowIfNull(administration);
        var administrationNo = await session.NextNumber(administration.AgencyId, "administration");
        await session.Execute(
            """
            INSERT INTO administration (agency_id, administration_no, administration_id, delivery_no, instrument_no, wave, opened_at, started_at,
                                        door_closes_at, ends_at, time_limit_minutes, attempts_allowed, assignment, seed)
            VALUES (@AgencyId, @AdministrationNo, @AdministrationId, @DeliveryNo, @InstrumentNo, @Wave, @OpenedAt, @StartedAt,
                    @DoorClosesAt, @EndsAt, @TimeLimitMinutes, @AttemptsAllowed, @Assignment, @Seed)
            """,
            administration with { AdministrationNo = administrationNo });
        await session.Execute(
            """
            INSERT INTO administration_form (agency_id, administration_no, ordinal, form_version_no)
            VALUES (@AgencyId, @administrationNo, @ordinal, @formVersionNo)
            """,
            formVersionNos.Select((formVersionNo, ordinal) => new { administration.AgencyId, administrationNo, ordinal, formVersionNo }).ToList());
        return administrationNo;
    }

    /// <summary>Gives an administration its join code; false when the code is taken and another must be tried.</summary>
    public async Task<bool> TryGiveJoinCode(int agencyId, int administrationNo, string code) => await session.Execute(
        """
        INSERT INTO join_code (code, agency_id, administration_no) VALUES (@code, @agencyId, @administrationNo)
        ON CONFLICT (code) DO NOTHING
        """,
        new { code, agencyId, administrationNo }) == 1;

    /// <summary>Starts it now; false when it had started before or there is none.</summary>
    public async Task<bool> Start(int agencyId, int administrationNo, DateTimeOffset now) => await session.Execute(
        "UPDATE administration SET started_at = @now WHERE agency_id = @agencyId AND administration_no = @administrationNo AND started_at IS NULL",
        new { agencyId, administrationNo, now }) == 1;

    /// <summary>
    /// Keeps it waiting until this transaction ends, so that the start finds whoever joins in it; false when it has started.
    /// </summary>
    public async Task<bool> HoldBack(int agencyId, int administrationNo) => await session.Execute(
        "UPDATE administration SET started_at = NULL WHERE agency_id = @agencyId AND administration_no = @administrationNo AND started_at IS NULL",
        new { agencyId, administrationNo }) == 1;

    /// <summary>Ends it now; false when it had ended before or there is none.</summary>
    public async Task<bool> End(int agencyId, int administrationNo, DateTimeOffset now) => await session.Execute(
        """
        UPDATE administration SET ends_at = @now
        WHERE agency_id = @agencyId AND administration_no = @administrationNo AND (ends_at IS NULL OR ends_at > @now)
        """,
        new { agencyId, administrationNo, now }) == 1;

    /// <summary>Sets when the door closes and when it ends; null for "by hand".</summary>
    public Task SetTimes(int agencyId, int administrationNo, DateTimeOffset? doorClosesAt, DateTimeOffset? endsAt) => session.Execute(
        """
        UPDATE administration SET door_closes_at = @doorClosesAt, ends_at = @endsAt
        WHERE agency_id = @agencyId AND administration_no = @administrationNo
        """,
        new { agencyId, administrationNo, doorClosesAt, endsAt });

    /// <summary>The agency's administration with this id.</summary>
    public Task<AdministrationRow?> Find(int agencyId, Guid administrationId) => session.Find<AdministrationRow>(
        Administrations + "WHERE m.agency_id = @agencyId AND m.administration_id = @administrationId",
        new { agencyId, administrationId });

    /// <summary>The agency's administration with this number.</summary>
    public Task<AdministrationRow?> Find(int agencyId, int administrationNo) => session.Find<AdministrationRow>(
        Administrations + "WHERE m.agency_id = @agencyId AND m.administration_no = @administrationNo",
        new { agencyId, administrationNo });

    /// <summary>The administration whose door a code opens, of whichever agency.</summary>
    public Task<AdministrationRow?> FindByJoinCode(string code) =>
        session.Find<AdministrationRow>(Administrations + "WHERE j.code = @code", new { code });

    /// <summary>The administrations of a delivery, by wave.</summary>
    public Task<IReadOnlyList<AdministrationRow>> List(int agencyId, int deliveryNo) => session.List<AdministrationRow>(
        Administrations + "WHERE m.agency_id = @agencyId AND m.delivery_no = @deliveryNo ORDER BY w.ordinal, m.administration_no",
        new { agencyId, deliveryNo });

    /// <summary>The agency's administrations with an open door whose every item is rated, newest first.</summary>
    public Task<IReadOnlyList<ScenarioRow>> Scenarios(int agencyId, DateTimeOffset now) => session.List<ScenarioRow>(
        """
        SELECT m.administration_id, d.title AS class_title, i.title AS instrument, m.wave
        FROM administration m
        JOIN delivery d ON d.agency_id = m.agency_id AND d.delivery_no = m.delivery_no
        JOIN instrument i ON i.instrument_no = m.instrument_no
        WHERE m.agency_id = @agencyId AND (m.door_closes_at IS NULL OR m.door_closes_at > @now) AND (m.ends_at IS NULL OR m.ends_at > @now)
          AND NOT EXISTS (SELECT 1 FROM administration_form f
                          JOIN item q ON q.form_version_no = f.form_version_no AND q.type NOT IN ('constructed-response', 'stimulus')
                          WHERE f.agency_id = m.agency_id AND f.administration_no = m.administration_no)
        ORDER BY m.administration_no DESC
        """,
        new { agencyId, now });

    /// <summary>The administrations of an agency that have not ended, newest first.</summary>
    public Task<IReadOnlyList<AdministrationRow>> Running(int agencyId, DateTimeOffset now) => session.List<AdministrationRow>(
        Administrations + "WHERE m.agency_id = @agencyId AND (m.ends_at IS NULL OR m.ends_at > @now) ORDER BY m.administration_no DESC",
        new { agencyId, now });

    /// <summary>Form versions of an administration, in the order they are given.</summary>
    public Task<IReadOnlyList<int>> Forms(int agencyId, int administrationNo) => session.List<int>(
        """
        SELECT form_version_no FROM administration_form
        WHERE agency_id = @agencyId AND administration_no = @administrationNo ORDER BY ordinal
        """,
        new { agencyId, administrationNo });

    /// <summary>Counts of an administration; zeros when there is none.</summary>
    public Task<ProgressRow> Progress(int agencyId, int administrationNo) => session.Value<ProgressRow>(
        """
        SELECT (SELECT COUNT(*) FROM enrollment e
                JOIN administration m ON m.agency_id = e.agency_id AND m.delivery_no = e.delivery_no
                WHERE m.agency_id = @agencyId AND m.administration_no = @administrationNo AND e.withdrawn_on IS NULL) AS enrolled,
               COUNT(*) AS started,
               COUNT(submitted_at) AS submitted
        FROM attempt WHERE agency_id = @agencyId AND administration_no = @administrationNo AND ordinal = 1
        """,
        new { agencyId, administrationNo });
}
