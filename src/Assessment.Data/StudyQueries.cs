using Assessment.Domain.Delivery;

namespace Assessment.Data;

/// <summary>An enrollment as an analysis reads it.</summary>
public sealed record EnrolledRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>officer, cmhp-employee or cmhp-agreement.</summary>
    public string Kind { get; init; } = "";
}

/// <summary>An attempt that was begun and not handed in, or a checklist somebody filled in about a participant.</summary>
public sealed record PlacedRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>Ordinal of the wave.</summary>
    public int WaveOrdinal { get; init; }

    /// <summary>The form version.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>Number of the follow-up assessment; 0 for an attempt.</summary>
    public int FollowUpNo { get; init; }
}

/// <summary>When a participant first handed something in at a wave.</summary>
public sealed record HandedInRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>Ordinal of the wave.</summary>
    public int WaveOrdinal { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset SubmittedAt { get; init; }
}

/// <summary>An indicator of a follow-up assessment.</summary>
public sealed record JudgedRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The follow-up assessment.</summary>
    public int FollowUpNo { get; init; }

    /// <summary>The item.</summary>
    public int ItemNo { get; init; }

    /// <summary>shown, not-shown or no-opportunity.</summary>
    public string Value { get; init; } = "";
}

/// <summary>
/// What an analysis reads of a set of agencies, without names: enrollments, score sheets in key order, attempts not handed in,
/// checklists of supervisors. The set is decided by the caller's rights before.
/// </summary>
public sealed class StudyQueries(Session session, IReadOnlyList<int> agencies)
{
    private const string NewestFollowUps =
        """
        FROM follow_up_assessment f
        JOIN wave w ON w.code = f.wave
        LEFT JOIN follow_up_assessment newer ON newer.agency_id = f.agency_id AND newer.replaces_no = f.follow_up_no

        """;

    /// <summary>Ordinals of the waves that analyses name come first; waves that an operator added are not read here.</summary>
    private static readonly int Waves = Wave.All.Count;

    private object Scope => new { agencies = session.Dialect.Array(agencies), Waves };

    /// <summary>Enrollments that were not withdrawn, ascending by agency, delivery, participant.</summary>
    public Task<IReadOnlyList<EnrolledRow>> Enrollments() => session.List<EnrolledRow>(
        $"""
        SELECT e.agency_id, e.delivery_no, e.participant_no, p.kind
        FROM enrollment e
        JOIN participant p ON p.agency_id = e.agency_id AND p.participant_no = e.participant_no
        WHERE {session.Dialect.AnyOf("e.agency_id", "@agencies")} AND e.withdrawn_on IS NULL AND p.withdrawn_at IS NULL
        ORDER BY e.agency_id, e.delivery_no, e.participant_no
        """,
        Scope);

    /// <summary>Numbers of the form versions on which something was begun, ascending.</summary>
    public Task<IReadOnlyList<int>> FormVersions() => session.List<int>(
        $"""
        SELECT DISTINCT a.form_version_no
        FROM attempt a
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        JOIN wave w ON w.code = m.wave
        WHERE {session.Dialect.AnyOf("a.agency_id", "@agencies")} AND w.ordinal < @Waves
        ORDER BY a.form_version_no
        """,
        Scope);

    /// <summary>Numbers of the form versions that supervisors filled in, ascending.</summary>
    public Task<IReadOnlyList<int>> SupervisorFormVersions() => session.List<int>(
        $"""
        SELECT DISTINCT f.form_version_no
        FROM follow_up_assessment f
        JOIN wave w ON w.code = f.wave
        WHERE {session.Dialect.AnyOf("f.agency_id", "@agencies")} AND f.source = 'supervisor' AND w.ordinal < @Waves
        ORDER BY f.form_version_no
        """,
        Scope);

    /// <summary>Attempts that were begun and not handed in, in key order.</summary>
    public Task<IReadOnlyList<PlacedRow>> Unsubmitted() => session.List<PlacedRow>(
        $"""
        SELECT a.agency_id, a.delivery_no, a.participant_no, w.ordinal AS wave_ordinal, a.form_version_no
        FROM attempt a
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        JOIN wave w ON w.code = m.wave
        WHERE {session.Dialect.AnyOf("a.agency_id", "@agencies")} AND a.submitted_at IS NULL AND w.ordinal < @Waves
        ORDER BY a.agency_id, a.delivery_no, a.participant_no, w.ordinal, a.form_version_no
        """,
        Scope);

    /// <summary>When each participant first handed something in at each wave of a delivery.</summary>
    public Task<IReadOnlyList<HandedInRow>> HandedIn() => session.List<HandedInRow>(
        $"""
        SELECT a.agency_id, a.delivery_no, a.participant_no, w.ordinal AS wave_ordinal, MIN(a.submitted_at) AS submitted_at
        FROM attempt a
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        JOIN wave w ON w.code = m.wave
        WHERE {session.Dialect.AnyOf("a.agency_id", "@agencies")} AND a.submitted_at IS NOT NULL AND w.ordinal < @Waves
        GROUP BY a.agency_id, a.delivery_no, a.participant_no, w.ordinal
        """,
        Scope);

    /// <summary>The newest checklists of supervisors, in key order; of two for one participant and wave the first entered.</summary>
    public Task<IReadOnlyList<PlacedRow>> SupervisorChecklists() => session.List<PlacedRow>(
        $"""
        SELECT f.agency_id, f.delivery_no, f.participant_no, w.ordinal AS wave_ordinal, f.form_version_no, MIN(f.follow_up_no) AS follow_up_no
        {NewestFollowUps}
        WHERE {session.Dialect.AnyOf("f.agency_id", "@agencies")} AND f.source = 'supervisor' AND f.done_on IS NOT NULL AND newer.follow_up_no IS NULL
          AND w.ordinal < @Waves
        GROUP BY f.agency_id, f.delivery_no, f.participant_no, w.ordinal, f.form_version_no
        ORDER BY f.agency_id, f.delivery_no, f.participant_no, w.ordinal, f.form_version_no
        """,
        Scope);

    /// <summary>The indicators of all supervisors' checklists.</summary>
    public Task<IReadOnlyList<JudgedRow>> SupervisorIndicators() => session.List<JudgedRow>(
        $"""
        SELECT i.agency_id, i.follow_up_no, i.item_no, i.value
        FROM follow_up_indicator i
        JOIN follow_up_assessment f ON f.agency_id = i.agency_id AND f.follow_up_no = i.follow_up_no
        WHERE {session.Dialect.AnyOf("i.agency_id", "@agencies")} AND f.source = 'supervisor'
        """,
        Scope);

    /// <summary>
    /// Hands the score sheet of every first attempt to the visitor, ascending by agency, delivery, participant, wave, form version: the order in
    /// which SQLite keeps the table, so nothing is sorted there. Millions of rows pass without an object each.
    /// </summary>
    public void StreamSheets(ScoreSheetVisitor visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        using var command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        command.CommandText =
            $"""
            SELECT agency_id, delivery_no, participant_no, wave_ordinal, form_version_no, scores
            FROM score_sheet
            WHERE {session.Dialect.AnyOf("agency_id", "@agencies")} AND attempt_ordinal = 1 AND wave_ordinal < {Waves}
            ORDER BY agency_id, delivery_no, participant_no, wave_ordinal, form_version_no
            """;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@agencies", session.Dialect.Array(agencies));
        command.Parameters.Add(parameter);
        using var row = command.ExecuteReader();
        ScoreSheetReader.Visit(row, visit);
    }
}
