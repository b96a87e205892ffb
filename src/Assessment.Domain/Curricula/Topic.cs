namespace Assessment.Domain.Curricula;

/// <summary>A topic of the Act, Pub. L. 117-325; 34 U.S.C. 10381(n)(1)(A)(i)–(iv).</summary>
/// <param name="Code">Code used in files and tables.</param>
/// <param name="Numeral">The Act's numeral, i to iv.</param>
/// <param name="Title">What a table prints.</param>
public sealed record Topic(string Code, string Numeral, string Title)
{
    /// <summary>Topic i: de-escalation tactics and alternatives to use of force.</summary>
    public static readonly Topic DeescalationAndAlternatives = new("DE_ALT", "i", "De-escalation tactics and alternatives to use of force");

    /// <summary>Topic ii: safely responding to a person in crisis or with a disability.</summary>
    public static readonly Topic CrisisAndDisability = new("CRISIS_DIS", "ii", "Safely responding to a person in crisis or with a disability");

    /// <summary>Topic iii: successfully participating on a crisis intervention team.</summary>
    public static readonly Topic CrisisTeam = new("CIT_PART", "iii", "Participating on a crisis intervention team");

    /// <summary>Topic iv: making referrals.</summary>
    public static readonly Topic Referral = new("REFERRAL", "iv", "Making referrals to community services");

    /// <summary>The four topics in the Act's order.</summary>
    public static readonly IReadOnlyList<Topic> All = [DeescalationAndAlternatives, CrisisAndDisability, CrisisTeam, Referral];

    /// <summary>The topic with this code, or null.</summary>
    public static Topic? Find(string code) => All.FirstOrDefault(topic => topic.Code == code);
}
