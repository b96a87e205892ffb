using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Tests.TestQuality;

public sealed class LogisticDifTests
{
    [Test]
    public void Separated_answers_have_no_maximum() =>
        LogisticDif.Of([0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 6], [true, false, true, false, true, false]).Should().BeNull();

    // R: glm(y ~ total * g, binomial) warns "fitted probabilities numerically 0 or 1 occurred": the focal group is right from 3 points on,
    // and never below, while the reference overlaps. Its chances run to 0 and 1 until they round; that is no maximum.
    [Test]
    public void Answers_separated_in_one_group_have_no_maximum() =>
        LogisticDif.Of([0, 1, 0, 1, 0, 0, 1, 1], [1, 2, 3, 4, 1, 2, 3, 4], [false, false, false, false, true, true, true, true]).Should().BeNull();

    [Test]
    public void Answers_that_are_all_right_have_no_maximum() =>
        LogisticDif.Of([1, 1, 1, 1], [1, 2, 3, 4], [true, true, false, false]).Should().BeNull();

    [Test]
    public void A_single_group_is_not_estimable() =>
        LogisticDif.Of([0, 1, 0, 1, 1, 0], [1, 2, 3, 4, 5, 6], [true, true, true, true, true, true]).Should().BeNull();
}
