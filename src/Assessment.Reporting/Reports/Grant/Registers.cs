namespace Assessment.Reporting.Reports.Grant;

/// <summary>A target of the application.</summary>
/// <param name="Measure">Measure id, "M1" to "M14".</param>
/// <param name="Value">The number aimed at.</param>
/// <param name="Unit">Its unit, such as "officers".</param>
/// <param name="Source">Where it was set, such as "application".</param>
public sealed record MeasureTarget(string Measure, double Value, string Unit, string Source);

/// <summary>What last year's report printed for a measure, word for word: it was protected then, and stays so.</summary>
/// <param name="Measure">Measure id.</param>
/// <param name="Printed">Such as "61.3 percent" or "suppressed".</param>
public sealed record LastYearValue(string Measure, string Printed);

/// <summary>A barrier to providing training.</summary>
/// <param name="Topic">Topic code, or null for all topics.</param>
/// <param name="Kind">Coded kind in words.</param>
/// <param name="Months">Months affected.</param>
/// <param name="Text">What happened.</param>
/// <param name="Action">What was done.</param>
public sealed record Barrier(string? Topic, string Kind, int Months, string Text, string Action);

/// <summary>A quarter of the plan to train all officers.</summary>
/// <param name="Quarter">Such as "2026-Q1".</param>
/// <param name="Topics">Topic codes.</param>
/// <param name="Officers">Officers planned.</param>
/// <param name="Cost">Planned cost in dollars.</param>
public sealed record PlanQuarter(string Quarter, IReadOnlyList<string> Topics, int Officers, decimal Cost);

/// <summary>An answer to one of the seven narrative questions.</summary>
/// <param name="Number">1 to 7.</param>
/// <param name="Question">The question as asked.</param>
/// <param name="Answer">The answer; empty when none was given.</param>
public sealed record NarrativeAnswer(int Number, string Question, string Answer)
{
    /// <summary>The seven questions in order; one that nobody entered prints with the answer missing.</summary>
    public static readonly IReadOnlyList<string> Questions =
    [
        "What were your accomplishments in this reporting period?",
        "Which goals of your application were accomplished?",
        "What problems or barriers did you meet?",
        "Is there help that the grantor can give?",
        "Are you on track, in money and in program?",
        "Which activities are planned for the next six months?",
        "Which innovative programs would you like to share?",
    ];
}

/// <summary>A check of the data.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="Passed">Records that passed.</param>
/// <param name="Failed">Records that failed.</param>
/// <param name="Action">What was or will be done; empty when nothing failed.</param>
public sealed record DataCheck(string Check, int Passed, int Failed, string Action);
