using Assessment.Release.Anonymity;

namespace Assessment.Release.Tests.Anonymity;

public class MonthBandTests
{
    [TestCase(-1, "before")]
    [TestCase(0, "0-3")]
    [TestCase(3, "0-3")]
    [TestCase(4, "4-6")]
    [TestCase(6, "4-6")]
    [TestCase(7, "7-12")]
    [TestCase(12, "7-12")]
    [TestCase(13, "13-24")]
    [TestCase(24, "13-24")]
    [TestCase(25, "25+")]
    [TestCase(600, "25+")]
    public void Band_of_months(int months, string label) => MonthBand.Labels[MonthBand.Of(months) - 1].Should().Be(label);
}
