using System.Globalization;
using System.Text.Json;
using Assessment.Statistics.Cases;

namespace Assessment.Statistics.Tests.Golden;

/// <summary>A reference case with its expected values (see README.md here) and how our answer compares.</summary>
internal sealed class GoldenCase
{
    private readonly JsonElement root;

    private GoldenCase(JsonElement root) => this.root = root;

    public static string Folder { get; } = Path.Combine(Repository(), "tests", "Assessment.Statistics.Tests", "Golden");

    public string Name => root.GetProperty("case").GetString()!;

    public string Method => root.GetProperty("method").GetString()!;

    public static IEnumerable<GoldenCase> All() => Directory.EnumerateFiles(Path.Combine(Folder, "cases"), "*.json")
        .Order(StringComparer.Ordinal)
        .Select(file => new GoldenCase(JsonDocument.Parse(File.ReadAllText(file)).RootElement));

    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Assessment.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    /// <summary>Every difference beyond the case's tolerance, in words; empty when all agrees.</summary>
    public IReadOnlyList<string> Differences() => [.. Compare().Where(c => !c.Met).Select(c => $"{c.Key}: expected {c.Expected}, was {c.Actual}")];

    /// <summary>The largest |x − e| / |e| over all numbers whose expected value is not 0.</summary>
    public double LargestRelativeDifference() => Compare().Max(c => c.RelativeDifference);

    public override string ToString() => Name;

    private IEnumerable<Comparison> Compare()
    {
        var answer = CaseRunner.Run(Method, Tables(), root.GetProperty("args"));
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
        var met = off <= Tolerance(key) * Math.Abs(e) || off <= root.GetProperty("abs_tolerance").GetDouble();
        return new(key, Print(e), Print(x), met, e == 0 ? 0 : off / Math.Abs(e));
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

    private static CaseTable Read(string file)
    {
        using var reader = File.OpenText(Path.Combine(Folder, "data", file));
        return CaseTable.Read(reader);
    }

    private static string Print(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed record Comparison(string Key, string Expected, string Actual, bool Met, double RelativeDifference);
}
