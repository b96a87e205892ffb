using System.ComponentModel.DataAnnotations;

namespace Assessment.Api.Features.Grants;

/// <summary>What a grantee enters for one fiscal year of an award. Money is whole US cents, months are first days.</summary>
internal static class GrantEntry
{
    /// <param name="AwardNumber">Number as the grantor writes it.</param>
    /// <param name="Stream">Source of the money; jag-training is 34 U.S.C. 10159.</param>
    /// <param name="Title">Title of the award.</param>
    /// <param name="PeriodFrom">First day of the period of performance.</param>
    /// <param name="PeriodTo">Last day.</param>
    /// <param name="AmountCents">Amount awarded.</param>
    /// <param name="Year">The fiscal year to report on.</param>
    internal sealed record Request(
        [property: Required, StringLength(60, MinimumLength = 2)] string AwardNumber,
        [property: Required, AllowedValues("jag-training", "cops-deescalation", "state", "other")] string Stream,
        [property: Required, StringLength(300, MinimumLength = 2)] string Title,
        DateOnly PeriodFrom,
        DateOnly PeriodTo,
        [property: Range(0, 1_000_000_000_000)] long AmountCents,
        [property: Required] ReportedYear Year);

    /// <param name="FiscalYear">Federal fiscal year, named by the year in which it ends.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day.</param>
    /// <param name="ReportYear">1, 2 or 3.</param>
    /// <param name="DueOn">Last day to hand the report in.</param>
    /// <param name="ContactRole">Who answers questions, as a role and not a name.</param>
    /// <param name="OtherFundsElected">The agency elects to report courses paid from other sources.</param>
    /// <param name="UnspentPlan">Plan for what is unspent.</param>
    /// <param name="CostPerOfficerCents">What training one officer costs; null unknown.</param>
    internal sealed record ReportedYear(
        [property: Range(2022, 2100)] int FiscalYear,
        DateOnly From,
        DateOnly To,
        [property: Range(1, 3)] int ReportYear,
        DateOnly DueOn,
        [property: Required, StringLength(200, MinimumLength = 2)] string ContactRole,
        bool OtherFundsElected,
        [property: StringLength(2000)] string? UnspentPlan,
        [property: Range(0, 100_000_000)] long? CostPerOfficerCents)
    {
        /// <summary>Money as booked.</summary>
        [Required, MaxLength(1000)]
        public IReadOnlyList<MoneyLine> Money { get; init; } = [];

        /// <summary>Barriers of the agency.</summary>
        [Required, MaxLength(100)]
        public IReadOnlyList<Barrier> Barriers { get; init; } = [];

        /// <summary>Plan to train all officers.</summary>
        [Required, MaxLength(100)]
        public IReadOnlyList<PlanQuarter> Plan { get; init; } = [];

        /// <summary>Targets, one per measure.</summary>
        [Required, MaxLength(14)]
        public IReadOnlyList<Target> Targets { get; init; } = [];

        /// <summary>Answers to the seven narrative questions.</summary>
        [Required, MaxLength(7)]
        public IReadOnlyList<Narrative> Narrative { get; init; } = [];

        /// <summary>Acknowledgment, disclaimer and what else the award asks for, as it is to be printed.</summary>
        [Required, MaxLength(10)]
        public IReadOnlyList<string> Statements { get; init; } = [];
    }

    /// <param name="Kind">received, retained, passed-through, spent or planned.</param>
    /// <param name="Category">Cost line; "unassigned" for money received.</param>
    /// <param name="Cents">Negative for a correction.</param>
    /// <param name="BookedOn">Day of the entry.</param>
    /// <param name="Note">What for.</param>
    internal sealed record MoneyLine(
        [property: Required, AllowedValues("received", "retained", "passed-through", "spent", "planned")] string Kind,
        [property: Required, AllowedValues("conduct", "attendance", "overtime", "procurement", "reporting", "fbi-collection", "continuing-education", "partners", "unassigned")] string Category,
        long Cents,
        DateOnly BookedOn,
        [property: StringLength(500)] string? Note);

    /// <param name="Topic">Topic it hinders; null for all.</param>
    /// <param name="Code">The barrier's code.</param>
    /// <param name="FirstMonth">First day of the first month affected.</param>
    /// <param name="LastMonth">First day of the last month affected; null while it lasts.</param>
    /// <param name="Text">What happened.</param>
    /// <param name="Action">What is done about it.</param>
    internal sealed record Barrier(
        string? Topic,
        [property: Required, AllowedValues("staffing", "hiring", "budget", "procurement", "contracting", "backfill-cost", "no-course-near", "no-certified-course", "trainer-shortage", "scheduling", "facilities", "technology", "labor-agreement", "mental-health-partner", "policy", "other")] string Code,
        DateOnly FirstMonth,
        DateOnly? LastMonth,
        [property: Required, StringLength(2000, MinimumLength = 2)] string Text,
        [property: StringLength(2000)] string? Action);

    /// <summary>Places planned in a quarter; one place teaches all its topics, and its cost is shared among them equally.</summary>
    /// <param name="Quarter">Calendar quarter, such as "2026-Q1".</param>
    /// <param name="Topics">Topics taught.</param>
    /// <param name="Officers">Places for officers.</param>
    /// <param name="Cents">Expected cost of all places.</param>
    internal sealed record PlanQuarter(
        [property: Required, RegularExpression("^20[0-9]{2}-Q[1-4]$")] string Quarter,
        [property: Required, MinLength(1), MaxLength(4)] IReadOnlyList<string> Topics,
        [property: Range(0, 100_000)] int Officers,
        [property: Range(0, 1_000_000_000_000)] long Cents);

    /// <param name="Measure">M1 to M14.</param>
    /// <param name="Value">Value aimed at.</param>
    /// <param name="Unit">Its unit in words, such as "officers".</param>
    /// <param name="Source">Where it was set, such as "application".</param>
    internal sealed record Target(
        [property: Required, RegularExpression("^M([1-9]|1[0-4])$")] string Measure,
        [property: Range(0, 1e12)] double Value,
        [property: Required, StringLength(80, MinimumLength = 1)] string Unit,
        [property: Required, StringLength(80, MinimumLength = 2)] string Source);

    /// <param name="Question">1 to 7.</param>
    /// <param name="Answer">The answer.</param>
    internal sealed record Narrative([property: Range(1, 7)] int Question, [property: Required, StringLength(8000, MinimumLength = 1)] string Answer);
}
