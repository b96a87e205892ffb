using Assessment.Domain.Instruments;

namespace Assessment.Evaluation.Scores;

/// <summary>What an unanswered item does to a score. Each kind of instrument has one rule; how often it acted is reported.</summary>
public enum MissingItemRule
{
    /// <summary>Knowledge tests: a blank earns nothing and its points stay possible; an attempt without any answer is no score.</summary>
    BlankEarnsNothing,

    /// <summary>Scales: listwise; one blank and there is no score.</summary>
    CompleteOnly,

    /// <summary>Checklists: an indicator without opportunity leaves numerator and denominator; none applicable is no score.</summary>
    ApplicableOnly,
}

/// <summary>The rule of each kind.</summary>
public static class MissingItemRules
{
    /// <summary>The rule of an instrument's kind.</summary>
    public static MissingItemRule Of(InstrumentKind kind) => kind switch
    {
        InstrumentKind.KnowledgeTest => MissingItemRule.BlankEarnsNothing,
        InstrumentKind.Scale => MissingItemRule.CompleteOnly,
        InstrumentKind.FollowUpChecklist => MissingItemRule.ApplicableOnly,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no rule for missing items."),
    };
}
