using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>The words of the form file for the domain's enumerations.</summary>
public static class FormWords
{
    private static readonly Dictionary<InstrumentKind, string> Kinds = new()
    {
        [InstrumentKind.KnowledgeTest] = "knowledge-test",
        [InstrumentKind.Scale] = "scale",
        [InstrumentKind.FollowUpChecklist] = "follow-up-checklist",
    };

    /// <summary>The word of an instrument kind.</summary>
    public static string Of(InstrumentKind kind) => Kinds[kind];

    private static readonly Dictionary<KeyMethod, string> Methods = new()
    {
        [KeyMethod.Authored] = "authored",
        [KeyMethod.MeanWeight] = "mean-weight",
        [KeyMethod.Consensus] = "consensus",
        [KeyMethod.ProportionEndorsement] = "proportion-endorsement",
        [KeyMethod.MeanRating] = "mean-rating",
    };

    private static readonly Dictionary<JudgementMode, string> Modes = new()
    {
        [JudgementMode.Best] = "best",
        [JudgementMode.BestAndWorst] = "best-and-worst",
        [JudgementMode.RateEach] = "rate-each",
    };

    /// <summary>The word of a way of answering a situational judgement item.</summary>
    public static string Of(JudgementMode mode) => Modes[mode];

    /// <summary>The word of the way in which weights came about.</summary>
    public static string Of(KeyMethod method) => Methods[method];

    /// <summary>The way in which weights come about that a word names; null when it names none.</summary>
    public static KeyMethod? Method(string word) => MethodOf.TryGetValue(word, out var method) ? method : null;

    /// <summary>The word of a plane.</summary>
    public static string Of(Plane plane) => plane == Plane.Training ? "training" : "research";

    /// <summary>The word of an ability.</summary>
    public static string Of(Ability ability) => ability == Ability.Skill ? "skill" : "knowledge";

    internal static readonly IReadOnlyDictionary<string, InstrumentKind> KindOf = Kinds.ToDictionary(pair => pair.Value, pair => pair.Key);

    internal static readonly IReadOnlyDictionary<string, Plane> PlaneOf = new Dictionary<string, Plane>
    {
        ["training"] = Plane.Training,
        ["research"] = Plane.Research,
    };

    internal static readonly IReadOnlyDictionary<string, Ability> AbilityOf = new Dictionary<string, Ability>
    {
        ["knowledge"] = Ability.Knowledge,
        ["skill"] = Ability.Skill,
    };

    internal static readonly IReadOnlyDictionary<string, KeyMethod> MethodOf = Methods.ToDictionary(pair => pair.Value, pair => pair.Key);

    internal static readonly IReadOnlyDictionary<string, JudgementMode> ModeOf = Modes.ToDictionary(pair => pair.Value, pair => pair.Key);

    internal static readonly IReadOnlyDictionary<string, bool> SafetyOf = new Dictionary<string, bool> { ["safe"] = true, ["unsafe"] = false };
}
