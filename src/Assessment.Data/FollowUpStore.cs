namespace Assessment.Data;

/// <summary>Use of the training on the job, judged after return to duty.</summary>
public sealed record FollowUpRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int FollowUpNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid FollowUpId { get; init; }

    /// <summary>The delivery followed up.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>The wave's code.</summary>
    public string Wave { get; init; } = "";

    /// <summary>self, supervisor, recording or records.</summary>
    public string Source { get; init; } = "";

    /// <summary>Who judged; null for self, or while nobody has.</summary>
    public int? RaterNo { get; init; }

    /// <summary>Checklist used.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>Day it is due.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Day it was done; null while it is not.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>There was occasion to use the training; null unknown.</summary>
    public bool? Opportunity { get; init; }

    /// <summary>Share of indicators shown of those with occasion, ticks (12,600 = all); null when none had.</summary>
    public int? Points { get; init; }

    /// <summary>The assessment this one corrects; null otherwise.</summary>
    public int? ReplacesNo { get; init; }

    /// <summary>Why it was corrected.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>When the row was made.</summary>
    public DateTimeOffset EnteredAt { get; init; }
}

/// <summary>One indicator of a follow-up assessment.</summary>
public sealed record IndicatorRow
{
    /// <summary>Indicator of the form version.</summary>
    public int ItemNo { get; init; }

    /// <summary>shown, not-shown or no-opportunity.</summary>
    public string Value { get; init; } = "";
}

/// <summary>How many followed up at a wave by a method.</summary>
public sealed record FollowUpCountRow
{
    /// <summary>The wave's code.</summary>
    public string Wave { get; init; } = "";

    /// <summary>self, supervisor, recording or records.</summary>
    public string Source { get; init; } = "";

    /// <summary>Enrolled participants with at least one that is done.</summary>
    public int Done { get; init; }
}

/// <summary>A rater's follow-up assessment that stands, with the class and the participant.</summary>
public sealed record OwnFollowUpRow
{
    /// <summary>Number inside.</summary>
    public int FollowUpNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid FollowUpId { get; init; }

    /// <summary>The class.</summary>
    public Guid DeliveryId { get; init; }

    /// <summary>Number of the class within the agency.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>What staff call the class.</summary>
    public string Title { get; init; } = "";

    /// <summary>Number of the participant within the agency.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>The participant.</summary>
    public Guid ParticipantId { get; init; }

    /// <summary>The participant's code for evaluators.</summary>
    public string StudyCode { get; init; } = "";

    /// <summary>Place on the roster, from 0.</summary>
    public int Position { get; init; }

    /// <summary>The wave's code.</summary>
    public string Wave { get; init; } = "";

    /// <summary>supervisor, recording or records.</summary>
    public string Source { get; init; } = "";

    /// <summary>Checklist used.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>When the row was made.</summary>
    public DateTimeOffset EnteredAt { get; init; }
}

/// <summary>Follow-up assessments; a correction is a new row that replaces an older one, which stays.</summary>
public sealed class FollowUpStore(Session session)
{
    /// <summary>Newest rows only: none that another row replaces.</summary>
    private const string Current =
        """
        SELECT f.agency_id, f.follow_up_no, f.follow_up_id, f.delivery_no, f.participant_no, f.wave, f.source, f.rater_no,
               f.form_version_no, f.due_on, f.done_on, f.opportunity, f.points, f.replaces_no, f.correction_reason, f.entered_at
        FROM follow_up_assessment f
        LEFT JOIN follow_up_assessment newer ON newer.agency_id = f.agency_id AND newer.replaces_no = f.follow_up_no

        """;

    /// <summary>Adds an assessment with its indicators and answers its number. Correcting a corrected one is a unique violation.</summary>
    public async Task<int> Add(FollowUpRow followUp, IEnumerable<IndicatorRow> indicators)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        var followUpNo = await session.NextNumber(followUp.AgencyId, "follow_up_assessment");
        await session.Execute(
            """
            INSERT INTO follow_up_assessment (agency_id, follow_up_no, follow_up_id, delivery_no, participant_no, wave, source, rater_no,
                                              form_version_no, due_on, done_on, opportunity, points, replaces_no, correction_reason, entered_at)
            VALUES (@AgencyId, @FollowUpNo, @FollowUpId, @DeliveryNo, @ParticipantNo, @Wave, @Source, @RaterNo,
                    @FormVersionNo, @DueOn, @DoneOn, @Opportunity, @Points, @ReplacesNo, @CorrectionReason, @EnteredAt)
            """,
            followUp with { FollowUpNo = followUpNo });
        await session.Execute(
            "INSERT INTO follow_up_indicator (agency_id, follow_up_no, item_no, value) VALUES (@AgencyId, @followUpNo, @ItemNo, @Value)",
            indicators.Select(indicator => new { followUp.AgencyId, followUpNo, indicator.ItemNo, indicator.Value }).ToList());
        return followUpNo;
    }

    /// <summary>The assessments of a delivery that stand, by participant and wave.</summary>
    public Task<IReadOnlyList<FollowUpRow>> List(int agencyId, int deliveryNo) => session.List<FollowUpRow>(
        Current +
        """
        WHERE f.agency_id = @agencyId AND f.delivery_no = @deliveryNo AND newer.follow_up_no IS NULL
        ORDER BY f.participant_no, f.wave, f.follow_up_no
        """,
        new { agencyId, deliveryNo });

    /// <summary>The assessments of a study's agencies that stand, by agency, participant and wave.</summary>
    public Task<IReadOnlyList<FollowUpRow>> OfStudy(int hostAgencyId, int studyNo) => session.List<FollowUpRow>(
        Current +
        """
        JOIN study_agency s ON s.member_agency_id = f.agency_id
        WHERE s.agency_id = @hostAgencyId AND s.study_no = @studyNo AND newer.follow_up_no IS NULL
        ORDER BY f.agency_id, f.participant_no, f.wave, f.follow_up_no
        """,
        new { hostAgencyId, studyNo });

    /// <summary>A rater's assessments that stand, newest first, without people who withdrew.</summary>
    public Task<IReadOnlyList<OwnFollowUpRow>> OfRater(int agencyId, int raterNo) => session.List<OwnFollowUpRow>(
        """
        SELECT f.follow_up_no, f.follow_up_id, d.delivery_id, f.delivery_no, d.title, f.participant_no, p.participant_id, p.study_code, e.position,
               f.wave, f.source, f.form_version_no, f.entered_at
        FROM follow_up_assessment f
        JOIN delivery d ON d.agency_id = f.agency_id AND d.delivery_no = f.delivery_no
        JOIN participant p ON p.agency_id = f.agency_id AND p.participant_no = f.participant_no AND p.withdrawn_at IS NULL
        JOIN enrollment e ON e.agency_id = f.agency_id AND e.delivery_no = f.delivery_no AND e.participant_no = f.participant_no
        LEFT JOIN follow_up_assessment newer ON newer.agency_id = f.agency_id AND newer.replaces_no = f.follow_up_no
        WHERE f.agency_id = @agencyId AND f.rater_no = @raterNo AND newer.follow_up_no IS NULL
        ORDER BY f.follow_up_no DESC
        """,
        new { agencyId, raterNo });

    /// <summary>The indicators of an assessment by item.</summary>
    public Task<IReadOnlyList<IndicatorRow>> Indicators(int agencyId, int followUpNo) => session.List<IndicatorRow>(
        "SELECT item_no, value FROM follow_up_indicator WHERE agency_id = @agencyId AND follow_up_no = @followUpNo ORDER BY item_no",
        new { agencyId, followUpNo });

    /// <summary>The agency's assessment with this id, corrected or not.</summary>
    public Task<FollowUpRow?> Find(int agencyId, Guid followUpId) =>
        session.Find<FollowUpRow>(Current + "WHERE f.agency_id = @agencyId AND f.follow_up_id = @followUpId", new { agencyId, followUpId });

    /// <summary>
    /// How many of a delivery's enrolled participants were followed up, per wave and method that was begun. A self-report is a
    /// submitted attempt on a follow-up checklist; the method is begun when its door was opened.
    /// </summary>
    public Task<IReadOnlyList<FollowUpCountRow>> Counts(int agencyId, int deliveryNo) => session.List<FollowUpCountRow>(
        """
        SELECT one.wave, one.source, COUNT(DISTINCT p.participant_no) AS done
        FROM (SELECT f.agency_id, f.delivery_no, f.participant_no, f.wave, f.source
              FROM follow_up_assessment f
              LEFT JOIN follow_up_assessment newer ON newer.agency_id = f.agency_id AND newer.replaces_no = f.follow_up_no
              WHERE newer.follow_up_no IS NULL AND f.done_on IS NOT NULL
              UNION ALL
              SELECT m.agency_id, m.delivery_no, a.participant_no, m.wave, 'self' AS source
              FROM administration m
              JOIN instrument i ON i.instrument_no = m.instrument_no AND i.kind = 'follow-up-checklist'
              LEFT JOIN attempt a ON a.agency_id = m.agency_id AND a.administration_no = m.administration_no AND a.submitted_at IS NOT NULL) one
        LEFT JOIN enrollment e ON e.agency_id = one.agency_id AND e.delivery_no = one.delivery_no AND e.participant_no = one.participant_no
                              AND e.withdrawn_on IS NULL
        LEFT JOIN participant p ON p.agency_id = e.agency_id AND p.participant_no = e.participant_no AND p.withdrawn_at IS NULL
        WHERE one.agency_id = @agencyId AND one.delivery_no = @deliveryNo
        GROUP BY one.wave, one.source
        ORDER BY one.wave, one.source
        """,
        new { agencyId, deliveryNo });
}
