using System.Globalization;
using System.Text.RegularExpressions;
using Assessment.Statistics.Tests.Golden;

namespace Assessment.Statistics.Tests.Docs;

/// <summary>
/// The table of agreement in docs/methods/README.md is written by this test when ASSESSMENT_WRITE_DOCS=1 and held otherwise.
/// A bound is a power of ten; it is stale when exceeded, or when a thousand times too wide.
/// </summary>
public sealed partial class AgreementTableTests
{
    private const double Floor = 1e-15;
    private static readonly string Folder = Path.Combine(GoldenCase.Repository(), "docs", "methods");
    private static readonly string Readme = Path.Combine(Folder, "README.md");

    [Test]
    public void The_table_of_agreement_is_fresh()
    {
        var measured = GoldenCase.All().GroupBy(c => c.Method)
            .Select(g => new Row(g.Key, g.Count(), g.Max(c => c.LargestRelativeDifference()))).OrderBy(r => r.Method, StringComparer.Ordinal).ToArray();
        if (Environment.GetEnvironmentVariable("ASSESSMENT_WRITE_DOCS") == "1") Write(measured);
        var printed = Printed().ToArray();
        printed.Select(r => (r.Method, r.Cases)).Should().Equal(measured.Select(r => (r.Method, r.Cases)));
        printed.Zip(measured).Should().OnlyContain(p =>
            p.Second.Difference <= p.First.Difference && (p.First.Difference <= Floor || p.First.Difference <= 1000 * p.Second.Difference));
    }

    private static IEnumerable<Row> Printed() => Line().Matches(File.ReadAllText(Readme)).Select(m => new Row(
        m.Groups[1].Value,
        int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture),
        double.Parse(m.Groups[3].Value, CultureInfo.InvariantCulture)));

    private static void Write(IEnumerable<Row> rows)
    {
        var lines = rows.Select(r => string.Create(
            CultureInfo.InvariantCulture, $"| `{r.Method}` | [{Page(r.Method)}]({Page(r.Method)}.md) | {r.Cases} | {Bound(r.Difference):0E+0} |"));
        var text = string.Join('\n', ["<!-- agreement -->", "| method | page | cases | at most |", "| --- | --- | --- | --- |", .. lines, "<!-- /agreement -->"]);
        File.WriteAllText(Readme, Table().Replace(File.ReadAllText(Readme), _ => text));
    }

    private static double Bound(double difference) => Math.Max(Floor, Math.Pow(10, Math.Ceiling(Math.Log10(Math.Max(difference, 1e-300)))));

    private static string Page(string method) => Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Folder, "*.md")
        .Single(f => File.ReadLines(f).Any(l => l.StartsWith("Methods:", StringComparison.Ordinal) && l.Contains($"`{method}`", StringComparison.Ordinal))));

    [GeneratedRegex(@"^\| `([^`]+)` \| [^|]+ \| (\d+) \| (\S+) \|$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("<!-- agreement -->.*<!-- /agreement -->", RegexOptions.Singleline)]
    private static partial Regex Table();

    private sealed record Row(string Method, int Cases, double Difference);
}
