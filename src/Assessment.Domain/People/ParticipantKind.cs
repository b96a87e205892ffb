namespace Assessment.Domain.People;

/// <summary>The audience of the Act: officers, and covered mental health professionals by their tie to the agency (34 U.S.C. 10251(a)(33)).</summary>
public static class ParticipantKind
{
    /// <summary>A law enforcement officer.</summary>
    public const string Officer = "officer";

    /// <summary>A mental health professional employed by the agency.</summary>
    public const string CmhpEmployee = "cmhp-employee";

    /// <summary>A mental health professional under a legal agreement with the agency.</summary>
    public const string CmhpAgreement = "cmhp-agreement";

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<string> All = [Officer, CmhpEmployee, CmhpAgreement];
}
