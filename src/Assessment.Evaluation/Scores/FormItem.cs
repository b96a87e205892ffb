using Assessment.Domain.Instruments;

namespace Assessment.Evaluation.Scores;

/// <summary>What summing needs to know of an item.</summary>
/// <param name="Topic">Topic code of the Act, or null.</param>
/// <param name="Objective">Learning objective code, or null.</param>
/// <param name="Ability">Knowledge or skill.</param>
/// <param name="MaxTicks">Most ticks the item gives (1 point = 12,600 ticks); 0 for a stimulus, which is no item of any analysis.</param>
public sealed record FormItem(string? Topic, string? Objective, Ability Ability, int MaxTicks);
