using Assessment.Api.Features.Ratings;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;

namespace Assessment.Api.Tests.Features.Ratings;

public sealed class RaterAgreementTests
{
    private static readonly Rubric Rubric = new(
    [
        new Criterion("listening", "Listening", [new("a", Points.Zero), new("b", Points.One), new("c", Points.Of(2))]),
        new Criterion("options", "Options", [new("a", Points.Zero), new("b", Points.One)]),
    ]);

    private static readonly int[] First = [1, 2, 3, 2, 1, 3, 2, 2, 3, 1, 2, 3], Second = [1, 2, 3, 3, 1, 2, 2, 1, 3, 1, 2, 3];
    private static readonly int[] FirstOptions = [2, 2, 1, 2, 1, 2, 2, 1, 2, 1, 2, 2], SecondOptions = [2, 1, 1, 2, 1, 2, 2, 1, 2, 2, 2, 2];

    // R 4.2, psych, with f1, f2, g1, g2 the four vectors above: mean(f1 == f2); cohen.kappa(cbind(f1, f2)), kappa, weighted.kappa and
    // confid of the unweighted one; the same for g1 and g2; ICC(cbind((f1 - 1) + (g1 - 1), (f2 - 1) + (g2 - 1)), lmer = FALSE), row ICC1.
    // psych cuts intervals at 1 as we do. Its variance of the weighted kappa is not that of Fleiss, Cohen and Everitt (1969), which
    // is the delta method's: lower limit k - qnorm(.975) * sqrt(t(g) %*% S %*% g), with p the table of shares, S = (diag(p) - p p') / 12
    // and g the central differences (h = 1e-6) of kappa in each cell.
    [Test]
    public void Coefficients_are_those_of_R()
    {
        var agreement = RaterAgreement.Of(Rubric, [.. First.Select((_, i) => (Rating(First[i], FirstOptions[i]), Rating(Second[i], SecondOptions[i])))]);

        var listening = agreement.Criteria[0];
        listening.PercentAgreement.Value.Should().Be(0.75);
        Check(listening.Kappa, 0.625, 0.256869296657, 0.993130703343);
        Check(listening.WeightedKappa, 0.8, 0.577913453259, 1);
        var options = agreement.Criteria[1];
        options.PercentAgreement.Value.Should().BeApproximately(10.0 / 12, 1e-12);
        Check(options.Kappa, 0.625, 0.155037102457, 1);
        Check(agreement.Points, 0.814814814815, 0.493733788717, 0.942213579658);
        agreement.Points.N.Should().Be(12);
    }

    [Test]
    public void Without_pairs_or_spread_the_reason_stands_in_place_of_a_number()
    {
        var none = RaterAgreement.Of(Rubric, []);
        none.Criteria[0].Kappa.Should().Be(new RaterAgreement.Figure("cohens-kappa", 0, null, null, null, "n = 0"));
        none.Criteria[0].PercentAgreement.Reason.Should().Be("n = 0");
        none.Points.Reason.Should().Be("n = 0");

        var same = RaterAgreement.Of(Rubric, [(Rating(2, 1), Rating(2, 1)), (Rating(2, 1), Rating(2, 1))]);
        same.Criteria[0].PercentAgreement.Value.Should().Be(1);
        same.Criteria[0].WeightedKappa.Reason.Should().Be("chance agreement is complete");
        same.Points.Reason.Should().Be("the ratings have no variance");
        RaterAgreement.Of(Rubric, [(Rating(2, 1), Rating(2, 1))]).Points.Reason.Should().Be("n = 1");
    }

    private static RubricRating Rating(int listening, int options) => new("", new Dictionary<string, int> { ["listening"] = listening, ["options"] = options });

    private static void Check(RaterAgreement.Figure figure, double value, double lower, double upper)
    {
        figure.Value.Should().BeApproximately(value, 1e-9);
        figure.Lower.Should().BeApproximately(lower, 1e-9);
        figure.Upper.Should().BeApproximately(upper, 1e-9);
    }
}
