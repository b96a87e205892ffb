using System.Globalization;
using System.Text.RegularExpressions;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Domain;
using Assessment.Release;

namespace Assessment.Api.Tests;

/// <summary>The documents say what the program says.</summary>
public sealed partial class DocumentsTests
{
    [Test]
    public void Problems_lists_every_refusal_with_its_status_and_no_other()
    {
        var listed = Row().Matches(Document("problems.md")).Select(row => (row.Groups[1].Value, int.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture)));
        listed.Should().Equal(Refusals.All.Select(code => (code.Code, ProblemAnswers.StatusOf(code.Kind))));
    }

    [Test]
    public void The_catalogue_holds_the_domains_and_the_releases_refusals_once() =>
        RefusalCatalogue.All.Select(code => code.Code).Should().OnlyHaveUniqueItems()
            .And.HaveCount(Refusals.All.Count + PrivacyRefusals.All.Count);

    [Test]
    public void Configuration_lists_every_option_with_its_default()
    {
        var rows = Document("configuration.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(cells => (cells[1].Trim('`'), cells[2].Trim('`'), cells[4]));
        rows.Should().BeEquivalentTo(Options(RequestLimits.Section, new RequestLimits()).Concat(Options(AttemptOptions.Section, new AttemptOptions()))
            .Concat(Options(AccountOptions.Section, new AccountOptions())));
    }

    private static IEnumerable<(string, string, string)> Options<T>(string section, T defaults) => typeof(T).GetProperties()
        .Where(property => property.CanWrite)
        .Select(property => (section, property.Name, Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture)!));

    private static string Document(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Assessment.sln"))) folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder.FullName, "docs", name));
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
