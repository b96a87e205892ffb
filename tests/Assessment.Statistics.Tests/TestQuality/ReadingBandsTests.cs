using System.Globalization;
using Assessment.Statistics.Cases;
using Assessment.Statistics.TestQuality;
using Assessment.Statistics.Tests.Golden;

namespace Assessment.Statistics.Tests.TestQuality;

public sealed class ReadingBandsTests
{
    private static readonly string Page = Path.Combine(GoldenCase.Repository(), "docs", "methods", "reading.md");

    [TestCase(0.49, 29, "Under 30 people: do not read.")]
    [TestCase(0.49, 30, "Says little about a person or a group.")]
    [TestCase(0.7, 30, "Enough to compare groups.")]
    [TestCase(0.97, 500, "Enough for decisions by the score alone; above .95 look for items that repeat each other.")]
    public void A_value_falls_into_one_band_and_few_people_into_none(double alpha, int n, string advice) =>
        ReadingBands.Advise(ReadingBands.Of("test.reliability").Single(), alpha, n).Should().Be(advice);

    [Test]
    public void What_is_not_estimable_is_not_read() =>
        ReadingBands.Advise(ReadingBands.Of("test.reliability").Single(), null, 500).Should().BeNull();

    [Test]
    public void Bands_ascend_and_the_last_one_has_no_end()
    {
        foreach (var rule in ReadingBands.All)
        {
            rule.Bands.Select(band => band.Below).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
            rule.Bands[^1].Below.Should().Be(double.PositiveInfinity);
        }
    }

    [Test]
    public void Every_rule_reads_results_that_its_method_gives()
    {
        var methods = ReadingBands.All.Select(rule => rule.Method).ToHashSet();
        foreach (var method in GoldenCase.All().GroupBy(c => c.Method).Where(group => methods.Contains(group.Key)))
        {
            var results = ((CaseAnswer.Results)method.First().Run()).Values;
            CaseAdvice.Of(method.Key, results).Keys.Should().Equal(ReadingBands.Of(method.Key).Select(rule => rule.Result));
            methods.Remove(method.Key);
        }

        methods.Should().BeEmpty("each method with advice has a reference case");
    }

    /// <summary>Written by this test when ASSESSMENT_WRITE_DOCS=1 and held otherwise.</summary>
    [Test]
    public void The_page_says_what_the_table_says()
    {
        var page = Text();
        if (Environment.GetEnvironmentVariable("ASSESSMENT_WRITE_DOCS") == "1") File.WriteAllText(Page, page);
        File.ReadAllText(Page).Should().Be(page);
    }

    private static string Text() => string.Join('\n',
    [
        "# Reading the numbers of test quality", "",
        "One table decides what is said beside a number, by `estimate METHOD` and wherever else advice is printed. Bands are habits of the",
        "field with a source, not laws: they tell where to look, and below the stated number of people nothing at all.", "",
        "| method | result | not under | band | advice | source |", "| --- | --- | --- | --- | --- | --- |",
        .. ReadingBands.All.SelectMany(rule => rule.Bands.Select((band, i) =>
            $"| `{rule.Method}` | `{rule.Result}` | {rule.AtLeast} | {Range(i == 0 ? null : rule.Bands[i - 1].Below, band.Below)} | {band.Advice} | {rule.Source} |")),
        "",
    ]);

    private static string Range(double? from, double to) => (from, double.IsPositiveInfinity(to)) switch
    {
        (null, true) => "any",
        (null, false) => $"below {Number(to)}",
        ({ } low, true) => $"{Number(low)} and more",
        ({ } low, false) => $"{Number(low)} to below {Number(to)}",
    };

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
