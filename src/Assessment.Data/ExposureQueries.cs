namespace Assessment.Data;

/// <summary>How often an item was shown.</summary>
public sealed record ExposureRow
{
    /// <summary>Name of the item within the instrument.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>Attempts of the agency on forms that hold it.</summary>
    public int Attempts { get; init; }

    /// <summary>Classes of the agency that have met it.</summary>
    public int Deliveries { get; init; }
}

/// <summary>Item exposure: what was shown to whom, so that a known item is not taken for knowledge.</summary>
public sealed class ExposureQueries(Session session)
{
    /// <summary>Items of an administration's forms that an attempt of its class, at another administration, has shown.</summary>
    public Task<int> SeenBefore(int agencyId, int administrationNo) => session.Value<int>(
        """
        SELECT COUNT(DISTINCT i.identifier)
        FROM administration m
        JOIN administration_form f ON f.agency_id = m.agency_id AND f.administration_no = m.administration_no
        JOIN item i ON i.form_version_no = f.form_version_no
        WHERE m.agency_id = @agencyId AND m.administration_no = @administrationNo
          AND EXISTS (SELECT 1 FROM attempt a
                      JOIN item seen ON seen.form_version_no = a.form_version_no
                      JOIN administration earlier ON earlier.agency_id = a.agency_id AND earlier.administration_no = a.administration_no
                      WHERE a.agency_id = m.agency_id AND a.delivery_no = m.delivery_no AND seen.identifier = i.identifier
                        AND earlier.instrument_no = m.instrument_no AND a.administration_no <> m.administration_no)
        """,
        new { agencyId, administrationNo });

    /// <summary>Exposure of every item of an instrument within an agency, by identifier.</summary>
    public Task<IReadOnlyList<ExposureRow>> OfInstrument(int agencyId, int instrumentNo) => session.List<ExposureRow>(
        """
        SELECT i.identifier, COUNT(DISTINCT a.attempt_no) AS attempts, COUNT(DISTINCT a.delivery_no) AS deliveries
        FROM form f
        JOIN form_version v ON v.form_no = f.form_no
        JOIN item i ON i.form_version_no = v.form_version_no
        LEFT JOIN attempt a ON a.agency_id = @agencyId AND a.form_version_no = v.form_version_no
        WHERE f.instrument_no = @instrumentNo
        GROUP BY i.identifier
        ORDER BY i.identifier
        """,
        new { agencyId, instrumentNo });
}
