using System.Runtime.CompilerServices;
using Assessment.Domain.Curricula;
using Assessment.Evaluation.Findings;
using Assessment.Reporting.Charts;
using Assessment.Reporting.Document;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Reporting.Tests.Reports.Grant;

public sealed class GrantReportTests
{
    private static readonly ReportDocument Large = GrantReport.Compose(ExampleFacts.Large);
    private static readonly ReportDocument Small = GrantReport.Compose(ExampleFacts.Small);

    [TestCase("large")]
    [TestCase("small")]
    public void Report_reads_as_the_golden_text(string name)
    {
        var text = DocumentText.Of(name == "large" ? Large : Small);
        var golden = Path.Combine(Folder(), "..", "golden", $"grant-report-{name}.txt");
        if (Environment.GetEnvironmentVariable("ASSESSMENT_ACCEPT_GOLDEN") == "1") File.WriteAllText(golden, text);
        text.Should().Be(File.ReadAllText(golden));
    }

    [Test]
    public void Tables_T1_to_T14_are_all_there()
    {
        var numbers = Large.Blocks.OfType<Table>().Select(table => table.Number).ToArray();
        numbers.Should().Contain(Enumerable.Range(1, 14).Select(i => $"T{i}"));
        numbers.Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void Every_row_has_a_text_in_every_column()
    {
        foreach (var table in Large.Blocks.Concat(Small.Blocks).OfType<Table>())
        {
            table.Rows.Where(row => row.Count != table.Columns.Count).Should().BeEmpty(table.Number);
            table.Rows.SelectMany(row => row).Where(cell => cell.Text.Length == 0).Should().BeEmpty(table.Number);
            table.EmptyText.Should().NotBeEmpty();
        }
    }

    [Test]
    public void Headings_skip_no_level()
    {
        var levels = Large.Blocks.OfType<Heading>().Select(heading => heading.Level).ToArray();
        levels[0].Should().Be(1);
        levels.Zip(levels.Skip(1)).Should().OnlyContain(pair => pair.Second <= pair.First + 1);
    }

    [Test]
    public void Figure_draws_only_what_its_table_prints()
    {
        var figure = Large.Blocks.OfType<Figure>().Single();
        var printed = Table(Large, figure.DataTable).Rows.SelectMany(row => row).Where(cell => cell.Number is not null).Select(cell => (cell.Text, cell.Number!.Value)).ToHashSet();
        foreach (var row in ((DumbbellChart)figure.Chart).Rows)
        {
            printed.Should().Contain((row.FromText, row.From)).And.Contain((row.ToText, row.To));
        }
    }

    [Test]
    public void Small_agency_gets_a_report_without_a_figure_and_without_one_test_number()
    {
        Small.Blocks.OfType<Figure>().Should().BeEmpty();
        foreach (var number in new[] { "T5", "T5b", "T5c", "T5d" }) Table(Small, number).Rows.Should().BeEmpty();
        Table(Small, "T5").EmptyText.Should().Contain("suppressed");
        Table(Small, "T2").Rows.SelectMany(row => row.Skip(1)).Should().OnlyContain(cell => cell.Text == "suppressed" || cell.Text == "0");
    }

    [Test]
    public void Suppressed_cell_keeps_no_number()
    {
        var cells = Large.Blocks.Concat(Small.Blocks).OfType<Table>().SelectMany(table => table.Rows).SelectMany(row => row).Where(cell => cell.Text.Contains("suppressed", StringComparison.Ordinal));
        cells.Should().NotBeEmpty().And.OnlyContain(cell => cell.Number == null && cell.Upper == null);
    }

    [TestCase(CertificationStatus.Submitted, "Submitted, no decision")]
    [TestCase(CertificationStatus.EquivalentClaimed, "Provider claims it is equivalent; no decision")]
    [TestCase(CertificationStatus.Terminated, "Status ended")]
    [TestCase(CertificationStatus.Certified, "Certified")]
    public void Course_is_certified_only_with_that_status(CertificationStatus status, string printed)
    {
        var facts = ExampleFacts.Large with { Courses = [.. ExampleFacts.Large.Courses.Select(course => course with { Certification = status })] };
        var report = GrantReport.Compose(facts);
        Table(report, "T4").Rows.Should().OnlyContain(row => row[2].Text == printed);
        Table(report, "T1").Rows[0][0].Text.Contains("trained in a certified course", StringComparison.Ordinal).Should().Be(status == CertificationStatus.Certified);
    }

    [Test]
    public void Effects_carry_their_design_class_and_no_word_of_cause()
    {
        Table(Large, "T5").Rows.Select(row => row[^1].Text).Should().OnlyContain(text => text == "C");
        Large.Blocks.OfType<Figure>().Single().Title.Should().Contain("cause not shown");
        var report = DocumentText.Of(Large);
        foreach (var word in new[] { "reduced", "increased", "improved", "effect of", "significant", " led to", "impact" }) report.Should().NotContain(word);
    }

    [Test]
    public void Nobody_else_seems_to_have_written_it()
    {
        DocumentText.Of(Large).Should().NotContain("GAO").And.NotContain("Department of Justice").And.NotContain("National Institute of Justice").And.Contain("agency's own report");
    }

    [Test]
    public void Zero_not_applicable_missing_and_suppressed_are_different_words()
    {
        var cells = Large.Blocks.Concat(Small.Blocks).OfType<Table>().SelectMany(table => table.Rows).SelectMany(row => row).Select(cell => cell.Text).ToHashSet();
        cells.Should().Contain(["0", "N/A", "missing", "suppressed"]);
    }

    [Test]
    public void Without_findings_and_courses_tables_say_so()
    {
        var report = GrantReport.Compose(ExampleFacts.Large with { Findings = null, Courses = [] });
        foreach (var (number, text) in new[] { ("T4", "No class was delivered in this period."), ("T5", "No test results have been entered for this period."), ("T6", "No follow-up results have been entered for this period."), ("T7", "No interaction records have been entered for this period.") })
        {
            Table(report, number).Should().Match<Table>(table => table.Rows.Count == 0 && table.EmptyText == text);
        }
    }

    [Test]
    public void Interaction_records_are_not_denied()
    {
        Table(GrantReport.Compose(ExampleFacts.Large with { InteractionRecords = 412 }), "T7").EmptyText.Should().StartWith("412 interaction records have been entered");
    }

    [Test]
    public void Last_year_is_not_applicable_first_and_missing_later()
    {
        var second = ExampleFacts.Large with { Award = ExampleFacts.Large.Award with { ReportYear = 2 }, LastYear = [new("M2", "18.2 percent of 410")] };
        Table(Large, "T1").Rows[0][2].Text.Should().Be("N/A (first year)");
        Table(GrantReport.Compose(second), "T1").Rows.Select(row => row[2].Text).Take(2).Should().Equal("missing", "18.2 percent of 410");
    }

    [Test]
    public void Few_untrained_officers_hide_the_trained_ones_too()
    {
        TopicTraining Nearly(string topic) => new(topic, 415, null, 415);
        var facts = ExampleFacts.Large with { Courses = [], Training = new(Nearly(TopicTraining.AnyTopic), [.. Topic.All.Select(topic => Nearly(topic.Code))], 0) };
        var report = GrantReport.Compose(facts);
        Table(report, "T2").Rows.Should().OnlyContain(row => row[3].Text == "suppressed" && row[4].Text == "suppressed");
        Table(report, "T11").Rows.Should().OnlyContain(row => row[1].Text == "suppressed" && row[3].Text == "suppressed");
        Table(report, "T1").Rows[1][1].Text.Should().Be("suppressed");
    }

    [Test]
    public void Small_agency_that_trained_everybody_tells_it_in_no_table()
    {
        TopicTraining Everybody(string topic) => new(topic, 9, null, 9);
        var facts = ExampleFacts.Small with { Training = new(Everybody(TopicTraining.AnyTopic), [.. Topic.All.Select(topic => Everybody(topic.Code))], 1) };
        Table(GrantReport.Compose(facts), "T11").Rows.Select(row => row[1].Text).Should().OnlyContain(text => text == "suppressed");
    }

    [Test]
    public void Findings_of_several_agencies_are_refused()
    {
        var compose = () => GrantReport.Compose(ExampleFacts.Large with { Findings = ExampleFacts.Large.Findings! with { Agencies = 2 } });
        compose.Should().Throw<ArgumentException>().WithMessage("*more than one agency*");
    }

    [Test]
    public void Stored_findings_give_the_same_report_as_fresh_ones()
    {
        var stored = FindingsJson.Read(FindingsJson.Write(ExampleFacts.Large.Findings!));
        DocumentText.Of(GrantReport.Compose(ExampleFacts.Large with { Findings = stored })).Should().Be(DocumentText.Of(Large));
    }

    [TestCase("large")]
    [TestCase("small")]
    public void At_a_glance_reads_at_grade_10_or_below(string name)
    {
        var list = (name == "large" ? Large : Small).Blocks.OfType<ListBlock>().First();
        var text = string.Join('\n', list.Items.Select(item => string.Concat(item.Runs.Select(run => run.Text))));
        ReadingLevel.Grade(text).Should().BeLessThanOrEqualTo(10);
    }

    // Kincaid's formula on a sentence counted by hand: 6 words, 6 syllables, 1 sentence.
    [Test]
    public void Reading_level_of_a_sentence_is_that_of_the_formula() =>
        ReadingLevel.Grade("The cat sat on the mat.").Should().BeApproximately((0.39 * 6) + 11.8 - 15.59, 1e-12);

    private static Table Table(ReportDocument report, string number) => report.Blocks.OfType<Table>().Single(table => table.Number == number);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
