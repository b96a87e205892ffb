namespace Assessment.Statistics.TestQuality;

/// <summary>What a band of values of one result is good for.</summary>
/// <param name="Below">The band ends below this value; +∞ for the last one.</param>
/// <param name="Advice">One plain sentence.</param>
public sealed record ReadingBand(double Below, string Advice);

/// <summary>How to read one result of a method: under how many people not at all, and what its bands are good for.</summary>
/// <param name="Method">Method of the catalogue.</param>
/// <param name="Result">Key of the result.</param>
/// <param name="Counts">Key of the number of people, or of several, the smallest of which decides.</param>
/// <param name="AtLeast">Below this number: do not read.</param>
/// <param name="Bands">Ascending; the last one has no end.</param>
/// <param name="Source">Where the bands come from.</param>
public sealed record ReadingRule(
    string Method, string Result, IReadOnlyList<string> Counts, int AtLeast, IReadOnlyList<ReadingBand> Bands, string Source);

/// <summary>The one table of plain advice beside the numbers of test quality; docs/methods/reading.md is made from it.</summary>
public static class ReadingBands
{
    private const string Nunnally = "Nunnally and Bernstein (1994), ch. 7", Krippendorff = "Krippendorff (2004), p. 241",
        Ebel = "Ebel and Frisbie (1991), ch. 13", Fleiss = "Landis and Koch (1977)", Linacre = "Linacre (1994)", ETS = "Zwick (2012)";

    private static readonly ReadingBand[] Reliability =
    [
        new(0.5, "Says little about a person or a group."), new(0.7, "Enough for a first look at groups, not for decisions."),
        new(0.8, "Enough to compare groups."), new(0.9, "Enough for decisions about a person together with other evidence."),
        new(double.PositiveInfinity, "Enough for decisions by the score alone; above .95 look for items that repeat each other."),
    ];

    private static readonly ReadingBand[] Agreement =
    [
        new(0.41, "Raters agree little more than by chance: train them and rate again."), new(0.61, "Moderate: do not conclude from single ratings."),
        new(0.81, "Substantial: enough for means over several people."), new(double.PositiveInfinity, "Nearly complete."),
    ];

    private static readonly ReadingBand[] Coded =
        [new(0.667, "Do not conclude."), new(0.8, "Tentative conclusions only."), new(double.PositiveInfinity, "Good.")];

    /// <summary>Every rule, by method and result.</summary>
    public static IReadOnlyList<ReadingRule> All { get; } =
    [
        new("rel.icc", "icc2", ["n"], 30, Reliability, Nunnally),
        new("rel.icc", "icc2k", ["n"], 30, Reliability, Nunnally),
        new("rel.kappa", "kappa", ["n"], 30, Agreement, Fleiss),
        new("rel.krippendorff", "alpha_nominal", ["units"], 30, Coded, Krippendorff),
        new("rel.krippendorff", "alpha_ordinal", ["units"], 30, Coded, Krippendorff),
        new("rel.krippendorff", "alpha_interval", ["units"], 30, Coded, Krippendorff),
        new("test.dif_mh", "mh_d_dif", ["n_reference", "n_focal"], 100, [new(double.PositiveInfinity, "Read it with the class A, B or C beside it.")], ETS),
        new("test.irt_2pl_mml", "a", ["n"], 500,
            [new(0.5, "Hardly tells people apart."), new(double.PositiveInfinity, "Tells people apart.")], Linacre),
        new("test.item_analysis", "difficulty", ["n"], 30,
            [new(0.3, "Hard: under a third answer rightly."), new(0.9, "Fit for a test that certifies."), new(double.PositiveInfinity, "Easy: tells few people apart.")], Ebel),
        new("test.item_analysis", "r_item_rest", ["n"], 30,
            [new(0.1, "Look at the key first, then at the wording."), new(0.2, "Weak: look at the wording."), new(double.PositiveInfinity, "Good.")], Ebel),
        new("test.omega_one_factor", "omega_total", ["n"], 30, Reliability, Nunnally),
        new("test.rasch_cml", "difficulty", ["n_used"], 100, [new(double.PositiveInfinity, "Read it with its standard error.")], Linacre),
        new("test.reliability", "alpha", ["n"], 30, Reliability, Nunnally),
    ];

    /// <summary>The rules of a method; none for methods that need no advice.</summary>
    public static IEnumerable<ReadingRule> Of(string method) => All.Where(rule => rule.Method == method);

    /// <summary>The advice for one value.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="value">The value; null where not estimable.</param>
    /// <param name="n">Number of people, the smallest of groups.</param>
    /// <returns>One sentence; null where there is no value to read.</returns>
    public static string? Advise(ReadingRule rule, double? value, int n)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (value is not { } read || double.IsNaN(read)) return null;
        return n < rule.AtLeast ? $"Under {rule.AtLeast} people: do not read." : rule.Bands.First(band => read < band.Below || double.IsPositiveInfinity(band.Below)).Advice;
    }
}
