namespace Assessment.Reporting.Reports.Grant;

/// <summary>Standing of a course on the date of its delivery. Only the Attorney General's status is printed as "certified".</summary>
public enum CertificationStatus
{
    /// <summary>Not submitted.</summary>
    None,

    /// <summary>Submitted, no decision.</summary>
    Submitted,

    /// <summary>Certified by the Attorney General.</summary>
    Certified,

    /// <summary>The provider claims that it is equivalent to a certified curriculum.</summary>
    EquivalentClaimed,

    /// <summary>Certification was ended.</summary>
    Terminated,
}

/// <summary>One class of a course.</summary>
/// <param name="Course">Course title.</param>
/// <param name="Provider">Who gave it.</param>
/// <param name="Certification">Status on the last day.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record CourseDelivered(string Course, string Provider, CertificationStatus Certification, DateOnly From, DateOnly To)
{
    /// <summary>Hours taught.</summary>
    public required double Hours { get; init; }

    /// <summary>Minutes of scenario-based exercises among them.</summary>
    public required int ScenarioMinutes { get; init; }

    /// <summary>Officers who completed it.</summary>
    public required int Officers { get; init; }

    /// <summary>Covered mental health professionals who completed it.</summary>
    public required int Professionals { get; init; }

    /// <summary>Required elements that were delivered.</summary>
    public required int ElementsDelivered { get; init; }

    /// <summary>Elements the curriculum requires.</summary>
    public required int ElementsRequired { get; init; }
}
