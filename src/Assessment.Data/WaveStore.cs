namespace Assessment.Data;

/// <summary>A follow-up that somebody of a class has not handed in.</summary>
public sealed record DueRow
{
    /// <summary>The class.</summary>
    public Guid DeliveryId { get; init; }

    /// <summary>Number of the class within the agency.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>What staff call the class.</summary>
    public string Title { get; init; } = "";

    /// <summary>Last day of the class.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>Place on the roster, from 0.</summary>
    public int Position { get; init; }

    /// <summary>The participant.</summary>
    public Guid ParticipantId { get; init; }

    /// <summary>Number of the participant within the agency.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>The participant's code for evaluators.</summary>
    public string StudyCode { get; init; } = "";

    /// <summary>Administrations of the class at the wave.</summary>
    public int Administrations { get; init; }

    /// <summary>Of these, handed in by the participant.</summary>
    public int Submitted { get; init; }
}

/// <summary>Windows of waves at an agency, and what is due in them.</summary>
public sealed class WaveStore(Session session)
{
    /// <summary>Waves with the windows that hold at an agency, in the order of time; agency 0 has the windows of the installation.</summary>
    public Task<IReadOnlyList<WaveRow>> List(int agencyId) => session.List<WaveRow>(
        """
        SELECT w.code, w.ordinal, w.label, COALESCE(a.from_months, w.window_from_months) AS window_from_months,
               COALESCE(a.to_months, w.window_to_months) AS window_to_months
        FROM wave w
        LEFT JOIN wave_window a ON a.wave = w.code AND a.agency_id = @agencyId
        ORDER BY COALESCE(a.from_months, w.window_from_months, 0), COALESCE(a.to_months, w.window_to_months, 0), w.ordinal
        """,
        new { agencyId });

    /// <summary>Adds a follow-up wave for every agency; a code that is taken is a unique violation.</summary>
    public Task Add(WaveRow wave) => session.Execute(
        """
        INSERT INTO wave (code, ordinal, label, window_from_months, window_to_months)
        SELECT @Code, MAX(ordinal) + 1, @Label, @WindowFromMonths, @WindowToMonths FROM wave
        """,
        wave);

    /// <summary>Sets an agency's window of a wave.</summary>
    public Task SetWindow(int agencyId, string wave, int fromMonths, int toMonths) => session.Execute(
        """
        INSERT INTO wave_window (agency_id, wave, from_months, to_months) VALUES (@agencyId, @wave, @fromMonths, @toMonths)
        ON CONFLICT (agency_id, wave) DO UPDATE SET from_months = excluded.from_months, to_months = excluded.to_months
        """,
        new { agencyId, wave, fromMonths, toMonths });

    /// <summary>
    /// Everybody enrolled in the agency's classes that ended between two days and not withdrawn, with how many of the class's
    /// administrations at a wave the person has handed in; by class and place.
    /// </summary>
    public Task<IReadOnlyList<DueRow>> Enrolled(int agencyId, string wave, DateOnly from, DateOnly to) => session.List<DueRow>(
        """
        SELECT d.delivery_id, d.delivery_no, d.title, d.ends_on, e.position, p.participant_id, p.participant_no, p.study_code,
               (SELECT COUNT(*) FROM administration m
                WHERE m.agency_id = d.agency_id AND m.delivery_no = d.delivery_no AND m.wave = @wave) AS administrations,
               (SELECT COUNT(DISTINCT a.administration_no) FROM attempt a
                JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
                WHERE a.agency_id = d.agency_id AND a.delivery_no = d.delivery_no AND a.participant_no = e.participant_no
                  AND m.wave = @wave AND a.submitted_at IS NOT NULL) AS submitted
        FROM delivery d
        JOIN enrollment e ON e.agency_id = d.agency_id AND e.delivery_no = d.delivery_no
        JOIN participant p ON p.agency_id = e.agency_id AND p.participant_no = e.participant_no
        WHERE d.agency_id = @agencyId AND d.ends_on >= @from AND d.ends_on <= @to AND e.withdrawn_on IS NULL AND p.withdrawn_at IS NULL
        ORDER BY d.ends_on, d.delivery_no, e.position
        """,
        new { agencyId, wave, from, to });
}
