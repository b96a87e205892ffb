using System.Runtime.CompilerServices;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Reporting.Tests.Reports.Grant;

public sealed class GrantReportTests
{
    [TestCase("large")]
    [TestCase("small")]
    public void Report_reads_as_the_golden_text(string name)
    {
        var text = DocumentText.Of(GrantReport.Compose(name == "large" ? ExampleFacts.Large : ExampleFacts.Small));
        var golden = Path.Combine(Folder(), "..", "golden", $"grant-report-{name}.txt");
        if (Environment.GetEnvironmentVariable("ASSESSMENT_ACCEPT_GOLDEN") == "1") File.WriteAllText(golden, text);
        text.Should().Be(File.ReadAllText(golden));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
