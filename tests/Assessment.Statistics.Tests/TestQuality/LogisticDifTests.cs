using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Tests.TestQuality;

public sealed class LogisticDifTests
{
    [Test]
    public void Separated_answers_have_no_maximum() =>
        LogisticDif.Of([0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 6], [true, false, true, false, true, false]).Should().BeNull();

    [Test]
    public void A_single_group_is_not_estimable() =>
        LogisticDif.Of([0, 1, 0, 1, 1, 0], [1, 2, 3, 4, 5, 6], [true, true, true, true, true, true]).Should().BeNull();
}
