using Assessment.Domain.Curricula;
using Assessment.Domain.Instruments;

namespace Assessment.Evaluation.Scores;

/// <summary>What the items of a scale have in common.</summary>
public enum ScaleGroup
{
    /// <summary>All items of the form.</summary>
    Total,

    /// <summary>A topic of the Act.</summary>
    Topic,

    /// <summary>Knowledge or skill.</summary>
    Ability,

    /// <summary>A learning objective.</summary>
    Objective,
}

/// <summary>A set of items summed to one score.</summary>
/// <param name="Group">What the items have in common.</param>
/// <param name="Code">"total", a topic code, "knowledge", "skill" or an objective code.</param>
/// <param name="Title">What a table prints.</param>
public sealed record Scale(ScaleGroup Group, string Code, string Title)
{
    /// <summary>The whole form.</summary>
    public static readonly Scale Total = new(ScaleGroup.Total, "total", "Whole test");

    private static readonly Scale Knowledge = new(ScaleGroup.Ability, "knowledge", "Knowledge items");

    private static readonly Scale Skill = new(ScaleGroup.Ability, "skill", "Skill items");

    /// <summary>Total; for knowledge tests also topics in the Act's order, knowledge and skill, and objectives by code.</summary>
    internal static IReadOnlyList<Scale> Of(IReadOnlyList<FormLayout> forms)
    {
        if (forms[0].Kind != InstrumentKind.KnowledgeTest) return [Total];
        var items = forms.SelectMany(form => form.Items).ToArray();
        var topics = Topic.All.Where(topic => items.Any(item => item.Topic == topic.Code));
        var objectives = items.Select(item => item.Objective).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        return
        [
            Total,
            .. topics.Select(topic => new Scale(ScaleGroup.Topic, topic.Code, topic.Title)),
            .. new[] { Knowledge, Skill }.Where(scale => items.Any(scale.Holds)),
            .. objectives.Select(code => new Scale(ScaleGroup.Objective, code, $"Objective {code}")),
        ];
    }

    /// <summary>Whether an item belongs to the scale.</summary>
    internal bool Holds(FormItem item) => Group switch
    {
        ScaleGroup.Total => true,
        ScaleGroup.Topic => item.Topic == Code,
        ScaleGroup.Ability => item.Ability == (Code == Skill.Code ? Ability.Skill : Ability.Knowledge),
        _ => item.Objective == Code,
    };
}
