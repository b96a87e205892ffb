using System.Text.Json;
using Assessment.Statistics.Models;
using Assessment.Statistics.Models.Staggered;
using Assessment.Statistics.Tests.Golden;
using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.Tests.Models;

/// <summary>
/// The worked example of Callaway and Sant'Anna's package did: minimum wages and the log of teen employment in 500 counties (mpdta). The
/// counties here are made up, with the sizes, means and covariances of the four groups; no effect or error depends on more.
/// </summary>
public sealed class MinimumWageTests
{
    private const int First = 2003;
    private const double Exact = 1e-12;
    private const double Printed = 0.5e-4 * (1 + 1e-9);
    private static readonly Group[] Groups = JsonSerializer.Deserialize<Group[]>(
        File.ReadAllText(Path.Combine(GoldenCase.Folder, "published", "minimum_wage.json")), JsonSerializerOptions.Web)!;

    private static readonly GroupTimeEffects NotYet = Fitted(Groups);

    /// <summary>
    /// att_gt(xformla = ~1, control_group = "notyettreated", bstrap = FALSE) of did 2.5.0, with analytic errors: csdid/test_csdid/r_ref/ref_attgt.csv
    /// of github.com/d2cml-ai/csdid, scenario mpdta_nyt_dr (without covariates the doubly robust estimate is the difference of means).
    /// </summary>
    [TestCase(2004, 2004, -0.0193723636759221, 0.0223101128836806)]
    [TestCase(2004, 2005, -0.0783190990620607, 0.0303902285433973)]
    [TestCase(2004, 2006, -0.136274346328678, 0.03540338496891)]
    [TestCase(2004, 2007, -0.100811363085404, 0.0343592258346732)]
    [TestCase(2006, 2004, -0.00256255094261098, 0.0225302351453388)]
    [TestCase(2006, 2005, -0.00193924609578875, 0.019042158605819)]
    [TestCase(2006, 2006, 0.00466087631997615, 0.0163355842468236)]
    [TestCase(2006, 2007, -0.0412244715462175, 0.0202291807041068)]
    [TestCase(2007, 2004, 0.0297593647610311, 0.0145335416386514)]
    [TestCase(2007, 2005, -0.0024106128000969, 0.0160312963755178)]
    [TestCase(2007, 2006, -0.0310871193896889, 0.0178775113133435)]
    [TestCase(2007, 2007, -0.0260544107191966, 0.0166554353492522)]
    public void Effects_against_counties_not_yet_treated_are_those_of_did(int group, int year, double att, double error) => Meets(Cell(NotYet, group, year), att, error);

    /// <summary>aggte of the same, with types simple, dynamic and group: ref_aggte.csv beside it.</summary>
    [TestCase("simple", 0, -0.0397636256230437, 0.0120524247873419)]
    [TestCase("dynamic", -3, 0.0297593647610311, 0.0145335416386514)]
    [TestCase("dynamic", -2, -0.00244615388606511, 0.0131203504342708)]
    [TestCase("dynamic", -1, -0.0242689034145076, 0.0144636816758019)]
    [TestCase("dynamic", 0, -0.0189221990834249, 0.0120445686892691)]
    [TestCase("dynamic", 1, -0.0535893473848319, 0.016946385539125)]
    [TestCase("dynamic", 2, -0.136274346328678, 0.03540338496891)]
    [TestCase("dynamic", 3, -0.100811363085404, 0.0343592258346733)]
    [TestCase("dynamic overall", 0, -0.0773993139705847, 0.0195601769463944)]
    [TestCase("group", 2004 - First, -0.0836942930380162, 0.0257015997680069)]
    [TestCase("group", 2006 - First, -0.0182817976131207, 0.0159222358245001)]
    [TestCase("group", 2007 - First, -0.0260544107191966, 0.0166554353492522)]
    [TestCase("group overall", 0, -0.030462228112565, 0.0125751201316818)]
    public void Means_of_the_effects_are_those_of_did(string type, int key, double att, double error)
    {
        IReadOnlyList<AveragedEffect> means = type switch
        {
            "simple" => [NotYet.Simple],
            "dynamic" => NotYet.Dynamic,
            "dynamic overall" => [NotYet.DynamicOverall],
            "group" => NotYet.Groups,
            _ => [NotYet.GroupsOverall],
        };
        Meets(means.Single(m => m.Key == key).Effect, att, error);
    }

    /// <summary>
    /// The README of github.com/bcallaway11/did prints att_gt(xformla = ~1, est_method = "reg") against the never treated to four places, as does its
    /// vignette "Getting started with the did package". With one group of starters, those not yet treated are the never treated. Its errors are bootstrapped.
    /// </summary>
    [TestCase(2004, -0.0105, -0.0704, -0.1373, -0.1008, -0.0797)]
    [TestCase(2006, 0.0065, -0.0028, -0.0046, -0.0412, -0.0229)]
    [TestCase(2007, 0.0305, -0.0027, -0.0311, -0.0261, -0.0261)]
    public void Effects_against_counties_never_treated_are_those_printed(int group, double y2004, double y2005, double y2006, double y2007, double mean)
    {
        var effects = Fitted([.. Groups.Where(g => g.Start == group || g.Start == 0)]);
        double[] found = [.. Enumerable.Range(2004, 4).Select(year => Cell(effects, group, year).Value), Of(effects.GroupsOverall.Effect).Value];
        found.Zip((double[])[y2004, y2005, y2006, y2007, mean]).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) <= Printed);
    }

    private static void Meets(Estimation effect, double att, double error)
    {
        Of(effect).Value.Should().BeApproximately(att, Exact);
        Of(effect).StandardError.Should().BeApproximately(error, Exact);
    }

    private static Estimate Of(Estimation effect) => effect.Should().BeOfType<Estimate>().Subject;

    private static Estimate Cell(GroupTimeEffects effects, int group, int year) => Of(effects.Effects.Single(e => e.Start + First == group && e.Period + First == year).Effect);

    private static GroupTimeEffects Fitted(Group[] groups)
    {
        (int Start, double[] Outcomes)[] counties = [.. groups.SelectMany(g => g.Counties().Select(county => (g.Start, county)))];
        (int County, int Year)[] rows = [.. from c in Enumerable.Range(0, counties.Length) from t in Enumerable.Range(0, 5) select (c, t)];
        bool Treated(int county, int year) => counties[county].Start is > 0 and var start && year + First >= start;
        var panel = new StaggeredPanel(
            [.. rows.Select(r => counties[r.County].Outcomes[r.Year])], [.. rows.Select(r => r.County)], [.. rows.Select(r => r.Year)], [.. rows.Select(r => Treated(r.County, r.Year))]);
        return GroupTimeEffects.Of(panel).Should().BeOfType<ModelFit<GroupTimeEffects>.Fitted>().Subject.Model;
    }

    /// <summary>A group of starters; <see cref="Start"/> 0 is never.</summary>
    private sealed record Group(int Start, int N, double[] Means, double[][] Covariance)
    {
        // Cosines are orthonormal scores with mean 0; a Cholesky factor gives them the covariances.
        public IEnumerable<double[]> Counties()
        {
            var factor = Matrix<double>.Build.DenseOfRowArrays(Covariance).Cholesky().Factor;
            Vector<double> Scores(int i) => Vector<double>.Build.Dense(Means.Length, k => Math.Sqrt(2) * Math.Cos(Math.PI * (i + 0.5) * (k + 1) / N));
            return Enumerable.Range(0, N).Select(i => (Vector<double>.Build.Dense(Means) + (factor * Scores(i))).ToArray());
        }
    }
}
