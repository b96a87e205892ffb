using System.Text.RegularExpressions;

namespace Assessment.Architecture.Tests;

/// <summary>Habits that a search can hold.</summary>
public partial class HabitTests
{
    [Test]
    public void Time_comes_from_the_time_provider() =>
        Uses(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|TimeProvider\.System").Except(["src/Assessment.Api/Hosting/Clock.cs"]).Should().BeEmpty();

    [Test]
    public void Randomness_is_seeded_or_cryptographic() => Uses(@"\bnew Random\(|Random\.Shared").Should().BeEmpty();

    [Test]
    public void Nothing_is_unfinished() => Uses(@"NotImplementedException|\bTODO\b|\bFIXME\b|Thread\.Sleep\(").Should().BeEmpty();

    [Test]
    public void Names_are_read_by_the_identity_store_alone() =>
        Uses("participant_identity").Should().OnlyContain(file => file.EndsWith("IdentityStore.cs", StringComparison.Ordinal));

    [Test]
    public void Folders_have_names_of_the_field() =>
        Repository.SourceFiles().SelectMany(file => Repository.Relative(file).Split('/')[..^1]).Distinct()
            .Should().NotContain(["Helpers", "Utils", "Managers", "Services", "Common", "Core", "Shared", "Infrastructure"]);

    [Test]
    public void The_repository_names_no_machine() =>
        Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
            .Where(file => TextFile().IsMatch(file) && !Repository.Relative(file).Split('/').Any(part => part is "bin" or "obj" or "out" or ".git"))
            .Where(file => MachinePath().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative)
            .Should().BeEmpty();

    private static IEnumerable<string> Uses(string pattern) =>
        Repository.SourceFiles().Where(file => Regex.IsMatch(File.ReadAllText(file), pattern)).Select(Repository.Relative);

    [GeneratedRegex(@"\.(cs|md|json|props|csproj|sql|csv|R|sh|yml|html|css|js)$")]
    private static partial Regex TextFile();

    // Written apart so that this file does not find itself.
    [GeneratedRegex("/(wor" + "k|roo" + "t|hom" + "e/[a-z]+)/")]
    private static partial Regex MachinePath();
}
