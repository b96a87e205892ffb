namespace Assessment.Data;

/// <summary>What a trainer was shown of a class after a test.</summary>
public sealed record ClassSheetRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The administration.</summary>
    public int AdministrationNo { get; init; }

    /// <summary>How many people's first goes it rests on.</summary>
    public int People { get; init; }

    /// <summary>The sheet as shown, JSON.</summary>
    public string Content { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; init; }
}

/// <summary>The result of a person in a certification test; never of a research instrument.</summary>
public sealed record CertificationScoreRow
{
    /// <summary>Place on the roster, from 0.</summary>
    public int Position { get; init; }

    /// <summary>First, second, … go.</summary>
    public int Ordinal { get; init; }

    /// <summary>The form given.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>All points, ticks.</summary>
    public int Points { get; init; }
}

/// <summary>Scores of one administration for its class sheet, and the sheets that were shown.</summary>
public sealed class ClassSheetStore(Session session)
{
    /// <summary>First goes at an administration, without whose they are and in no order that tells.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="administrationNo">The administration.</param>
    /// <param name="agreedOnly">True leaves out who refused consent for the wave or took it back.</param>
    public Task<IReadOnlyList<GivenFormRow>> FirstGoes(int agencyId, int administrationNo, bool agreedOnly) => session.List<GivenFormRow>(
        """
        SELECT s.form_version_no, s.scores
        FROM attempt a
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        JOIN score_sheet s ON s.agency_id = a.agency_id AND s.attempt_no = a.attempt_no
        WHERE a.agency_id = @agencyId AND a.administration_no = @administrationNo AND a.ordinal = 1
          AND NOT EXISTS (SELECT 1 FROM consent c
                          WHERE c.agency_id = a.agency_id AND c.participant_no = a.participant_no AND c.wave = m.wave
                            AND @agreedOnly AND (c.decision = 'refused' OR c.withdrawn_at IS NOT NULL)
                            AND c.decision_no = (SELECT MAX(newest.decision_no) FROM consent newest WHERE newest.agency_id = c.agency_id
                                                 AND newest.participant_no = c.participant_no AND newest.wave = c.wave))
        ORDER BY s.form_version_no, s.scores
        """,
        new { agencyId, administrationNo, agreedOnly });

    /// <summary>
    /// Results of people at an administration of an instrument of the training plane, the agency's own record; none at all of another
    /// instrument. By place and go.
    /// </summary>
    public Task<IReadOnlyList<CertificationScoreRow>> Certified(int agencyId, int administrationNo) => session.List<CertificationScoreRow>(
        """
        SELECT e.position, a.ordinal, a.form_version_no, s.points
        FROM administration m
        JOIN instrument i ON i.instrument_no = m.instrument_no
        JOIN attempt a ON a.agency_id = m.agency_id AND a.administration_no = m.administration_no
        JOIN score_sheet s ON s.agency_id = a.agency_id AND s.attempt_no = a.attempt_no
        JOIN enrollment e ON e.agency_id = a.agency_id AND e.delivery_no = a.delivery_no AND e.participant_no = a.participant_no
        WHERE m.agency_id = @agencyId AND m.administration_no = @administrationNo AND i.plane = 'training'
        ORDER BY e.position, a.ordinal
        """,
        new { agencyId, administrationNo });

    /// <summary>The sheet that was shown last; null before the first.</summary>
    public Task<ClassSheetRow?> Find(int agencyId, int administrationNo) => session.Find<ClassSheetRow>(
        """
        SELECT agency_id, administration_no, people, content, made_at
        FROM class_sheet WHERE agency_id = @agencyId AND administration_no = @administrationNo
        """,
        new { agencyId, administrationNo });

    /// <summary>Keeps a sheet, in place of an older one.</summary>
    public Task Put(ClassSheetRow sheet) => session.Execute(
        """
        INSERT INTO class_sheet (agency_id, administration_no, people, content, made_at)
        VALUES (@AgencyId, @AdministrationNo, @People, @Content, @MadeAt)
        ON CONFLICT (agency_id, administration_no) DO UPDATE
        SET people = excluded.people, content = excluded.content, made_at = excluded.made_at
        """,
        sheet);
}
