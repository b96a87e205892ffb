namespace Assessment.Domain.People;

/// <summary>Roles of staff keys. What each may see: docs/privacy.md. Nobody's role shows a person's row of the research plane.</summary>
public static class Role
{
    /// <summary>Runs the installation: agencies and their first keys. Reads no data.</summary>
    public const string Operator = "operator";

    /// <summary>Roster, classes, forms, grants and reports of the own agency.</summary>
    public const string AgencyAdmin = "agency-admin";

    /// <summary>Runs the own agency's classes.</summary>
    public const string Trainer = "trainer";

    /// <summary>Enters follow-up ratings of the own agency's people.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Declares studies and runs their analyses; never sees a name.</summary>
    public const string Evaluator = "evaluator";

    /// <summary>Decides about releases.</summary>
    public const string PrivacyOfficer = "privacy-officer";

    /// <summary>All roles.</summary>
    public static readonly IReadOnlyList<string> All = [Operator, AgencyAdmin, Trainer, Supervisor, Evaluator, PrivacyOfficer];
}
