using Assessment.Statistics.Rates;

namespace Assessment.Evaluation.Classes;

/// <summary>What a class sheet may say, by how many people it rests on.</summary>
public enum ClassSheetKind
{
    /// <summary>Shares by objective: eleven people or more.</summary>
    Shares,

    /// <summary>Objectives to talk about, without any number: five to ten people.</summary>
    TalkingPoints,

    /// <summary>All objectives, nothing of the answers: fewer than five people.</summary>
    NothingOfTheAnswers,
}

/// <summary>An objective with the class's mean share of its points. Numbers are whole percent, so that one person does not move them visibly.</summary>
/// <param name="Objective">Code.</param>
/// <param name="PeopleFrom">At least so many people had items of it; the interval is that of this many.</param>
/// <param name="PeopleTo">At most so many.</param>
/// <param name="Percent">Mean share; null beyond 90 or below 10 percent, which would tell what nearly everybody did.</param>
/// <param name="LowerPercent">Lower limit of Wilson's 95 % interval; null without a share.</param>
/// <param name="UpperPercent">Upper limit; null without a share.</param>
/// <param name="Beyond">"over 90" or "under 10" in place of the numbers; null with them.</param>
public sealed record ObjectiveLine(
    string Objective, int PeopleFrom, int PeopleTo, int? Percent, int? LowerPercent, int? UpperPercent, string? Beyond);

/// <summary>
/// What a trainer learns of a class after a test: where it stands by objective, never a person. Pure. The rules are those of
/// docs/classroom.md: groups of eleven, people counted in bands, whole percent, no extreme shares; below that, objectives to talk
/// about whose choice hangs on no single person.
/// </summary>
/// <param name="Kind">What it may say.</param>
/// <param name="Lines">Shares, hardest first; empty for the other kinds.</param>
/// <param name="TalkAbout">Objectives to talk about, in the order of the test; empty with shares, or when none stands out.</param>
/// <param name="Others">Further objectives of the test, of which nothing is said.</param>
public sealed record ClassSheet(
    ClassSheetKind Kind, IReadOnlyList<ObjectiveLine> Lines, IReadOnlyList<string> TalkAbout, IReadOnlyList<string> Others)
{
    /// <summary>A number about a group needs so many people (docs/privacy.md).</summary>
    public const int LeastPeople = 11;

    /// <summary>Anything that follows from answers needs so many people.</summary>
    public const int LeastForTalk = 5;

    /// <summary>A sheet that was shown is made anew only when so many more people have handed in.</summary>
    public const int LeastNewcomers = 5;

    private const int Hardest = 3;
    private const double WellKnown = 0.8;

    /// <summary>The sheet of a class.</summary>
    /// <param name="objectives">Codes in the order of the test.</param>
    /// <param name="people">Per person the share of the points earned, 0 to 1, of each objective that the person's form has.</param>
    public static ClassSheet Of(IReadOnlyList<string> objectives, IReadOnlyList<IReadOnlyDictionary<string, double>> people)
    {
        ArgumentNullException.ThrowIfNull(objectives);
        ArgumentNullException.ThrowIfNull(people);
        var lines = objectives.Select(objective => (Objective: objective, Shares: Shares(people, objective)))
            .Where(line => line.Shares.Count >= LeastPeople)
            .Select(line => Line(line.Objective, line.Shares))
            .OrderBy(Rank).ThenBy(line => line.Objective, StringComparer.Ordinal)
            .ToList();
        if (lines.Count > 0)
        {
            return new(ClassSheetKind.Shares, lines, [], [.. objectives.Except(lines.Select(line => line.Objective))]);
        }

        if (people.Count < LeastForTalk)
        {
            return new(ClassSheetKind.NothingOfTheAnswers, [], [], objectives);
        }

        var talk = objectives.Where(objective => IsHardWhoeverIsLeftOut(objective, objectives, people)).ToList();
        return new(ClassSheetKind.TalkingPoints, [], talk, [.. objectives.Except(talk)]);
    }

    private static List<double> Shares(IEnumerable<IReadOnlyDictionary<string, double>> people, string objective) =>
        [.. people.Where(person => person.ContainsKey(objective)).Select(person => person[objective])];

    private static ObjectiveLine Line(string objective, List<double> shares)
    {
        var (from, to) = Band(shares.Count);
        var estimate = Proportion.OfMeanShare(Math.Clamp(shares.Average(), 0, 1), from);
        var percent = Percent(estimate.Value);
        return percent is > 90 or < 10
            ? new(objective, from, to, null, null, null, percent > 90 ? "over 90" : "under 10")
            : new(objective, from, to, percent, Percent(estimate.Interval!.Lower), Percent(estimate.Interval.Upper), null);
    }

    /// <summary>11 to 14, 15 to 19, 20 to 24, …: how many refused consent cannot be told from it.</summary>
    private static (int From, int To) Band(int people) => (Math.Max(LeastPeople, people / 5 * 5), (people / 5 * 5) + 4);

    private static int Percent(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);

    private static int Rank(ObjectiveLine line) => line.Percent ?? (line.Beyond == "over 90" ? 101 : -1);

    /// <summary>
    /// Among the hardest three and below 80 percent, and still so whichever one person is left out: then no single person's
    /// answers have put it on the list.
    /// </summary>
    private static bool IsHardWhoeverIsLeftOut(
        string objective, IReadOnlyList<string> objectives, IReadOnlyList<IReadOnlyDictionary<string, double>> people) =>
        people.All(one => IsHard(objective, objectives, [.. people.Where(other => !ReferenceEquals(other, one))]));

    private static bool IsHard(string objective, IReadOnlyList<string> objectives, List<IReadOnlyDictionary<string, double>> people)
    {
        var shares = Shares(people, objective);
        if (shares.Count < LeastForTalk - 1 || shares.Average() >= WellKnown) return false;
        var mine = shares.Average();
        return objectives.Count(other => other != objective && Shares(people, other) is { Count: > 0 } theirs && theirs.Average() < mine) < Hardest;
    }
}
