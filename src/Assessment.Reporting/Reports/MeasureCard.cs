namespace Assessment.Reporting.Reports;

/// <summary>What a measure is.</summary>
/// <param name="Id">"M1" to "M14".</param>
/// <param name="Name">Name used in tables.</param>
/// <param name="Definition">Numerator, denominator, unit, and known limits.</param>
/// <param name="Source">Which records it is counted from, and the duty it answers.</param>
public sealed record MeasureCard(string Id, string Name, string Definition, string Source)
{
    /// <summary>The measures of the grant performance report.</summary>
    public static readonly IReadOnlyList<MeasureCard> All =
    [
        new("M1", "Officers trained", "Different officers who completed at least one course on the topics by the last day of the fiscal year. A person counts once. A course is called certified only when the Attorney General had certified it on the date.", Register("officers-trained")),
        new("M2", "Coverage", "M1 divided by officers employed on the date of the headcount, in percent. All records, so it has no sampling interval.", Register("officers-employed")),
        new("M3", "Mental health professionals trained", "Different covered mental health professionals (employed by the agency or under a legal agreement with it) who completed a course. They are not part of M1.", Register("professionals-count")),
        new("M4", "Hours taught", "Hours taught in all classes of the year, and minutes of scenario-based exercises as percent of them.", "Class records"),
        new("M5", "Knowledge gain", "Mean of post-test minus pre-test of the same people on the whole test, in points of 100. People without both tests are counted apart. Before and after in one group: cause not shown.", Tests("test-information")),
        new("M6", "Pass rate", "People who reached the pass mark, divided by the people who took both tests, in percent.", Tests("test-information")),
        new("M7", "Application on the job", "Indicators shown divided by indicators with an opportunity, in percent, averaged over people; self-report and supervisor apart.", Tests("follow-up-information")),
        new("M8", "Follow-up response", "Follow-ups done divided by follow-ups due, in percent. Due means that the time window had closed on the date of the data.", Tests("follow-up-information")),
        new("M9", "Curriculum adherence", "Required elements delivered divided by required elements, summed over classes, in percent.", "Class records, filled in by trainers"),
        new("M10", "Interactions with a tactic used", "Interactions in which a de-escalation tactic was used, per 1,000 contacts with the public; share resolved without force.", Interactions()),
        new("M11", "Force incidents and applications", "Incidents, and applications of force, each per 1,000 contacts and per 100 officer-months. The two are never added.", Interactions()),
        new("M12", "Injuries", "Officers, subjects and third parties injured, each per 1,000 contacts and per force incident; serious injuries apart.", Interactions()),
        new("M13", "Unmet need", "Officers employed who have not completed any topic, times the cost of training one officer, in dollars.", $"Training and grant records; {Citation.Of("money-and-plan")}"),
        new("M14", "Money", "Dollars received, spent, spent on training and unspent, by the last day of the fiscal year.", $"Grant records; {Citation.Of("money-and-plan")}"),
    ];

    /// <summary>The card of an id.</summary>
    public static MeasureCard Of(string id) => All.Single(card => card.Id == id);

    private static string Register(string citation) => $"Training records; {Citation.Of(citation)}";

    private static string Tests(string citation) => $"Stored findings; {Citation.Of(citation)}";

    private static string Interactions() => $"Interaction records; {Citation.Of("interactions")}";
}
