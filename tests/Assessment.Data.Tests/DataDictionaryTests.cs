using System.Text.RegularExpressions;

namespace Assessment.Data.Tests;

/// <summary>The schema file is the data dictionary: these hold it to that.</summary>
public sealed partial class DataDictionaryTests
{
    private static readonly string[] Classes = ["code", "direct", "quasi", "insider", "sensitive", "time", "text", "safe"];

    private static string Schema()
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream("schema.sql")!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<(string Table, string Before, string Body)> Tables() => TableText().Matches(Schema())
        .Select(match => (match.Groups["name"].Value, match.Groups["before"].Value, match.Groups["body"].Value));

    private static IEnumerable<string> Columns(string body) => body.Split('\n').Where(line => ColumnLine().IsMatch(line));

    [Test]
    public void Every_table_is_explained() =>
        Tables().Where(table => !table.Before.StartsWith("-- ", StringComparison.Ordinal)).Select(table => table.Table).Should().BeEmpty();

    [Test]
    public void Every_column_is_explained() =>
        Tables().SelectMany(table => Columns(table.Body).Where(line => !ColumnComment().IsMatch(line)).Select(line => table.Table + line)).Should().BeEmpty();

    [Test]
    public void Every_column_of_agency_data_has_a_privacy_class()
    {
        var agencyTables = Tables().Where(table => table.Body.TrimStart().StartsWith("agency_id", StringComparison.Ordinal)).ToList();

        agencyTables.Should().HaveCountGreaterThan(40);
        agencyTables.SelectMany(table => Columns(table.Body).Where(line => !HasClass(line)).Select(line => table.Table + line)).Should().BeEmpty();
    }

    [Test]
    public void Keys_of_agency_data_begin_with_the_agency() =>
        Tables().Where(table => table.Body.TrimStart().StartsWith("agency_id       INTEGER NOT NULL", StringComparison.Ordinal))
            .Where(table => !table.Body.Contains("PRIMARY KEY (agency_id", StringComparison.Ordinal))
            .Select(table => table.Table).Should().BeEmpty();

    private static bool HasClass(string line) => Classes.Any(name => line.Contains($"-- [{name}] ", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<before>[^\n]*)\nCREATE TABLE (?<name>\w+) \(\n(?<body>.*?)\n\);", RegexOptions.Singleline)]
    private static partial Regex TableText();

    [GeneratedRegex(@"^ {4}[a-z_0-9]+ +(INTEGER|BIGINT|TEXT|BOOLEAN|DOUBLE|DATE|TIMESTAMPTZ|BYTEA)")]
    private static partial Regex ColumnLine();

    [GeneratedRegex(@"-- (\[\w+\] )?\S.{3}")]
    private static partial Regex ColumnComment();
}
