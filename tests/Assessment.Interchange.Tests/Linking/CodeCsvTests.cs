using System.Text;
using Assessment.Domain;
using Assessment.Domain.Linking;
using Assessment.Interchange.Linking;

namespace Assessment.Interchange.Tests.Linking;

public class CodeCsvTests
{
    private const string Header = "form,mother_initial,birth_city_initial,birth_day,older_siblings,middle_initial,first_school_initial";

    [Test]
    public void Simulated_waves_are_linked_as_the_reference_says()
    {
        var links = CodeLinking.Link(Read(SimulatedWaves.Wave1).Value, Read(SimulatedWaves.Wave2).Value);
        links.Links.Should().HaveCount(32).And.BeInAscendingOrder(link => link.Wave1, StringComparer.Ordinal);
        links.Links.Select(link => link.Wave1).Should().Equal(
            Enumerable.Range(0, 40).Select(i => $"a{i:000}").Except(SimulatedWaves.Unlinked));
        links.Links.Should().OnlyContain(link => link.Wave1.Substring(1) == link.Wave2.Substring(1), "a wrong link is worse than none");
        links.Links.Where(link => link.Certainty == LinkCertainty.OneElementDiffers).Select(link => link.Wave1).Should().Equal(SimulatedWaves.Near);
        links.Ambiguous.Should().Equal(SimulatedWaves.Ambiguous);
        (links.Wave2Forms, links.Strangers).Should().Be((36, 2));
        links.MatchRate.Should().BeApproximately(0.888889, 5e-7);
    }

    [TestCase("form,mother_initial", "line 1", "\"birth_city_initial\" is missing")]
    [TestCase(Header + ",ssn_last_4\n1,A,B,01,0,C,D,1234", "line 1, column 8", "six are fixed")]
    [TestCase(Header + "\n,A,B,01,0,C,D", "line 2, column form", "missing")]
    [TestCase(Header + "\n1,A,B,01,0,C,D\n1,A,B,01,0,C,E", "line 3, column form", "stands in line 2")]
    [TestCase(Header + "\n1,A,B", "line 2", "number of cells")]
    [TestCase("", "line 1", "\"form\" is missing")]
    public void Each_fault_is_named_with_its_place(string csv, string where, string problem)
    {
        var refusal = Read(csv).Refusal!;
        refusal.Code.Should().Be(Refusals.CodesInvalid);
        refusal.Places.Should().Contain(place => place.Where == where && place.Problem.Contains(problem, StringComparison.Ordinal));
    }

    [Test]
    public void Columns_may_stand_in_any_order()
    {
        var columns = Header.Split(',');
        string[] cells = ["1", "A", "B", "01", "0", "C", "D"];
        var turned = Read($"{string.Join(',', columns.Reverse())}\n{string.Join(',', cells.Reverse())}").Value.Single();
        turned.Elements.Should().Equal("A", "B", "01", "0", "C", "D");
    }

    private static Result<IReadOnlyList<SelfGeneratedCode>> Read(string csv) => CodeCsv.Read(Encoding.UTF8.GetBytes(csv));
}
