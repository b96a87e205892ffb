using System.Text.Json;
using Assessment.Statistics.Cases;
using Assessment.Statistics.Models;
using Assessment.Statistics.Models.Staggered;
using Assessment.Statistics.Tests.Golden;

namespace Assessment.Statistics.Tests.Models;

/// <summary>
/// Group-time effects on the sample study (samples/academy-study): rates per 1,000 contacts of six agencies whose last class ended in four months,
/// from September 2024 on; before, an agency left out a month. Golden/planted/academy.R works out every number by hand.
/// </summary>
public sealed class AcademyStudyTests
{
    private static readonly string Study = Path.Combine(GoldenCase.Repository(), "samples", "academy-study");
    private static readonly JsonElement Expected = Json(Path.Combine(GoldenCase.Folder, "planted", "academy.json"));
    private static readonly JsonElement Planted = Json(Path.Combine(Study, "expected", "truth.json")).GetProperty("planted");

    [TestCase("force", "yes")]
    [TestCase("tactics", "no")]
    public void Effects_are_those_worked_out_by_hand(string outcome, string force)
    {
        var (months, effects) = Effects(force);
        var expected = Expected.GetProperty(outcome);
        effects.DroppedUnits.Should().Be(0);
        effects.Effects.Select(e => months[e.Start]).Should().Equal(Texts("group"));
        effects.Effects.Select(e => months[e.Period]).Should().Equal(Texts("period"));
        Close(effects.Effects.Select(e => Of(e.Effect).Value), Numbers("att"));
        Close(effects.Effects.Select(e => Of(e.Effect).StandardError!.Value), Numbers("att_se"));
        Close([Of(effects.Simple.Effect).Value, Of(effects.DynamicOverall.Effect).Value, Of(effects.GroupsOverall.Effect).Value], [Number("simple"), Number("dynamic_overall"), Number("group_overall")]);

        IEnumerable<string> Texts(string key) => Expected.GetProperty(key).EnumerateArray().Select(e => e.GetString()!);
        IEnumerable<double> Numbers(string key) => expected.GetProperty(key).EnumerateArray().Select(e => e.GetDouble());
        double Number(string key) => expected.GetProperty(key).GetDouble();
    }

    /// <summary>
    /// All agencies have one planted rate, which the training multiplies in the months after the last class: trends are parallel and each ATT(g, t),
    /// so every mean of them, is rate × (ratio − 1): −0.18 for force, 0.195 for reports without. With groups of one and two agencies the influence-function
    /// errors are too small (a single agency has none of its own), so the distance is measured by what the generator's variances make of the mean.
    /// </summary>
    [TestCase("force", "yes", "forcePerThousand", "forceRateRatioAfter")]
    [TestCase("tactics", "no", "tacticsPerThousand", "tacticsRateRatioAfter")]
    public void The_mean_effect_is_as_near_to_the_planted_one_as_chance_allows(string outcome, string force, string rate, string ratio)
    {
        var planted = Planted.GetProperty(rate).GetDouble() * (Planted.GetProperty(ratio).GetDouble() - 1);
        var deviation = Expected.GetProperty(outcome).GetProperty("simple_sd").GetDouble();
        Of(Effects(force).Effects.Simple.Effect).Value.Should().BeInRange(planted - (1.96 * deviation), planted + (1.96 * deviation));
    }

    /// <summary>
    /// Six agencies are too few for the errors that the estimator gives. A panel of 120, drawn as the study's months are (Golden/edge/field.R), has ratios of
    /// 0.8, 0.6 and 0.5 in the first, second and later quarters of training: effects of 0.9 × (ratio − 1) = −0.18, −0.36, −0.45, for three groups of one
    /// size with six, four and two quarters. Means: over the cells −4.32/12, over quarters since the start −2.34/6, over groups −(0.39 + 0.36 + 0.27)/3.
    /// </summary>
    [TestCase("simple", -0.36)]
    [TestCase("dynamic_overall", -0.39)]
    [TestCase("group_overall", -0.34)]
    public void Planted_effects_that_grow_lie_in_the_intervals_of_their_means(string mean, double planted)
    {
        var answer = GoldenCase.All().Single(c => c.Name == "edge.group_time.planted").Run().Should().BeOfType<CaseAnswer.Results>().Subject.Values;
        double value = (double)answer[mean]!, half = 1.96 * (double)answer[$"{mean}_se"]!;
        half.Should().BeLessThan(0.18);
        value.Should().BeInRange(planted - half, planted + half);
    }

    private static (string[] Months, GroupTimeEffects Effects) Effects(string force)
    {
        CaseTable contacts = Table("contacts.csv"), classes = Table("deliveries.csv"), interactions = Table("interactions.csv");
        var ended = classes.Texts("ori").Zip(classes.Texts("ends_on")).GroupBy(c => c.First, c => c.Second).ToDictionary(g => g.Key!, g => g.Max(StringComparer.Ordinal)!);
        var counts = interactions.Texts("ori").Zip(interactions.Texts("occurred_on"), interactions.Texts("force")).Where(i => i.Third == force)
            .GroupBy(i => (i.First!, i.Second![..7])).ToDictionary(g => g.Key, g => g.Count());
        (string Ori, string Month, double Contacts)[] rows =
        [
            .. contacts.Texts("ori").Zip(contacts.Texts("month"), contacts.Numbers("calls_for_service").Zip(contacts.Numbers("officer_initiated"), (calls, initiated) => calls + initiated))
                .Select(row => (row.First!, row.Second!, row.Third!.Value)).Where(row => string.CompareOrdinal(row.Item2, "2024-09") >= 0),
        ];
        string[] months = [.. rows.Select(r => r.Month).Distinct().Order(StringComparer.Ordinal)], agencies = [.. rows.Select(r => r.Ori).Distinct()];
        var panel = new StaggeredPanel(
            [.. rows.Select(r => 1000 * counts.GetValueOrDefault((r.Ori, r.Month)) / r.Contacts)], [.. rows.Select(r => Array.IndexOf(agencies, r.Ori))],
            [.. rows.Select(r => Array.IndexOf(months, r.Month))], [.. rows.Select(r => string.CompareOrdinal($"{r.Month}-01", ended[r.Ori]) > 0)]);
        return (months, GroupTimeEffects.Of(panel).Should().BeOfType<ModelFit<GroupTimeEffects>.Fitted>().Subject.Model);
    }

    private static Estimate Of(Estimation effect) => effect.Should().BeOfType<Estimate>().Subject;

    private static void Close(IEnumerable<double> found, IEnumerable<double> expected) =>
        found.Zip(expected).Should().HaveSameCount(expected).And.OnlyContain(pair => Math.Abs(pair.First - pair.Second) <= 1e-8 * Math.Abs(pair.Second));

    private static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement;

    private static CaseTable Table(string file)
    {
        using var reader = File.OpenText(Path.Combine(Study, file));
        return CaseTable.Read(reader);
    }
}
