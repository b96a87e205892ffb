namespace Assessment.Api.Features.Samples;

/// <summary>A month of one agency: the denominators of its rates.</summary>
internal sealed record AgencyMonth
{
    /// <summary>The heading of <c>contacts.csv</c>.</summary>
    public const string Heading =
        "ori,month,calls_for_service,officer_initiated,court_activities,arrests,officer_months,estimated,zero_report";

    /// <summary>The agency.</summary>
    public required string Ori { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Calls from the public that officers answered.</summary>
    public required int CallsForService { get; init; }

    /// <summary>Contacts begun by officers.</summary>
    public required int OfficerInitiated { get; init; }

    /// <summary>Court and bailiff activities.</summary>
    public required int CourtActivities { get; init; }

    /// <summary>Arrests.</summary>
    public required int Arrests { get; init; }

    /// <summary>Officers on the payroll, in officer-months.</summary>
    public required double OfficerMonths { get; init; }

    /// <summary>The counts are estimates.</summary>
    public required bool Estimated { get; init; }

    /// <summary>The agency trains no more this month: its last class ended in an earlier month.</summary>
    public required bool AfterTraining { get; init; }

    /// <summary>Calls and officer-initiated contacts: the denominator of rates per 1,000 contacts.</summary>
    public int Contacts => CallsForService + OfficerInitiated;

    /// <summary>The line of the file.</summary>
    /// <param name="zeroReport">The agency reported that it had no reportable interaction.</param>
    public string Line(bool zeroReport) => PlainCsv.Line(
        Ori, Month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), CallsForService, OfficerInitiated,
        CourtActivities, Arrests, OfficerMonths, Estimated ? "yes" : "no", zeroReport ? "yes" : "no");
}

/// <summary>Draws 24 months of contact volumes for each agency.</summary>
internal sealed class ContactGenerator(Pcg32 random)
{
    private const int Months = 24;
    private static readonly DateOnly First = new(2024, 1, 1);

    /// <summary>The months by agency and time.</summary>
    /// <param name="agencies">Lines of <c>agencies.csv</c>.</param>
    /// <param name="lastTraining">Last day of each agency's last class.</param>
    public IReadOnlyList<AgencyMonth> Draw(
        IReadOnlyList<IReadOnlyDictionary<string, string>> agencies, IReadOnlyDictionary<string, DateOnly> lastTraining)
    {
        var months = new List<AgencyMonth>();
        foreach (var agency in agencies)
        {
            var officers = int.Parse(agency["officers_employed"], System.Globalization.CultureInfo.InvariantCulture);
            var busy = random.Normal(1, 0.08);
            var estimates = officers < 50;
            for (var month = 0; month < Months; month++)
                months.Add(DrawMonth(agency["ori"], officers, busy, First.AddMonths(month)) with
                {
                    Estimated = estimates && random.Chance(0.25),
                    AfterTraining = First.AddMonths(month) > lastTraining[agency["ori"]],
                });
        }

        return months;
    }

    private AgencyMonth DrawMonth(string ori, int officers, double busy, DateOnly month)
    {
        var season = 1 + (0.10 * Math.Cos(2 * Math.PI * (month.Month - 7) / 12));
        var filled = Math.Round(officers * (0.94 + (0.06 * random.Uniform())), 1);
        var calls = (int)(filled * 28 * busy * season * random.Normal(1, 0.04));
        var initiated = (int)(filled * 14 * busy * season * random.Normal(1, 0.08));
        return new AgencyMonth
        {
            Ori = ori,
            Month = month,
            CallsForService = calls,
            OfficerInitiated = initiated,
            CourtActivities = (int)(filled * random.Normal(1.5, 0.1)),
            Arrests = random.Poisson((calls + initiated) * 0.022),
            OfficerMonths = filled,
            Estimated = false,
            AfterTraining = false,
        };
    }
}
