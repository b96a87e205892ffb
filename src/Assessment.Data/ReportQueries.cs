namespace Assessment.Data;

/// <summary>A person in a class that ended in the period; no name.</summary>
public sealed record TrainedRow
{
    /// <summary>The class.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>officer, cmhp-employee or cmhp-agreement.</summary>
    public string Kind { get; init; } = "";

    /// <summary>grant or other.</summary>
    public string FundingSource { get; init; } = "";
}

/// <summary>A topic that a class gave time to.</summary>
public sealed record TaughtRow
{
    /// <summary>The class.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The topic.</summary>
    public string TopicCode { get; init; } = "";
}

/// <summary>What the checks of a report ask of an attempt.</summary>
public sealed record CheckedAttemptRow
{
    /// <summary>The class.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>The wave's code.</summary>
    public string Wave { get; init; } = "";

    /// <summary>Kind of the instrument, such as knowledge-test.</summary>
    public string InstrumentKind { get; init; } = "";

    /// <summary>When it was handed in; null when it was not.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When its last answer was saved, milliseconds since 1970-01-01 UTC; null without answers.</summary>
    public long? LastSavedAt { get; init; }

    /// <summary>Answers that stand.</summary>
    public int Answered { get; init; }

    /// <summary>Items of its form.</summary>
    public int Items { get; init; }
}

/// <summary>What a grantee's report counts in one agency between two days, both included. Names are out of reach here.</summary>
public sealed class ReportQueries(Session session, int agencyId, DateOnly from, DateOnly to)
{
    private const string OfPeriod = "d.agency_id = @agencyId AND d.ends_on BETWEEN @from AND @to";

    private object Scope => new { agencyId, from, to };

    /// <summary>Everybody enrolled and not withdrawn in a class that ended in the period, by class and participant.</summary>
    public Task<IReadOnlyList<TrainedRow>> Trained() => session.List<TrainedRow>(
        $"""
        SELECT e.delivery_no, e.participant_no, p.kind, e.funding_source
        FROM delivery d
        JOIN enrollment e ON e.agency_id = d.agency_id AND e.delivery_no = d.delivery_no
        JOIN participant p ON p.agency_id = e.agency_id AND p.participant_no = e.participant_no
        WHERE {OfPeriod} AND e.withdrawn_on IS NULL
        ORDER BY e.delivery_no, e.participant_no
        """,
        Scope);

    /// <summary>Topics with more than no minutes per class of the period.</summary>
    public Task<IReadOnlyList<TaughtRow>> Taught() => session.List<TaughtRow>(
        $"""
        SELECT t.delivery_no, t.topic_code
        FROM delivery d
        JOIN delivery_topic t ON t.agency_id = d.agency_id AND t.delivery_no = d.delivery_no
        WHERE {OfPeriod} AND t.minutes > 0
        ORDER BY t.delivery_no, t.topic_code
        """,
        Scope);

    /// <summary>Attempts in classes of the period, by number.</summary>
    public Task<IReadOnlyList<CheckedAttemptRow>> Attempts() => session.List<CheckedAttemptRow>(
        $"""
        SELECT a.delivery_no, a.participant_no, m.wave, i.kind AS instrument_kind, a.submitted_at,
               (SELECT MAX(r.saved_at) FROM response r WHERE r.agency_id = a.agency_id AND r.attempt_no = a.attempt_no) AS last_saved_at,
               (SELECT COUNT(*) FROM response r WHERE r.agency_id = a.agency_id AND r.attempt_no = a.attempt_no AND r.value <> '') AS answered,
               (SELECT COUNT(*) FROM item q WHERE q.form_version_no = a.form_version_no) AS items
        FROM delivery d
        JOIN attempt a ON a.agency_id = d.agency_id AND a.delivery_no = d.delivery_no
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        JOIN instrument i ON i.instrument_no = m.instrument_no
        WHERE {OfPeriod}
        ORDER BY a.attempt_no
        """,
        Scope);

    /// <summary>Months of the period with contact volumes, first days.</summary>
    public Task<IReadOnlyList<DateOnly>> MonthsWithContacts() => session.List<DateOnly>(
        "SELECT month FROM contact_volume WHERE agency_id = @agencyId AND month BETWEEN @from AND @to ORDER BY month", Scope);

    /// <summary>Months of the period that say "no interactions", first days.</summary>
    public Task<IReadOnlyList<DateOnly>> ZeroMonths() => session.List<DateOnly>(
        "SELECT month FROM zero_report WHERE agency_id = @agencyId AND kind = 'interactions' AND month BETWEEN @from AND @to ORDER BY month", Scope);

    /// <summary>Days of the interactions of the period that no other record replaces, one per interaction.</summary>
    public Task<IReadOnlyList<DateOnly>> InteractionDays() => session.List<DateOnly>(
        """
        SELECT i.occurred_on
        FROM interaction i
        LEFT JOIN interaction newer ON newer.agency_id = i.agency_id AND newer.replaces_no = i.interaction_no
        WHERE i.agency_id = @agencyId AND i.occurred_on BETWEEN @from AND @to AND newer.interaction_no IS NULL
        ORDER BY i.occurred_on
        """,
        Scope);

    /// <summary>Name of the agency's State; null when it has none.</summary>
    public Task<string?> StateName() => session.Find<string>(
        "SELECT s.name FROM agency a JOIN state s ON s.code = a.state_code WHERE a.agency_id = @agencyId", Scope);
}
