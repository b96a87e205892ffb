using Assessment.Statistics.Models.Mixed;
using CsCheck;

namespace Assessment.Statistics.Tests.Models;

public sealed class LinearMixedModelTests
{
    private static readonly Gen<MixedModelDesign> Designs = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[12, 60], Gen.Int[2, 6], Gen.Int[0, 3]).Select(Design);

    [Test]
    public void The_likelihood_at_the_estimates_is_that_of_the_full_covariance() => Gen.Select(Designs, Gen.Bool).Sample(
        (design, reml) =>
        {
            if (LinearMixedModel.Fit(design, new(reml)) is not MixedModelFit.Fitted { Model: var m }) return;
            var (log, b, se) = new DenseMixedModel(design).At(Covariances(m, design), m.Sigma * m.Sigma, reml);
            m.LogLikelihood.Should().BeApproximately(log, 1e-7 * (1 + Math.Abs(log)));
            for (var j = 0; j < b.Length; j++)
            {
                m.Coefficients[j].Estimate.Value.Should().BeApproximately(b[j], 1e-7 * (1 + se[j]));
                m.Coefficients[j].Estimate.StandardError.Should().BeApproximately(se[j], 1e-7 * se[j]);
            }
        },
        iter: 200);

    [Test]
    public void No_covariance_nearby_is_likelier() => Gen.Select(Designs, Gen.Bool, Gen.Double[0.8, 1.25].Array[8]).Sample(
        (design, reml, factors) =>
        {
            if (LinearMixedModel.Fit(design, new(reml)) is not MixedModelFit.Fitted { Model: var m }) return;
            var g = Covariances(m, design);
            for (var k = 0; k < g.Length; k++)
            {
                for (var a = 0; a < g[k].GetLength(0); a++)
                {
                    for (var b = 0; b < g[k].GetLength(0); b++) g[k][a, b] *= Math.Sqrt(factors[(2 * k) + a] * factors[(2 * k) + b]);
                    g[k][a, a] += (factors[7] - 0.8) * 0.01;
                }
            }

            var moved = new DenseMixedModel(design).At(g, m.Sigma * m.Sigma * factors[6], reml).LogLikelihood;
            moved.Should().BeLessThanOrEqualTo(m.LogLikelihood + (1e-8 * (1 + Math.Abs(m.LogLikelihood))));
        },
        iter: 300);

    [Test]
    public void Shift_and_scale_of_the_response_move_what_they_should() => Gen.Select(Designs, Gen.Double[-1000, 1000], Gen.Double[0.01, 100]).Sample(
        (design, shift, scale) =>
        {
            if (LinearMixedModel.Fit(design) is not MixedModelFit.Fitted { Model: var m }) return;
            var other = Fitted(design with { Response = [.. design.Response.Select(v => shift + (scale * v))] });
            for (var j = 0; j < m.Coefficients.Count; j++)
            {
                var expected = (scale * m.Coefficients[j].Estimate.Value) + (j == 0 ? shift : 0);
                other.Coefficients[j].Estimate.Value.Should().BeApproximately(expected, 1e-6 * scale * (1 + m.Coefficients[j].Estimate.StandardError!.Value));
            }

            other.Sigma.Should().BeApproximately(scale * m.Sigma, 1e-6 * scale * m.Sigma);
            other.IsSingular.Should().Be(m.IsSingular);
        },
        iter: 200);

    [Test]
    public void Other_labels_of_the_groups_change_nothing() => Gen.Select(Designs, Gen.Int[1, 97], Gen.Int[0, 50]).Sample(
        (design, times, plus) =>
        {
            var relabelled = design with { Random = [.. design.Random.Select(term => term with { Levels = [.. term.Levels.Select(l => (l * times) + plus)] })] };
            if (LinearMixedModel.Fit(design) is MixedModelFit.Fitted { Model: var m }) Fitted(relabelled).Should().BeEquivalentTo(m);
        },
        iter: 100);

    [Test]
    public void Every_number_is_finite_whatever_the_units() => Gen.Select(Designs, Gen.Double[-120, 120], Gen.Double[-60, 60]).Sample(
        (design, power, slope) =>
        {
            var odd = design with
            {
                Response = [.. design.Response.Select(v => v * Math.Pow(10, power))],
                Fixed = [design.Fixed[0], [.. design.Fixed[1].Select(v => v * Math.Pow(10, slope))]],
            };
            if (LinearMixedModel.Fit(odd, new(Satterthwaite: true, KenwardRoger: true)) is not MixedModelFit.Fitted { Model: var m }) return;
            double?[] numbers =
            [
                m.LogLikelihood, .. m.Variances.Select(v => (double?)v.Value), .. m.Coefficients.SelectMany(c => (double?[])[c.Estimate.Value, c.Estimate.StandardError, c.SatterthwaiteDf, c.SatterthwaiteP, c.KenwardRogerError, c.KenwardRogerDf]),
            ];
            numbers.Where(v => v is not null).Should().OnlyContain(v => double.IsFinite(v!.Value));
        },
        iter: 200);

    // 4 persons measured twice: classical analysis of variance gives σ² = MSW, variance between = (MSB − MSW) / 2 (Searle 1971, section 9.2).
    [Test]
    public void Balanced_one_way_layout_equals_the_analysis_of_variance()
    {
        double[] y = [10, 12, 15, 14, 20, 21, 9, 12];
        int[] person = [0, 0, 1, 1, 2, 2, 3, 3];
        var m = Fitted(new(y, ["(Intercept)"], [[1, 1, 1, 1, 1, 1, 1, 1]], [RandomTerm.Intercept("person", person)]), new(Satterthwaite: true, KenwardRoger: true));
        // Within: (2 + 0.5 + 0.5 + 4.5) / 4; between: 2 Σ (mean − 14.125)² / 3 with means 11, 14.5, 20.5, 10.5.
        double within = 7.5 / 4, between = 2 * ((3.125 * 3.125) + (0.375 * 0.375) + (6.375 * 6.375) + (3.625 * 3.625)) / 3;
        m.Variances[0].Value.Should().BeApproximately((between - within) / 2, 1e-9);
        m.Variances[1].Value.Should().BeApproximately(within, 1e-9);
        var mean = m.Coefficients[0];
        mean.Estimate.Value.Should().BeApproximately(14.125, 1e-12);
        mean.Estimate.StandardError.Should().BeApproximately(Math.Sqrt(between / 8), 1e-9);
        mean.SatterthwaiteDf.Should().BeApproximately(3, 1e-6);
        mean.KenwardRogerDf.Should().BeApproximately(3, 1e-6);
        m.DesignEffect.Should().BeApproximately(1 + ((between - within) / (between + within)), 1e-9);
    }

    // Years in place of years − 2015 cost R's criterion six digits; the expected values are those of lmer(score ~ I(year - 2015) + (1 | tape)).
    [Test]
    public void A_large_mean_of_a_regressor_costs_no_digits()
    {
        var table = File.ReadAllLines(Path.Combine(Golden.GoldenCase.Folder, "edge", "lmm_crossed.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        double Number(string cell) => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
        double[] ones = [.. table.Select(_ => 1.0)], year = [.. table.Select(row => Number(row[5]))];
        var m = Fitted(new([.. table.Select(row => Number(row[3]))], ["(Intercept)", "year"], [ones, year], [RandomTerm.Intercept("tape", RandomTerm.Code([.. table.Select(row => row[1])]))]));
        m.Variances.Select(v => v.Value).Should().SatisfyRespectively(
            v => v.Should().BeApproximately(3.94257492573872, 1e-9), v => v.Should().BeApproximately(1.90691054088186, 1e-9));
        m.Coefficients[1].Estimate.Value.Should().BeApproximately(0.202459224366542, 1e-11);
        m.Coefficients[1].Estimate.StandardError.Should().BeApproximately(0.0647061088140591, 1e-11);
    }

    // One agency in dense crossing with others: more columns than a block of the dense factor.
    [Test]
    public void Crossed_groups_that_fill_the_dense_rest_agree_with_the_full_covariance()
    {
        var random = new Random(5);
        const int N = 420;
        int[] a = [.. Enumerable.Range(0, N).Select(i => i % 130)], b = [.. a.Select(_ => random.Next(110))];
        double[] y = [.. a.Select((level, i) => (level % 7) + (b[i] % 5) + random.NextDouble())], x = [.. a.Select(_ => random.NextDouble())];
        var design = new MixedModelDesign(y, ["(Intercept)", "x"], [[.. y.Select(_ => 1.0)], x], [RandomTerm.Intercept("a", a), RandomTerm.Intercept("b", b)]);
        var m = Fitted(design);
        var (log, coefficients, errors) = new DenseMixedModel(design).At(Covariances(m, design), m.Sigma * m.Sigma, reml: true);
        m.LogLikelihood.Should().BeApproximately(log, 1e-8 * Math.Abs(log));
        m.Coefficients[1].Estimate.Value.Should().BeApproximately(coefficients[1], 1e-9);
        m.Coefficients[1].Estimate.StandardError.Should().BeApproximately(errors[1], 1e-9);
    }

    [Test]
    public void What_the_data_do_not_determine_is_refused_with_its_code()
    {
        double[] ones = [1, 1, 1, 1, 1, 1], x = [1, 2, 3, 1, 2, 3], y = [2, 4, 3, 6, 5, 9];
        int[] g = [0, 0, 0, 1, 1, 1];
        string Code(double[] response, IReadOnlyList<double[]> columns, params RandomTerm[] terms) =>
            LinearMixedModel.Fit(new(response, [.. columns.Select((_, j) => $"x{j}")], columns, terms)).Should().BeOfType<MixedModelFit.NotEstimable>().Which.Code;
        Code(y, [ones, x, [.. x.Select(v => (2 * v) + 1)]], RandomTerm.Intercept("g", g)).Should().Be("ill-conditioned");
        Code(y, [ones], RandomTerm.Intercept("g", [3, 3, 3, 3, 3, 3])).Should().Be("too-few-levels");
        Code(y, [ones], RandomTerm.Intercept("g", [0, 1, 2, 3, 4, 5])).Should().Be("too-many-levels");
        Code([7, 9, 11, 7, 9, 11], [ones, x], RandomTerm.Intercept("g", g)).Should().Be("no-residual-variance");
        Code([7, 7, 7, 5, 5, 5], [ones], RandomTerm.Intercept("g", g)).Should().Be("no-residual-variance");
        Code([7, 9], [[1, 1], [0, 1]], RandomTerm.Intercept("g", [0, 1])).Should().Be("too-few-rows");
        Code(y, [ones], new RandomTerm("g", g, ["(Intercept)", "x"], [ones, [2, 2, 2, 2, 2, 2]])).Should().Be("ill-conditioned");
    }

    [Test]
    public void Arrays_of_other_lengths_are_a_fault()
    {
        var fit = () => LinearMixedModel.Fit(new([1, 2, 3], ["(Intercept)"], [[1, 1]], [RandomTerm.Intercept("g", [0, 1, 1])]));
        fit.Should().Throw<ArgumentException>();
    }

    private static LinearMixedModel Fitted(MixedModelDesign design, MixedModelOptions? options = null) =>
        LinearMixedModel.Fit(design, options).Should().BeOfType<MixedModelFit.Fitted>().Which.Model;

    // Intercepts of one or two factors, nested, crossed or with a slope, on unequal groups.
    private static MixedModelDesign Design(int seed, int rows, int groups, int kind)
    {
        var random = new Random(seed);
        double Draw() => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
        int[] g = [.. Enumerable.Range(0, rows).Select(i => i < groups ? i : random.Next(groups))], h = [.. g.Select(level => kind == 1 ? (level * 2) + random.Next(2) : random.Next(5))];
        double[] u = [.. Enumerable.Range(0, groups).Select(_ => 2 * Draw())], ones = [.. g.Select(_ => 1.0)], x = [.. g.Select(_ => Draw())];
        double[] y = [.. g.Select((level, i) => 5 + u[level] + ((1 + (kind == 3 ? u[groups - 1 - level] : 0)) * x[i]) + (kind == 0 ? 0 : 0.4 * h[i]) + Draw())];
        RandomTerm[] terms = kind switch
        {
            0 => [RandomTerm.Intercept("g", g)],
            3 => [new("g", g, ["(Intercept)", "x"], [ones, x])],
            _ => [RandomTerm.Intercept("g", g), RandomTerm.Intercept("h", h)],
        };
        return new(y, ["(Intercept)", "x"], [ones, x], terms);
    }

    private static double[][,] Covariances(LinearMixedModel m, MixedModelDesign design) =>
    [
        .. design.Random.Select(term =>
        {
            var g = new double[term.Names.Count, term.Names.Count];
            for (var a = 0; a < term.Names.Count; a++)
            {
                for (var b = 0; b <= a; b++)
                {
                    g[a, b] = g[b, a] = m.Variances.Single(v => v.Group == term.Group && v.First == term.Names[b] && v.Second == (a == b ? null : term.Names[a])).Value;
                }
            }

            return g;
        }),
    ];
}
