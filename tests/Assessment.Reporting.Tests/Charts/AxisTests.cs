using Assessment.Reporting.Charts;

namespace Assessment.Reporting.Tests.Charts;

public sealed class AxisTests
{
    [TestCase(0, 100, new double[] { 0, 20, 40, 60, 80, 100 })]
    [TestCase(0, 1, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [TestCase(3, 17, new double[] { 5, 10, 15 })]
    [TestCase(-30, 30, new double[] { -30, -20, -10, 0, 10, 20, 30 })]
    public void Ticks_are_round_numbers_on_the_axis(double min, double max, double[] ticks) =>
        Ticks(min, max).Should().Equal(ticks);

    /// <summary>The axis is internal; its ticks are read off a chart.</summary>
    private static IEnumerable<double> Ticks(double min, double max) => ChartLayout
        .Of(new DumbbellChart("Axis", min, max, "a", "b", [new DumbbellRow("Row", min, max, "from", "to")]), 486, text => 5 * text.Length)
        .Shapes.OfType<ChartText>().Where(text => text.Ink == Ink.Muted && text.Text != "Axis")
        .Select(text => double.Parse(text.Text, System.Globalization.CultureInfo.InvariantCulture));
}
