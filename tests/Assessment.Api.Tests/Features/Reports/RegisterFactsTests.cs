using Assessment.Api.Features.Grants;
using Assessment.Api.Features.Reports;
using Assessment.Data;

namespace Assessment.Api.Tests.Features.Reports;

public sealed class RegisterFactsTests
{
    private static readonly GrantReportRow Year = new() { FiscalYear = 2026, FiscalFrom = new(2025, 10, 1), FiscalTo = new(2026, 9, 30), CostPerOfficerCents = 145_050 };

    [Test]
    public void Money_is_what_was_booked_by_the_end_of_the_year()
    {
        MoneyLineRow[] lines =
        [
            Line("received", "unassigned", 1_000_000), Line("spent", "conduct", 20_050), Line("spent", "partners", 100), Line("spent", "reporting", 300),
            Line("spent", "fbi-collection", 400), Line("planned", "conduct", 999), Line("spent", "conduct", 77) with { BookedOn = new(2026, 10, 1) },
        ];
        RegisterFacts.Money(lines, Year).Should().BeEquivalentTo(new
        {
            Received = 10_000m, Spent = 208.50m, SpentOnTraining = 201.50m, Reporting = 3m, UseOfForceCollection = 4m, CostPerOfficer = 1_450.50m,
        });
    }

    [Test]
    public void No_money_is_missing_and_not_zero() => RegisterFacts.Money([], Year).Should().BeNull();

    [TestCase("2025-11-01", "2026-03-01", 5)]
    [TestCase("2025-01-01", "2025-10-01", 1)]
    [TestCase("2026-08-01", null, 2)]
    [TestCase("2020-01-01", null, 12)]
    public void Barrier_counts_the_months_of_the_year(string first, string? last, int months) =>
        RegisterFacts.Barrier(new() { Code = "staffing", FirstMonth = Day(first), LastMonth = last is null ? null : Day(last) }, Year).Months.Should().Be(months);

    [Test]
    public void Plan_comes_back_as_it_was_entered()
    {
        var entered = new GrantEntry.PlanQuarter("2026-Q3", ["REFERRAL", "DE_ALT", "CIT_PART"], 66, 10_001);
        var shares = GrantRegister.Shares(entered).ToList();
        shares.Select(share => share.Cents).Should().Equal(3334, 3334, 3333);
        var rows = shares.Select(share => new TrainingPlanRow { TopicCode = share.Topic, Quarter = new(2026, 7, 1), OfficersPlanned = 66, CostCents = share.Cents });
        RegisterFacts.Plan(rows).Should().BeEquivalentTo([new { Quarter = "2026-Q3", Topics = new[] { "DE_ALT", "CIT_PART", "REFERRAL" }, Officers = 66, Cost = 100.01m }]);
    }

    private static MoneyLineRow Line(string kind, string category, long cents) =>
        new() { Kind = kind, Category = category, AmountCents = cents, BookedOn = new(2026, 1, 1) };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
