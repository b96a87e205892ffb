namespace Assessment.Data;

/// <summary>A participant's decision about a wave.</summary>
public sealed record ConsentRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>The wave's code.</summary>
    public string Wave { get; init; } = "";

    /// <summary>Order of the decisions, from 1; given by the store.</summary>
    public int DecisionNo { get; init; }

    /// <summary>granted, refused or waived.</summary>
    public string Decision { get; init; } = "";

    /// <summary>Version of the text that was shown.</summary>
    public string TextVersion { get; init; } = "";

    /// <summary>When it was decided.</summary>
    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>When it was taken back; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>Consents; a new decision is a new row and the newest counts.</summary>
public sealed class ConsentStore(Session session)
{
    private const string Newest =
        """
        SELECT c.agency_id, c.participant_no, c.wave, c.decision_no, c.decision, c.text_version, c.decided_at, c.withdrawn_at
        FROM consent c
        JOIN (SELECT agency_id, participant_no, wave, MAX(decision_no) AS decision_no FROM consent
              GROUP BY agency_id, participant_no, wave) newest
          ON newest.agency_id = c.agency_id AND newest.participant_no = c.participant_no AND newest.wave = c.wave
         AND newest.decision_no = c.decision_no

        """;

    /// <summary>Records a decision and answers its number.</summary>
    public Task<int> Record(ConsentRow consent) => session.Value<int>(
        """
        INSERT INTO consent (agency_id, participant_no, wave, decision_no, decision, text_version, decided_at)
        SELECT @AgencyId, @ParticipantNo, @Wave, COALESCE(MAX(decision_no), 0) + 1, @Decision, @TextVersion, @DecidedAt
        FROM consent WHERE agency_id = @AgencyId AND participant_no = @ParticipantNo AND wave = @Wave
        RETURNING decision_no
        """,
        consent);

    /// <summary>Keeps the text that a version stands for.</summary>
    public Task KeepNotice(string version, string text, DateTimeOffset now) => session.Execute(
        "INSERT INTO notice (version, text, first_shown_at) VALUES (@version, @text, @now) ON CONFLICT (version) DO NOTHING",
        new { version, text, now });

    /// <summary>Takes back every consent of a participant that stands; answers how many.</summary>
    public Task<int> Withdraw(int agencyId, int participantNo, DateTimeOffset withdrawnAt) => session.Execute(
        """
        UPDATE consent SET withdrawn_at = @withdrawnAt
        WHERE agency_id = @agencyId AND participant_no = @participantNo AND decision <> 'refused' AND withdrawn_at IS NULL
        """,
        new { agencyId, participantNo, withdrawnAt });

    /// <summary>The newest decision of a participant for a wave; null when nothing was decided.</summary>
    public Task<ConsentRow?> Find(int agencyId, int participantNo, string wave) => session.Find<ConsentRow>(
        Newest + "WHERE c.agency_id = @agencyId AND c.participant_no = @participantNo AND c.wave = @wave",
        new { agencyId, participantNo, wave });

    /// <summary>The newest decision of every participant of a study's agencies for every wave.</summary>
    public Task<IReadOnlyList<ConsentRow>> OfStudy(int hostAgencyId, int studyNo) => session.List<ConsentRow>(
        Newest +
        """
        JOIN study_agency s ON s.member_agency_id = c.agency_id
        WHERE s.agency_id = @hostAgencyId AND s.study_no = @studyNo
        ORDER BY c.agency_id, c.participant_no, c.wave
        """,
        new { hostAgencyId, studyNo });
}
