using System.Globalization;
using System.Text.Json;
using Assessment.Statistics.Cases;

namespace Assessment.Statistics.Tests.Golden;

/// <summary>A reference case with its expected values (see README.md here) and how our answer compares.</summary>
internal sealed class GoldenCase
{
    private readonly JsonElement root;
    private readonly string dataFolder;

    private GoldenCase(JsonElement root, string dataFolder) => (this.root, this.dataFolder) = (root, dataFolder);

    public static string Folder { get; } = Path.Combine(Repository(), "tests", "Assessment.Statistics.Tests", "Golden");

    public string Name => root.GetProperty("case").GetString()!;

    public string Method => root.GetProperty("method").GetString()!;

    /// <summary>The reference's cases (one a file, data in "data") and the edge cases (a list a file, data beside it).</summary>
    public static IEnumerable<GoldenCase> All()
    {
        var reference = Documents("cases").Select(root => new GoldenCase(root, "data"));
        return reference.Concat(Documents("edge").SelectMany(list => list.EnumerateArray()).Select(root => new GoldenCase(root, "edge")));
    }

    private static IEnumerable<JsonElement> Documents(string folder) => Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.json")
        .Order(StringComparer.Ordinal)
        .Select(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement);

    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Assessment.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    /// <summary>What our code answers.</summary>
    public CaseAnswer Run() => CaseRunner.Run(Method, Tables(), root.GetProperty("args"));

    /// <summary>Every difference beyond the case's tolerance, in words; empty when all agrees.</summary>
    public IReadOnlyList<string> Differences() => [.. Compare().Where(c => !c.Met).Select(c => $"{c.Key}: expected {c.Expected}, was {c.Actual}")];

    /// <summary>The largest |x − e| / |e| over all numbers but those (near 0) that only meet the absolute tolerance.</summary>
    public double LargestRelativeDifference() => Compare().Max(c => c.RelativeDifference);

    public override string ToString() => Name;

    private IEnumerable<Comparison> Compare()
    {
        var answer = Run();
        if (answer is not CaseAnswer.Results results)
        {
            yield return new("refusal", "results", answer.ToString(), false, double.PositiveInfinity);
            yield break;
        }

        var actual = JsonSerializer.SerializeToElement(CaseJson.Node(results.Values));
        foreach (var key in root.GetProperty("expected").EnumerateObject())
        {
            var found = actual.TryGetProperty(key.Name, out var value) ? value : default;
            foreach (var comparison in Compare(key.Name, key.Value, found)) yield return comparison;
        }
    }

    private IEnumerable<Comparison> Compare(string key, JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind != JsonValueKind.Array) return [One(key, expected, actual)];
        var items = actual.ValueKind == JsonValueKind.Array ? actual.EnumerateArray().ToArray() : [];
        return items.Length == expected.GetArrayLength()
            ? expected.EnumerateArray().SelectMany((e, i) => Compare($"{key}[{i}]", e, items[i]))
            : [new(key, $"{expected.GetArrayLength()} values", $"{items.Length}", false, double.PositiveInfinity)];
    }

    private Comparison One(string key, JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind != JsonValueKind.Number || actual.ValueKind != JsonValueKind.Number)
        {
            return new(key, expected.ToString(), actual.ToString(), expected.ToString() == actual.ToString() && expected.ValueKind == actual.ValueKind, 0);
        }

        double e = expected.GetDouble(), x = actual.GetDouble(), off = Math.Abs(x - e);
        var close = off <= Tolerance(key) * Math.Abs(e);
        var met = close || off <= root.GetProperty("abs_tolerance").GetDouble();
        return new(key, Print(e), Print(x), met, e == 0 || (met && !close) ? 0 : off / Math.Abs(e));
    }

    private double Tolerance(string key) =>
        root.TryGetProperty("tolerances", out var own) && own.TryGetProperty(key.Split('[')[0], out var tolerance)
            ? tolerance.GetDouble()
            : root.GetProperty("tolerance").GetDouble();

    private Dictionary<string, CaseTable> Tables() => root.GetProperty("data") switch
    {
        { ValueKind: JsonValueKind.String } file => new() { ["data"] = Read(file.GetString()!) },
        { ValueKind: JsonValueKind.Object } files => files.EnumerateObject().ToDictionary(f => f.Name, f => Read(f.Value.GetString()!)),
        _ => [],
    };

    private CaseTable Read(string file)
    {
        using var reader = File.OpenText(Path.Combine(Folder, dataFolder, file));
        return CaseTable.Read(reader);
    }

    private static string Print(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed record Comparison(string Key, string Expected, string Actual, bool Met, double RelativeDifference);
}
