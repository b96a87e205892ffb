using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Tests.TestQuality;

public sealed class ItemModelTests
{
    // Two items: the conditional odds of solving only the first are exp(b2 - b1), so b1 = -log(3/1)/2.
    [Test]
    public void Rasch_of_two_items_has_its_closed_form()
    {
        var model = RaschModel.Of(new ScoreMatrix(6, 2, [1, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0]))!;
        model.N.Should().Be(4);
        model.Difficulties[0].Should().BeApproximately(-Math.Log(3) / 2, 1e-13);
        model.Difficulties[1].Should().BeApproximately(Math.Log(3) / 2, 1e-13);
    }

    [Test]
    public void An_item_that_all_solved_has_no_difficulty() =>
        RaschModel.Of(new ScoreMatrix(3, 3, [1, 0, 1, 1, 1, 0, 1, 0, 0])).Should().BeNull();

    [Test]
    public void Equal_items_give_ability_its_closed_form()
    {
        var abilities = RaschAbility.Of([0, 0, 0, 0]);
        abilities[3].MaximumLikelihood.Should().BeApproximately(Math.Log(3), 1e-12);
        abilities[0].MaximumLikelihood.Should().BeNull();
        abilities[2].Weighted.Should().BeApproximately(0, 1e-12);
    }

    [TestCase(2, "there are fewer than three items")]
    public void Omega_needs_three_items(int items, string reason) =>
        OneFactorModel.Of(new(3, items, [.. Enumerable.Range(0, 3 * items).Select(i => (double)(i * i % 5))]))
            .Omega.Should().BeOfType<NotEstimable>().Which.Reason.Should().Be(reason);

    [Test]
    public void Omega_of_items_with_nothing_in_common_has_no_proper_solution_or_lies_in_bounds()
    {
        var omega = OneFactorModel.Of(new(4, 3, [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1])).Omega;
        (omega is NotEstimable || omega.As<Estimate>().Value is >= 0 and <= 1).Should().BeTrue();
    }

    [Test]
    public void The_two_parameter_model_needs_both_answers_to_every_item() =>
        TwoParameterModel.Of([[1, 0], [1, 1]]).Should().BeNull();
}
