using System.Globalization;
using System.Text.RegularExpressions;
using Assessment.Statistics.Tests.Golden;

namespace Assessment.Statistics.Tests.Coverage;

/// <summary>A printed line: what an interval covered on its grid, in percent.</summary>
internal sealed record CoverageLine(string Interval, int Points, double Mean, double Lowest, double Highest, double MissesBelow, double MissesAbove, double None);

/// <summary>The tables in docs/methods/coverage.md.</summary>
internal static partial class CoverageTable
{
    private const string End = "<!-- /coverage -->";
    private static readonly string Page = Path.Combine(GoldenCase.Repository(), "docs", "methods", "coverage.md");

    public static IReadOnlyList<CoverageLine> Printed() => [.. Line().Matches(File.ReadAllText(Page)).Select(m =>
    {
        double Number(int group) => double.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);
        return new CoverageLine(m.Groups[1].Value, (int)Number(2), Number(3), Number(4), Number(5), Number(6), Number(7), Number(8));
    })];

    public static CoverageLine LineOf(CoverageGrid grid, int interval, CoverageCount[][] counts)
    {
        var points = counts.Select(point => point[interval]).ToArray();
        var all = points.Aggregate((a, b) => a + b);
        double Percent(double share) => Math.Round(100 * share, 2);
        return new(
            grid.Claims[interval].Interval, points.Length, Percent(points.Average(c => c.Share)), Percent(points.Min(c => c.Share)), Percent(points.Max(c => c.Share)),
            Percent((double)all.Below / all.Given), Percent((double)all.Above / all.Given), Percent((double)all.None / (all.Given + all.None)));
    }

    /// <summary>Puts a grid's section in place of the old one, or at the end.</summary>
    public static void Write(CoverageGrid grid, CoverageCount[][] counts)
    {
        var page = File.ReadAllText(Page);
        int end = page.IndexOf(End, StringComparison.Ordinal), from = page.IndexOf($"### {grid.Name}\n", StringComparison.Ordinal);
        if (from < 0) from = end;
        var next = page.IndexOf("\n### ", from, StringComparison.Ordinal);
        var to = next < 0 ? end : next + 1;
        var lead = from == end ? "\n" : string.Empty;
        File.WriteAllText(Page, $"{page[..from]}{lead}{Section(grid, counts)}{(to == end ? "\n" : "\n\n")}{page[to..]}");
    }

    private static string Section(CoverageGrid grid, CoverageCount[][] counts)
    {
        int[] sizes = [.. grid.Points.Select(p => p.N).Distinct()];
        var lines = Enumerable.Range(0, grid.Claims.Length).Select(i => Row(grid, i, counts));
        var bySize = Enumerable.Range(0, grid.Claims.Length).Select(i => BySize(grid, i, counts, sizes));
        var worst = Enumerable.Range(0, grid.Claims.Length).Select(i => Extremes(grid, i, counts));
        string[] parts =
        [
            string.Create(CultureInfo.InvariantCulture, $"### {grid.Name}\n\nGrid: {grid.Grid}; n = {string.Join(", ", sizes)} {grid.Size}; {grid.Runs:N0} samples a point, so a point's Monte Carlo error is about {100 * Math.Sqrt(0.95 * 0.05 / grid.Runs):0.00}.\n"),
            "| interval | page | points | mean | lowest | highest | misses below | misses above | no interval |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
            .. lines, $"\n| mean by number of {grid.Size} | {string.Join(" | ", sizes)} |\n| --- |{string.Concat(sizes.Select(_ => " --- |"))}", .. bySize, "", .. worst,
        ];
        return string.Join('\n', parts);
    }

    private static string Row(CoverageGrid grid, int i, CoverageCount[][] counts)
    {
        var l = LineOf(grid, i, counts);
        var page = grid.Claims[i].Page;
        return string.Create(CultureInfo.InvariantCulture, $"| {l.Interval} | [{page}]({page}.md) | {l.Points} | {l.Mean:0.00} | {l.Lowest:0.00} | {l.Highest:0.00} | {l.MissesBelow:0.00} | {l.MissesAbove:0.00} | {l.None:0.00} |");
    }

    private static string BySize(CoverageGrid grid, int i, CoverageCount[][] counts, int[] sizes)
    {
        double Mean(int n) => 100 * counts.Where((_, p) => grid.Points[p].N == n).Average(c => c[i].Share);
        return $"| {grid.Claims[i].Interval} | {string.Join(" | ", sizes.Select(n => Mean(n).ToString("0.00", CultureInfo.InvariantCulture)))} |";
    }

    private static string Extremes(CoverageGrid grid, int i, CoverageCount[][] counts)
    {
        var ordered = grid.Points.Zip(counts, (point, c) => (point.Name, c[i].Share)).OrderBy(p => p.Share).ToArray();
        return $"- {grid.Claims[i].Interval}: lowest at {ordered[0].Name}; highest at {ordered[^1].Name}.";
    }

    [GeneratedRegex(@"^\| ([^|]+) \| \[[^|]+ \| (\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
