namespace Assessment.Reporting.Reports;

/// <summary>A place in the law. The public law comes first; its place in the Code may move.</summary>
/// <param name="Key">Name used by reports.</param>
/// <param name="PublicLaw">Place in the public law.</param>
/// <param name="Code">Place in the United States Code.</param>
public sealed record Citation(string Key, string PublicLaw, string Code)
{
    private const string Act = "Pub. L. 117-325";

    /// <summary>The Act's definitions, curricula and certification, and the duties of grantees: the one table to edit.</summary>
    public static readonly IReadOnlyList<Citation> All =
    [
        new("act", Act, "34 U.S.C. 10159 and 10381(n)"),
        new("topics", Act, "34 U.S.C. 10381(n)(1)(A)"),
        new("tests", Act, "34 U.S.C. 10381(n)(1)(B)(ii)"),
        new("follow-up", Act, "34 U.S.C. 10381(n)(1)(B)(iii)"),
        new("certification", Act, "34 U.S.C. 10381(n)(2)"),
        new("professionals", Act, "34 U.S.C. 10251(a)(33)"),
        new("professionals-count", Act, "34 U.S.C. 10381(n)(4)(D) and (E)"),
        new("caps", Act, "34 U.S.C. 10159(b)(1)(D) and (E)"),
        new("continuing-education", Act, "34 U.S.C. 10159(b)(2)"),
        new("annual-report", Act, "34 U.S.C. 10159(d)(1)"),
        new("officers-trained", Act, "34 U.S.C. 10159(d)(1)(A)"),
        new("other-sources", Act, "34 U.S.C. 10159(d)(1)(B)"),
        new("officers-employed", Act, "34 U.S.C. 10159(d)(1)(C)"),
        new("barriers", Act, "34 U.S.C. 10159(d)(1)(D)"),
        new("test-information", Act, "34 U.S.C. 10159(d)(1)(E)(i)"),
        new("follow-up-information", Act, "34 U.S.C. 10159(d)(1)(E)(ii)"),
        new("money-and-plan", Act, "34 U.S.C. 10159(d)(1)(F)"),
        new("interactions", Act, "34 U.S.C. 10159(d)(4)"),
        new("confidentiality", "Omnibus Crime Control and Safe Streets Act of 1968", "34 U.S.C. 10231(a)"),
    ];

    /// <summary>"Pub. L. 117-325 (34 U.S.C. 10159(d)(1))".</summary>
    /// <param name="key">Key of a line of <see cref="All"/>.</param>
    public static string Of(string key)
    {
        var citation = All.Single(line => line.Key == key);
        return $"{citation.PublicLaw} ({citation.Code})";
    }
}
