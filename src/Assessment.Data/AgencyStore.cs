namespace Assessment.Data;

/// <summary>An agency, holder of its own data.</summary>
public sealed record AgencyRow
{
    /// <summary>First part of every key of its data; given by the store.</summary>
    public int AgencyId { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid AgencyUuid { get; init; }

    /// <summary>Official name.</summary>
    public string Name { get; init; } = "";

    /// <summary>law-enforcement, academy, state-agency, evaluator or installation.</summary>
    public string Kind { get; init; } = "";

    /// <summary>state, county, municipal, tribal, special-district or federal.</summary>
    public string? GovernmentType { get; init; }

    /// <summary>FBI originating agency identifier.</summary>
    public string? Ori { get; init; }

    /// <summary>USPS code of its State.</summary>
    public string? StateCode { get; init; }

    /// <summary>County.</summary>
    public string? County { get; init; }

    /// <summary>urban, suburban or rural.</summary>
    public string? Rurality { get; init; }

    /// <summary>held, escrow or none: where names are kept.</summary>
    public string IdentityMode { get; init; } = "held";

    /// <summary>IANA name of the time zone; a day of the agency begins there.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>How large an agency was on a day.</summary>
public sealed record AgencyStrengthRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>Day the counts hold for.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Sworn officers, persons.</summary>
    public int OfficersEmployed { get; init; }

    /// <summary>Of these, employed two years or more; null unknown.</summary>
    public int? OfficersTwoYears { get; init; }

    /// <summary>All employees, full-time equivalents; null unknown.</summary>
    public double? EmployeesFte { get; init; }

    /// <summary>Mental health professionals on the payroll.</summary>
    public int CmhpEmployed { get; init; }

    /// <summary>Mental health professionals under agreement.</summary>
    public int CmhpAgreement { get; init; }

    /// <summary>Takes part in the FBI use-of-force collection; null unknown.</summary>
    public bool? ReportsUseOfForce { get; init; }

    /// <summary>Where the counts come from.</summary>
    public string Source { get; init; } = "";
}

/// <summary>Agencies and their size.</summary>
public sealed class AgencyStore(Session session)
{
    private const string Agencies =
        """
        SELECT agency_id, agency_uuid, name, kind, government_type, ori, state_code, county, rurality, time_zone, identity_mode, created_at
        FROM agency

        """;

    /// <summary>Adds an agency and answers its id. An ORI or id that exists already is a unique violation.</summary>
    public async Task<int> Add(AgencyRow agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        var agencyId = await session.NextNumber(0, "agency");
        await session.Execute(
            """
            INSERT INTO agency (agency_id, agency_uuid, name, kind, government_type, ori, state_code, county, rurality, time_zone, identity_mode, created_at)
            VALUES (@AgencyId, @AgencyUuid, @Name, @Kind, @GovernmentType, @Ori, @StateCode, @County, @Rurality, @TimeZone, @IdentityMode, @CreatedAt)
            """,
            agency with { AgencyId = agencyId });
        return agencyId;
    }

    /// <summary>The agency with this number.</summary>
    public Task<AgencyRow?> Find(int agencyId) =>
        session.Find<AgencyRow>(Agencies + "WHERE agency_id = @agencyId", new { agencyId });

    /// <summary>The agency with this id.</summary>
    public Task<AgencyRow?> FindByUuid(Guid agencyUuid) =>
        session.Find<AgencyRow>(Agencies + "WHERE agency_uuid = @agencyUuid", new { agencyUuid });

    /// <summary>All agencies by number, without the installation itself.</summary>
    public Task<IReadOnlyList<AgencyRow>> List() =>
        session.List<AgencyRow>(Agencies + "WHERE agency_id > 0 ORDER BY agency_id");

    /// <summary>Enters the size of an agency on a day, in place of an earlier entry for that day.</summary>
    public Task SetStrength(AgencyStrengthRow strength) => session.Execute(
        """
        INSERT INTO agency_strength (agency_id, as_of, officers_employed, officers_two_years, employees_fte, cmhp_employed,
                                     cmhp_agreement, reports_use_of_force, source)
        VALUES (@AgencyId, @AsOf, @OfficersEmployed, @OfficersTwoYears, @EmployeesFte, @CmhpEmployed,
                @CmhpAgreement, @ReportsUseOfForce, @Source)
        ON CONFLICT (agency_id, as_of) DO UPDATE
        SET officers_employed = excluded.officers_employed, officers_two_years = excluded.officers_two_years,
            employees_fte = excluded.employees_fte, cmhp_employed = excluded.cmhp_employed, cmhp_agreement = excluded.cmhp_agreement,
            reports_use_of_force = excluded.reports_use_of_force, source = excluded.source
        """,
        strength);

    /// <summary>The newest size known on a day; null when none was entered up to then.</summary>
    public Task<AgencyStrengthRow?> Strength(int agencyId, DateOnly day) => session.Find<AgencyStrengthRow>(
        """
        SELECT agency_id, as_of, officers_employed, officers_two_years, employees_fte, cmhp_employed, cmhp_agreement,
               reports_use_of_force, source
        FROM agency_strength WHERE agency_id = @agencyId AND as_of <= @day ORDER BY as_of DESC LIMIT 1
        """,
        new { agencyId, day });
}
