namespace Assessment.Data;

/// <summary>An organization that the agency trains with.</summary>
public sealed record PartnerRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int PartnerNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid PartnerId { get; init; }

    /// <summary>The organization.</summary>
    public string Name { get; init; } = "";

    /// <summary>mental-health, health-service, lived-experience, disability, housing or other.</summary>
    public string Kind { get; init; } = "";

    /// <summary>First day of the relationship.</summary>
    public DateOnly Since { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>A partner's session in a delivery.</summary>
public sealed record PartnerSessionRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The partner.</summary>
    public int PartnerNo { get; init; }

    /// <summary>What it did.</summary>
    public string Part { get; init; } = "";

    /// <summary>Minutes, all of its sessions in the delivery together.</summary>
    public int Minutes { get; init; }

    /// <summary>People with lived experience led or spoke in it.</summary>
    public bool LivedExperience { get; init; }
}

/// <summary>Partners and their part in deliveries.</summary>
public sealed class PartnerStore(Session session)
{
    private const string Partners = "SELECT agency_id, partner_no, partner_id, name, kind, since, until FROM partner ";

    /// <summary>Adds a partner and answers the number.</summary>
    public async Task<int> Add(PartnerRow partner)
    {
        ArgumentNullException.ThrowIfNull(partner);
        var partnerNo = await session.NextNumber(partner.AgencyId, "partner");
        await session.Execute(
            """
            INSERT INTO partner (agency_id, partner_no, partner_id, name, kind, since, until)
            VALUES (@AgencyId, @PartnerNo, @PartnerId, @Name, @Kind, @Since, @Until)
            """,
            partner with { PartnerNo = partnerNo });
        return partnerNo;
    }

    /// <summary>The agency's partner with this id.</summary>
    public Task<PartnerRow?> Find(int agencyId, Guid partnerId) =>
        session.Find<PartnerRow>(Partners + "WHERE agency_id = @agencyId AND partner_id = @partnerId", new { agencyId, partnerId });

    /// <summary>The agency's partners by number.</summary>
    public Task<IReadOnlyList<PartnerRow>> List(int agencyId) =>
        session.List<PartnerRow>(Partners + "WHERE agency_id = @agencyId ORDER BY partner_no", new { agencyId });

    /// <summary>Puts a partner's part in a delivery, in place of an older one.</summary>
    public Task PutSession(PartnerSessionRow part) => session.Execute(
        """
        INSERT INTO delivery_partner (agency_id, delivery_no, partner_no, part, minutes, lived_experience)
        VALUES (@AgencyId, @DeliveryNo, @PartnerNo, @Part, @Minutes, @LivedExperience)
        ON CONFLICT (agency_id, delivery_no, partner_no)
        DO UPDATE SET part = excluded.part, minutes = excluded.minutes, lived_experience = excluded.lived_experience
        """,
        part);

    /// <summary>The partners' parts in a delivery, by partner.</summary>
    public Task<IReadOnlyList<PartnerSessionRow>> OfDelivery(int agencyId, int deliveryNo) => session.List<PartnerSessionRow>(
        """
        SELECT agency_id, delivery_no, partner_no, part, minutes, lived_experience
        FROM delivery_partner WHERE agency_id = @agencyId AND delivery_no = @deliveryNo ORDER BY partner_no
        """,
        new { agencyId, deliveryNo });
}
