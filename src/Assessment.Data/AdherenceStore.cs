namespace Assessment.Data;

/// <summary>One observer's judgement on one required element of a delivery.</summary>
public sealed record ElementJudgementRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The curriculum followed.</summary>
    public int CurriculumNo { get; init; }

    /// <summary>The element of it.</summary>
    public int ElementNo { get; init; }

    /// <summary>full, partial or no.</summary>
    public string Delivered { get; init; } = "";

    /// <summary>trainer or independent.</summary>
    public string Observer { get; init; } = "";

    /// <summary>Why not in full; null when it was, or nobody said.</summary>
    public string? Note { get; init; }
}

/// <summary>Required elements of a delivery's curriculum, and how many were delivered in full.</summary>
public sealed record AdherenceRow
{
    /// <summary>The delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>Elements that the curriculum requires.</summary>
    public int Required { get; init; }

    /// <summary>Elements delivered in full.</summary>
    public int Delivered { get; init; }
}

/// <summary>What of a curriculum each delivery gave.</summary>
public sealed class AdherenceStore(Session session)
{
    /// <summary>Records judgements, each in place of the same observer's older one.</summary>
    public Task Put(IEnumerable<ElementJudgementRow> judgements) => session.Execute(
        """
        INSERT INTO delivery_adherence (agency_id, delivery_no, curriculum_no, element_no, delivered, observer, note)
        VALUES (@AgencyId, @DeliveryNo, @CurriculumNo, @ElementNo, @Delivered, @Observer, @Note)
        ON CONFLICT (agency_id, delivery_no, curriculum_no, element_no, observer)
        DO UPDATE SET delivered = excluded.delivered, note = excluded.note
        """,
        judgements.ToList());

    /// <summary>The judgements on a delivery, by observer and element.</summary>
    public Task<IReadOnlyList<ElementJudgementRow>> List(int agencyId, int deliveryNo) => session.List<ElementJudgementRow>(
        """
        SELECT agency_id, delivery_no, curriculum_no, element_no, delivered, observer, note
        FROM delivery_adherence WHERE agency_id = @agencyId AND delivery_no = @deliveryNo
        ORDER BY observer, element_no
        """,
        new { agencyId, deliveryNo });

    /// <summary>
    /// Adherence per delivery of an agency on the trainers' word, ascending by delivery; deliveries without a record are absent.
    /// </summary>
    public Task<IReadOnlyList<AdherenceRow>> PerDelivery(int agencyId) => session.List<AdherenceRow>(
        """
        SELECT delivery_no, COUNT(*) AS required, COUNT(*) FILTER (WHERE delivered = 'full') AS delivered
        FROM delivery_adherence WHERE agency_id = @agencyId AND observer = 'trainer'
        GROUP BY delivery_no ORDER BY delivery_no
        """,
        new { agencyId });
}
