namespace Assessment.Release.Tests;

/// <summary>Files of the folder Reference; their provenance is in its README.</summary>
internal static class Reference
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Reference", name));

    public static IEnumerable<string[]> Rows(string name) =>
        Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','));
}
