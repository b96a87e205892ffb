using System.Globalization;
using System.Text.Json;

namespace Assessment.Api.Features.Demo;

/// <summary>A grant of the study: registered at the start, reported at the end.</summary>
internal sealed record DemoGrant(DemoAgency Agency, Guid GrantId, int FiscalYear)
{
    private sealed record NewGrant(Guid GrantId);

    private sealed record NewReport(Guid ReportId);

    /// <summary>Registers an award of grants.json.</summary>
    public static async Task<DemoGrant> RegisterAsync(DemoAgency agency, JsonElement grant)
    {
        var registered = await agency.Admin.PostAsync<NewGrant>("/api/grants", new
        {
            awardNumber = Text(grant, "award"),
            stream = "jag-training",
            title = "De-escalation and crisis response training",
            periodFrom = Text(grant, "periodFrom"),
            periodTo = Text(grant, "periodTo"),
            amountCents = Cents(grant.GetProperty("amounts"), "received"),
            year = Year(grant),
        });
        return new DemoGrant(agency, registered.GrantId, grant.GetProperty("fiscalYear").GetInt32());
    }

    /// <summary>Makes the fiscal year's report; answers the PDF with its machine copy as a zip.</summary>
    public async Task<byte[]> ReportAsync()
    {
        var report = await Agency.Admin.PostAsync<NewReport>($"/api/grants/{GrantId}/reports", new { fiscalYear = FiscalYear });
        return await Agency.Admin.GetBytesAsync($"/api/reports/{report.ReportId}/files");
    }

    private static object Year(JsonElement grant) => new
    {
        fiscalYear = grant.GetProperty("fiscalYear").GetInt32(),
        from = Text(grant, "fiscalYearFrom"),
        to = Text(grant, "fiscalYearTo"),
        reportYear = grant.GetProperty("reportYear").GetInt32(),
        dueOn = Text(grant, "reportDueOn"),
        contactRole = Text(grant, "contactRole"),
        otherFundsElected = true,
        unspentPlan = Text(grant, "unspentPlan"),
        costPerOfficerCents = Cents(grant, "costPerOfficer"),
        money = Money(grant),
        barriers = List(grant, "barriers").Select(barrier => Barrier(barrier, DateOnly.Parse(Text(grant, "fiscalYearFrom"), CultureInfo.InvariantCulture))),
        plan = List(grant, "plan").Select(quarter => new
        {
            quarter = Text(quarter, "quarter"),
            topics = quarter.GetProperty("topics"),
            officers = quarter.GetProperty("officers").GetInt32(),
            cents = Cents(quarter, "cost"),
        }),
        targets = List(grant, "targets").Select(target => new
        {
            measure = Text(target, "measure"),
            value = target.GetProperty("target").GetDouble(),
            unit = Text(target, "unit"),
            source = Text(target, "source"),
        }),
        narrative = List(grant, "narrative").Select(answer => new { question = answer.GetProperty("question").GetInt32(), answer = Text(answer, "answer") }),
        statements = Statements(grant),
    };

    /// <summary>The year's money by cost line; what was spent beside the named lines stays unassigned.</summary>
    private static object[] Money(JsonElement grant)
    {
        var amounts = grant.GetProperty("amounts");
        var bookedOn = Text(grant, "fiscalYearTo");
        string[] named = ["spentOnTraining", "reportingCost", "useOfForceCollectionCost", "continuingEducation"];
        var rest = Cents(amounts, "spent") - named.Sum(line => Cents(amounts, line));
        return
        [
            new { kind = "received", category = "unassigned", cents = Cents(amounts, "received"), bookedOn = Text(grant, "fiscalYearFrom") },
            new { kind = "spent", category = "conduct", cents = Cents(amounts, "spentOnTraining"), bookedOn },
            new { kind = "spent", category = "reporting", cents = Cents(amounts, "reportingCost"), bookedOn },
            new { kind = "spent", category = "fbi-collection", cents = Cents(amounts, "useOfForceCollectionCost"), bookedOn },
            new { kind = "spent", category = "continuing-education", cents = Cents(amounts, "continuingEducation"), bookedOn },
            new { kind = "spent", category = "unassigned", cents = rest, bookedOn },
        ];
    }

    private static object Barrier(JsonElement barrier, DateOnly yearFrom) => new
    {
        topic = barrier.GetProperty("topic").GetString(),
        code = Text(barrier, "code"),
        firstMonth = yearFrom,
        lastMonth = yearFrom.AddMonths(barrier.GetProperty("months").GetInt32() - 1),
        text = Text(barrier, "text"),
        action = Text(barrier, "action"),
    };

    private static string[] Statements(JsonElement grant) =>
    [
        $"This project was supported by Award No. {Text(grant, "award")} awarded by the Bureau of Justice Assistance, Department of Justice.",
        "The opinions, findings, and conclusions or recommendations expressed in this publication are those of the authors and do not necessarily reflect the views of the Department of Justice or grant-making component.",
    ];

    private static JsonElement.ArrayEnumerator List(JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static long Cents(JsonElement element, string name) => 100 * element.GetProperty(name).GetInt64();
}
