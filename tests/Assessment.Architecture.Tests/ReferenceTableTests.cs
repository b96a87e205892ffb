using System.Xml.Linq;

namespace Assessment.Architecture.Tests;

/// <summary>Holds the table of allowed references: a project is a border.</summary>
public class ReferenceTableTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["Pdf"] = [],
        ["Statistics"] = ["MathNet.Numerics"],
        ["Evaluation"] = ["Domain", "Statistics"],
        ["Data"] = ["Domain", "Dapper", "Microsoft.Data.Sqlite", "Npgsql", "dbup-core", "dbup-sqlite", "dbup-postgresql"],
        ["Release"] = ["Domain", "Statistics", "CsvHelper"],
        ["Interchange"] = ["Domain", "CsvHelper"],
        ["Reporting"] = ["Domain", "Evaluation", "Release", "Statistics", "Pdf"],
        ["Api"] =
        [
            "Domain", "Pdf", "Statistics", "Evaluation", "Data", "Release", "Interchange", "Reporting",
            "Microsoft.AspNetCore.OpenApi", "QRCoder", "Spectre.Console", "System.CommandLine",
        ],
    };

    private static IEnumerable<string> Projects => Allowed.Keys;

    [TestCaseSource(nameof(Projects))]
    public void Project_references_only_what_the_table_allows(string project)
    {
        var file = XDocument.Parse(Repository.Read($"src/Assessment.{project}/Assessment.{project}.csproj"));
        var packages = file.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);
        var projects = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["Assessment.".Length..]);
        packages.Concat(projects).Should().BeSubsetOf(Allowed[project]);
    }

    [Test]
    public void The_table_knows_every_project() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)["Assessment.".Length..])
            .Should().BeEquivalentTo(Allowed.Keys);

    [Test]
    public void Package_versions_are_exact() =>
        XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => package.Attribute("Version")!.Value)
            .Should().NotBeEmpty().And.OnlyContain(version => version.All(c => char.IsAsciiLetterOrDigit(c) || c == '.' || c == '-'));

    [Test]
    public void Every_package_has_a_line_in_the_decision_about_packages()
    {
        var decision = Repository.Read("docs/adr/0005-packages-and-licences.md");
        XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value)
            .Should().OnlyContain(package => decision.Contains(package, StringComparison.Ordinal));
    }
}
