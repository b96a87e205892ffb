namespace Assessment.Statistics.Tests.Golden;

public sealed class GoldenCasesTests
{
    private static IEnumerable<TestCaseData> Cases() => GoldenCase.All().Select(c => new TestCaseData(c).SetName(c.Name));

    [TestCaseSource(nameof(Cases))]
    public void Agrees_with_the_reference(object golden) => ((GoldenCase)golden).Differences().Should().BeEmpty();

    [Test]
    public void Every_built_method_has_a_case()
    {
        var covered = GoldenCase.All().Select(c => c.Method).ToHashSet();
        Statistics.Cases.CaseRunner.Methods.Should().OnlyContain(method => covered.Contains(method));
    }
}
