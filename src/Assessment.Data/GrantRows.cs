namespace Assessment.Data;

/// <summary>One award of money to an agency.</summary>
public sealed record GrantRow
{
    /// <summary>The recipient.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int GrantNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid GrantId { get; init; }

    /// <summary>Number as the grantor writes it.</summary>
    public string AwardNumber { get; init; } = "";

    /// <summary>jag-training, cops-deescalation, state or other.</summary>
    public string Stream { get; init; } = "";

    /// <summary>Title of the award.</summary>
    public string Title { get; init; } = "";

    /// <summary>First day of the period of performance.</summary>
    public DateOnly PeriodFrom { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly PeriodTo { get; init; }

    /// <summary>Amount awarded, US cents.</summary>
    public long AmountCents { get; init; }

    /// <summary>Federal fiscal year in which money first came.</summary>
    public int FirstFiscalYear { get; init; }

    /// <summary>State agency that passed the money on; null when direct.</summary>
    public int? PassedThroughBy { get; init; }
}

/// <summary>A report owed for an award.</summary>
public sealed record GrantReportRow
{
    /// <summary>The recipient.</summary>
    public int AgencyId { get; init; }

    /// <summary>The award.</summary>
    public int GrantNo { get; init; }

    /// <summary>Federal fiscal year reported on.</summary>
    public int FiscalYear { get; init; }

    /// <summary>Report 1, 2 or 3 of 3.</summary>
    public int ReportYear { get; init; }

    /// <summary>First day of the fiscal year.</summary>
    public DateOnly FiscalFrom { get; init; }

    /// <summary>Last day of the fiscal year.</summary>
    public DateOnly FiscalTo { get; init; }

    /// <summary>Last day to hand it in.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Day it was handed in; null before.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>Receipt of the grantor; null before.</summary>
    public string? Receipt { get; init; }

    /// <summary>Who answers questions, as a role.</summary>
    public string ContactRole { get; init; } = "";

    /// <summary>The agency elects to report courses paid from other sources.</summary>
    public bool OtherFundsElected { get; init; }

    /// <summary>Plan for what is unspent; null when none was given.</summary>
    public string? UnspentPlan { get; init; }

    /// <summary>Cost of training one officer, US cents; null unknown.</summary>
    public long? CostPerOfficerCents { get; init; }

    /// <summary>Statements the award asks for, JSON array of text.</summary>
    public string Statements { get; init; } = "[]";
}

/// <summary>An answer to one of the seven narrative questions.</summary>
public sealed record NarrativeAnswerRow
{
    /// <summary>The recipient.</summary>
    public int AgencyId { get; init; }

    /// <summary>The award.</summary>
    public int GrantNo { get; init; }

    /// <summary>Fiscal year reported on.</summary>
    public int FiscalYear { get; init; }

    /// <summary>Question 1 to 7.</summary>
    public int QuestionNo { get; init; }

    /// <summary>The answer.</summary>
    public string Answer { get; init; } = "";
}

/// <summary>A value aimed at.</summary>
public sealed record MeasureTargetRow
{
    /// <summary>The recipient.</summary>
    public int AgencyId { get; init; }

    /// <summary>The award.</summary>
    public int GrantNo { get; init; }

    /// <summary>Fiscal year aimed at.</summary>
    public int FiscalYear { get; init; }

    /// <summary>M1 to M14.</summary>
    public string MeasureCode { get; init; } = "";

    /// <summary>Value aimed at.</summary>
    public double Target { get; init; }

    /// <summary>Its unit in words.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where the target comes from.</summary>
    public string Source { get; init; } = "";
}

/// <summary>An entry of money.</summary>
public sealed record MoneyLineRow
{
    /// <summary>The recipient.</summary>
    public int AgencyId { get; init; }

    /// <summary>The award.</summary>
    public int GrantNo { get; init; }

    /// <summary>Order of the entries; given by the store.</summary>
    public int LineNo { get; init; }

    /// <summary>received, retained, passed-through, spent or planned.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Cost line; see the schema.</summary>
    public string Category { get; init; } = "";

    /// <summary>US cents; negative for a correction.</summary>
    public long AmountCents { get; init; }

    /// <summary>Day of the entry.</summary>
    public DateOnly BookedOn { get; init; }

    /// <summary>What for; null when not said.</summary>
    public string? Note { get; init; }
}

/// <summary>A barrier to providing training.</summary>
public sealed record BarrierRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int BarrierNo { get; init; }

    /// <summary>Topic it hinders; null for all.</summary>
    public string? TopicCode { get; init; }

    /// <summary>The barrier's code; see the schema.</summary>
    public string Code { get; init; } = "";

    /// <summary>First day of the first month affected.</summary>
    public DateOnly FirstMonth { get; init; }

    /// <summary>First day of the last month affected; null while it lasts.</summary>
    public DateOnly? LastMonth { get; init; }

    /// <summary>In words.</summary>
    public string Description { get; init; } = "";

    /// <summary>What is done about it; null when nothing.</summary>
    public string? Action { get; init; }
}

/// <summary>Part of the dated plan to train all officers.</summary>
public sealed record TrainingPlanRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int PlanNo { get; init; }

    /// <summary>Topic.</summary>
    public string TopicCode { get; init; } = "";

    /// <summary>First day of the quarter.</summary>
    public DateOnly Quarter { get; init; }

    /// <summary>Officers to be trained in it.</summary>
    public int OfficersPlanned { get; init; }

    /// <summary>Expected cost, US cents.</summary>
    public long CostCents { get; init; }
}
