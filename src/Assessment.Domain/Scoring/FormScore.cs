using Assessment.Domain.Instruments;

namespace Assessment.Domain.Scoring;

/// <summary>Points earned of points possible in one group of items.</summary>
/// <param name="Group">Topic code, objective code, or ability.</param>
/// <param name="Earned">Points earned; blanks earn none.</param>
/// <param name="Possible">Most points of the group.</param>
public sealed record SubScore(string Group, Points Earned, Points Possible);

/// <summary>A scored attempt: item points in form order, and their sums per form, topic, objective and ability.</summary>
/// <param name="Items">Points per item in form order; null where nothing was scored.</param>
/// <param name="Earned">Sum over the form; blanks earn none.</param>
/// <param name="Possible">Most points of the form.</param>
/// <param name="Passed">Whether the pass mark was reached; null when the form has none, or while ratings that could still reach it are missing.</param>
/// <param name="Topics">Per topic of the Act, in order of first appearance.</param>
/// <param name="Objectives">Per learning objective.</param>
/// <param name="Abilities">Knowledge and skill apart.</param>
public sealed record FormScore(
    IReadOnlyList<Points?> Items,
    Points Earned,
    Points Possible,
    bool? Passed,
    IReadOnlyList<SubScore> Topics,
    IReadOnlyList<SubScore> Objectives,
    IReadOnlyList<SubScore> Abilities)
{
    /// <summary>Identifiers of items that were answered and wait for raters; until they are rated they earn none.</summary>
    public IReadOnlyList<string> Unrated { get; init; } = [];

    /// <summary>Scores a form from its stored responses.</summary>
    /// <param name="form">The form version the attempt was taken on.</param>
    /// <param name="responseTo">Stored response per item identifier; null when there is none.</param>
    /// <param name="ratedAs">Points that raters gave, per identifier of a constructed response (<see cref="RubricScoring"/>); null while unrated.</param>
    public static FormScore Of(Form form, Func<string, string?> responseTo, Func<string, Points?>? ratedAs = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(responseTo);
        var points = form.Items.Select(item => Score(item, responseTo(item.Identifier), ratedAs)).ToArray();
        var unrated = form.Items.Where((item, i) => item is ConstructedResponse && points[i] is null && !string.IsNullOrEmpty(responseTo(item.Identifier)))
            .Select(item => item.Identifier).ToList();
        var earned = Sum(points.Select(point => point ?? Points.Zero));
        return new FormScore(
            points,
            earned,
            form.MaxPoints,
            Passes(form, earned, unrated.Count > 0),
            By(form, points, item => item.Tags.Topic),
            By(form, points, item => item.Tags.Objective),
            By(form, points, item => item.Tags.Ability == Ability.Skill ? "skill" : "knowledge")) { Unrated = unrated };
    }

    /// <summary>A response that was not given earns nothing, whatever a rater wrote.</summary>
    private static Points? Score(Item item, string? response, Func<string, Points?>? ratedAs) =>
        item is ConstructedResponse && !string.IsNullOrEmpty(response) ? ratedAs?.Invoke(item.Identifier) : ItemScoring.Score(item, response);

    private static bool? Passes(Form form, Points earned, bool mayRise) =>
        form.PassMark is not { } mark ? null
        : earned.Ticks >= mark.Ticks ? true
        : mayRise ? null
        : false;

    private static List<SubScore> By(Form form, Points?[] points, Func<Item, string?> group) =>
        form.Items.Select((item, i) => (Group: item is Stimulus ? null : group(item), Earned: points[i] ?? Points.Zero, item.MaxPoints))
            .Where(line => line.Group is not null)
            .GroupBy(line => line.Group!)
            .Select(lines => new SubScore(lines.Key, Sum(lines.Select(line => line.Earned)), Sum(lines.Select(line => line.MaxPoints))))
            .ToList();

    private static Points Sum(IEnumerable<Points> points) => points.Aggregate(Points.Zero, (sum, point) => sum + point);
}
