namespace Assessment.Data;

/// <summary>A self-generated code of an attempt, as it is compared; an element not given is empty.</summary>
public sealed record CodeRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>Who took the attempt; read, not written.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>First letter of the mother's first name.</summary>
    public string MotherInitial { get; init; } = "";

    /// <summary>First letter of the town of birth.</summary>
    public string BirthCityInitial { get; init; } = "";

    /// <summary>Day of birth.</summary>
    public string BirthDay { get; init; } = "";

    /// <summary>Number of older brothers and sisters.</summary>
    public string OlderSiblings { get; init; } = "";

    /// <summary>First letter of the middle name; a hyphen for none.</summary>
    public string MiddleInitial { get; init; } = "";

    /// <summary>First letter of the first school.</summary>
    public string FirstSchoolInitial { get; init; } = "";
}

/// <summary>Two seats of a class taken to be of one person, and on what it rests.</summary>
public sealed record LinkRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The class.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>Seat that keeps the tests of both waves.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>Seat whose tests of the later wave moved.</summary>
    public int MergedNo { get; init; }

    /// <summary>The earlier wave.</summary>
    public string EarlierWave { get; init; } = "";

    /// <summary>The later wave.</summary>
    public string LaterWave { get; init; } = "";

    /// <summary>exact or one-element-differs.</summary>
    public string Certainty { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset LinkedAt { get; init; }
}

/// <summary>Self-generated codes of attempts, and the seats that were linked by them. No analysis, report or release reads the codes.</summary>
public sealed class CodeStore(Session session)
{
    /// <summary>Keeps the code of an attempt; a later one takes its place.</summary>
    public Task Put(CodeRow code) => session.Execute(
        """
        INSERT INTO attempt_code (agency_id, attempt_no, mother_initial, birth_city_initial, birth_day, older_siblings, middle_initial, first_school_initial)
        VALUES (@AgencyId, @AttemptNo, @MotherInitial, @BirthCityInitial, @BirthDay, @OlderSiblings, @MiddleInitial, @FirstSchoolInitial)
        ON CONFLICT (agency_id, attempt_no) DO UPDATE
        SET mother_initial = excluded.mother_initial, birth_city_initial = excluded.birth_city_initial, birth_day = excluded.birth_day,
            older_siblings = excluded.older_siblings, middle_initial = excluded.middle_initial, first_school_initial = excluded.first_school_initial
        """,
        code);

    /// <summary>
    /// The first code that each seat of a class wrote at a wave, by seat; of people who are in the class and whose newest decision at the
    /// wave lets research use it.
    /// </summary>
    public async Task<IReadOnlyList<CodeRow>> OfWave(int agencyId, int deliveryNo, string wave)
    {
        var codes = await session.List<CodeRow>(
            """
            SELECT c.agency_id, c.attempt_no, a.participant_no, c.mother_initial, c.birth_city_initial, c.birth_day, c.older_siblings,
                   c.middle_initial, c.first_school_initial
            FROM attempt_code c
            JOIN attempt a ON a.agency_id = c.agency_id AND a.attempt_no = c.attempt_no
            JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
            JOIN enrollment e ON e.agency_id = a.agency_id AND e.delivery_no = a.delivery_no AND e.participant_no = a.participant_no
            JOIN participant p ON p.agency_id = a.agency_id AND p.participant_no = a.participant_no
            JOIN consent k ON k.agency_id = a.agency_id AND k.participant_no = a.participant_no AND k.wave = m.wave
            WHERE c.agency_id = @agencyId AND a.delivery_no = @deliveryNo AND m.wave = @wave
              AND e.withdrawn_on IS NULL AND p.withdrawn_at IS NULL AND k.decision <> 'refused' AND k.withdrawn_at IS NULL
              AND k.decision_no = (SELECT MAX(n.decision_no) FROM consent n
                                   WHERE n.agency_id = k.agency_id AND n.participant_no = k.participant_no AND n.wave = k.wave)
            ORDER BY a.participant_no, a.attempt_no
            """,
            new { agencyId, deliveryNo, wave });
        return [.. codes.DistinctBy(code => code.ParticipantNo)];
    }

    /// <summary>Whether a seat of a class wrote a code at a wave.</summary>
    public async Task<bool> Has(int agencyId, int deliveryNo, int participantNo, string wave) => await session.Value<int>(
        """
        SELECT COUNT(*) FROM attempt_code c
        JOIN attempt a ON a.agency_id = c.agency_id AND a.attempt_no = c.attempt_no
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        WHERE a.agency_id = @agencyId AND a.delivery_no = @deliveryNo AND a.participant_no = @participantNo AND m.wave = @wave
        """,
        new { agencyId, deliveryNo, participantNo, wave }) > 0;

    /// <summary>At which waves each seat of a class began a test.</summary>
    public async Task<ILookup<int, string>> Waves(int agencyId, int deliveryNo) => (await session.List<(int ParticipantNo, string Wave)>(
        """
        SELECT DISTINCT a.participant_no, m.wave
        FROM attempt a
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        WHERE a.agency_id = @agencyId AND a.delivery_no = @deliveryNo
        """,
        new { agencyId, deliveryNo })).ToLookup(row => row.ParticipantNo, row => row.Wave);

    /// <summary>Whether a release holds a row of the participant.</summary>
    public async Task<bool> IsReleased(int agencyId, int participantNo) => await session.Value<int>(
        "SELECT COUNT(*) FROM release_person WHERE member_agency_id = @agencyId AND participant_no = @participantNo", new { agencyId, participantNo }) > 0;

    /// <summary>
    /// Moves what the merged seat did at the later wave to the other one, takes the merged seat off the class, and notes it. The slip of
    /// the merged seat opens the other from now on, as a slip made anew would.
    /// </summary>
    /// <param name="link">The link.</param>
    /// <param name="unused">A hash that no token has, for the merged seat.</param>
    public async Task Merge(LinkRow link, byte[] unused)
    {
        ArgumentNullException.ThrowIfNull(link);
        var decisions = await session.Value<int>(
            "SELECT COALESCE(MAX(decision_no), 0) FROM consent WHERE agency_id = @AgencyId AND participant_no = @ParticipantNo AND wave = @LaterWave", link);
        await session.Execute(
            """
            UPDATE consent SET participant_no = @ParticipantNo, decision_no = decision_no + @decisions
            WHERE agency_id = @AgencyId AND participant_no = @MergedNo AND wave = @LaterWave
            """,
            new { link.AgencyId, link.ParticipantNo, link.MergedNo, link.LaterWave, decisions });
        foreach (var table in new[] { "attempt", "score_sheet", "follow_up_assessment" })
        {
            await session.Execute(
                $"UPDATE {table} SET participant_no = @ParticipantNo WHERE agency_id = @AgencyId AND delivery_no = @DeliveryNo AND participant_no = @MergedNo", link);
        }

        await new EnrollmentStore(session).Withdraw(link.AgencyId, link.DeliveryNo, link.MergedNo, DateOnly.FromDateTime(link.LinkedAt.UtcDateTime));
        var merged = (await new ParticipantStore(session).Find(link.AgencyId, link.MergedNo))!;
        await new ParticipantStore(session).SetToken(link.AgencyId, link.MergedNo, unused);
        await new ParticipantStore(session).SetToken(link.AgencyId, link.ParticipantNo, merged.RosterTokenHash);
        await session.Execute(
            """
            INSERT INTO participant_link (agency_id, merged_no, participant_no, earlier_wave, later_wave, certainty, linked_at)
            VALUES (@AgencyId, @MergedNo, @ParticipantNo, @EarlierWave, @LaterWave, @Certainty, @LinkedAt)
            """,
            link);
    }
}
