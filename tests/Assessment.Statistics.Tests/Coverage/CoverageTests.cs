namespace Assessment.Statistics.Tests.Coverage;

/// <summary>
/// Do 95 % intervals contain the truth 95 times in 100? A whole grid takes minutes and runs by name; it writes docs/methods/coverage.md when
/// ASSESSMENT_WRITE_DOCS=1 and holds it otherwise. A thin slice of every grid runs always.
/// </summary>
public sealed class CoverageTests
{
    private const ulong Seed = 20_100;

    private static IEnumerable<TestCaseData> Grids() => CoverageGrids.All.Select(g => new TestCaseData(g).SetName($"Slice of {g.Name}"));

    // Wide limits: four standard errors of a binomial beyond a true miss rate of 3 to 7 % (exact intervals: up to 6 %).
    [TestCaseSource(nameof(Grids))]
    public void Coverage_on_a_slice_is_near_nominal(object slice)
    {
        const int Runs = 60, Every = 5;
        var grid = (CoverageGrid)slice;
        var counts = grid.Points.Select((point, p) => (point, p)).Where(x => x.p % Every == 2).Select(x => x.point.Run(Runs, Seed + 1, x.p)).ToArray();
        for (var i = 0; i < grid.Claims.Length; i++)
        {
            var all = counts.Select(c => c[i]).Aggregate((a, b) => a + b);
            double most = Math.Min(0.1, 1 - grid.Claims[i].Lowest), least = Math.Max(0, 1 - grid.Claims[i].Highest);
            (all.Below + all.Above).Should().BeInRange(Limit(least, all.Given, -4), Limit(most, all.Given, 4), grid.Claims[i].Interval);
        }
    }

    [Test]
    public void Every_printed_coverage_is_what_it_is_held_to()
    {
        var printed = CoverageTable.Printed();
        var claims = CoverageGrids.All.SelectMany(g => g.Claims).ToArray();
        printed.Select(l => (l.Interval, l.Points)).Should().Equal(CoverageGrids.All.SelectMany(g => g.Claims.Select(c => (c.Interval, g.Points.Length))));
        printed.Zip(claims).Should().OnlyContain(p => p.First.Mean >= 100 * p.Second.Lowest && p.First.Mean <= 100 * p.Second.Highest);
    }

    private static IEnumerable<TestCaseData> WholeGrids() => CoverageGrids.All.Select((g, i) => new TestCaseData(i).SetName($"The_coverage_tables_are_fresh: {g.Name}"));

    [TestCaseSource(nameof(WholeGrids)), Explicit("takes minutes"), Category("Long")]
    public void The_coverage_tables_are_fresh(int index)
    {
        var grid = CoverageGrids.All[index];
        var counts = Measure(grid, index);
        if (Environment.GetEnvironmentVariable("ASSESSMENT_WRITE_DOCS") == "1") CoverageTable.Write(grid, counts);
        var printed = CoverageTable.Printed();
        for (var i = 0; i < grid.Claims.Length; i++) ShouldAgree(CoverageTable.LineOf(grid, i, counts), printed.Single(line => line.Interval == grid.Claims[i].Interval));
    }

    // The streams are the same everywhere; another mathematics library may turn single samples.
    private static void ShouldAgree(CoverageLine line, CoverageLine printed)
    {
        line.Interval.Should().Be(printed.Interval);
        line.Mean.Should().BeApproximately(printed.Mean, 0.02, line.Interval);
        line.Lowest.Should().BeApproximately(printed.Lowest, 0.1, line.Interval);
        line.Highest.Should().BeApproximately(printed.Highest, 0.1, line.Interval);
        line.MissesBelow.Should().BeApproximately(printed.MissesBelow, 0.02, line.Interval);
        line.MissesAbove.Should().BeApproximately(printed.MissesAbove, 0.02, line.Interval);
        line.None.Should().BeApproximately(printed.None, 0.02, line.Interval);
    }

    private static CoverageCount[][] Measure(CoverageGrid grid, int g)
    {
        var counts = new CoverageCount[grid.Points.Length][];
        Parallel.For(0, counts.Length, p => counts[p] = grid.Points[p].Run(grid.Runs, Seed, (1000 * g) + p));
        TestContext.Out.WriteLine($"{grid.Name}: done at {DateTime.Now:T}");
        return counts;
    }

    private static int Limit(double rate, int n, double errors) => (int)Math.Round((rate * n) + (errors * Math.Sqrt(rate * (1 - rate) * n)));
}
