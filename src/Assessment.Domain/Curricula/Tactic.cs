namespace Assessment.Domain.Curricula;

/// <summary>One of the eight tactics observed by Todak and James (2018), used to tag items and, later, interactions.</summary>
/// <param name="Code">Code used in files and tables.</param>
/// <param name="Meaning">In plain words.</param>
public sealed record Tactic(string Code, string Meaning)
{
    /// <summary>The eight tactics.</summary>
    public static readonly IReadOnlyList<Tactic> All =
    [
        new("respect", "Respectful tone"),
        new("calm", "Stays calm and controls own emotion"),
        new("honesty", "Forthright on facts, the system and own authority"),
        new("shoes", "Puts self in the person's place"),
        new("compromise", "Uses discretion where possible"),
        new("listen", "Hears the person's side"),
        new("human", "Treats the person as an equal"),
        new("empower", "Brings the person into decisions and better future choices"),
    ];

    /// <summary>The tactic with this code, or null.</summary>
    public static Tactic? Find(string code) => All.FirstOrDefault(tactic => tactic.Code == code);
}
