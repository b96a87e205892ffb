using Assessment.Statistics.Agreement;

namespace Assessment.Statistics.Tests.Agreement;

public sealed class KrippendorffAlphaTests
{
    [Test]
    public void Complete_agreement_is_one() =>
        KrippendorffAlpha.Of([[1, 1], [2, 2], [3, 3]]).Alpha(CodeMetric.Ordinal).Should().BeOfType<Estimate>().Which.Value.Should().Be(1);

    [Test]
    public void Equal_codes_everywhere_are_not_estimable() =>
        KrippendorffAlpha.Of([[1, 1], [1, 1]]).Alpha(CodeMetric.Nominal).Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("all codes are the same");

    [Test]
    public void Units_with_one_code_are_left_out() => KrippendorffAlpha.Of([[1, null], [1, 2]]).Units.Should().Be(1);
}
