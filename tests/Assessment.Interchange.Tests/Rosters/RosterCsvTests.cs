using System.Text;
using Assessment.Domain;
using Assessment.Interchange.Rosters;
using CsCheck;

namespace Assessment.Interchange.Tests.Rosters;

public class RosterCsvTests
{
    [Test]
    public void Sound_roster_is_read_whole()
    {
        var lines = Read("""
            kind,name,token,years_of_service,prior_cit,funding_source
            officer,"Able, A.",1234-5678-9abc-defg,12,yes,other
            cmhp-agreement,,,,,
            """).Value;
        lines.Should().Equal(
            new RosterLine(2, "Able, A.", "123456789ABCDEFG", "officer", null, 12, null, null, null, true, "other"),
            new RosterLine(3, null, null, "cmhp-agreement", null, null, null, null, null, null, "grant"));
    }

    [TestCase("kind,token\nofficer,1234-5678-9ABC-DEFG\nofficer,123456789abcdefg", "line 3, column token", "The same token stands in line 2.")]
    [TestCase("kind,token\nofficer,123", "line 2, column token", "Not a roster token")]
    [TestCase("kind\nchief", "line 2, column kind", "officer, cmhp-employee, cmhp-agreement")]
    [TestCase("kind\n\"\"", "line 2, column kind", "expected")]
    [TestCase("name\nA", "line 1", "\"kind\" is missing")]
    [TestCase("kind,shoe_size\nofficer,44", "line 1, column 2", "Not a known column")]
    [TestCase("kind,ssn\nofficer,1", "line 1, column 2", "must not have")]
    [TestCase("kind,kind\nofficer,officer", "line 1, column 2", "stands twice")]
    [TestCase("kind,sex\nofficer", "line 2", "number of cells")]
    [TestCase("kind,years_of_service\nofficer,-1", "line 2, column years_of_service", "0 to 60")]
    [TestCase("kind,prior_cit\nofficer,maybe", "line 2, column prior_cit", "yes or no")]
    [TestCase("kind,funding_source\nofficer,county", "line 2, column funding_source", "grant, other")]
    [TestCase("kind,name\nofficer,\"open", "line 2", "never closed")]
    [TestCase("kind", "file", "no line below the header")]
    [TestCase("", "file", "no line below the header")]
    public void Each_fault_is_named_with_its_place(string csv, string where, string problem)
    {
        var refusal = Read(csv).Refusal!;
        refusal.Code.Should().Be(Refusals.RosterInvalid);
        refusal.Places.Should().Contain(place => place.Where == where && place.Problem.Contains(problem, StringComparison.Ordinal));
    }

    [Test]
    public void A_byte_that_is_not_UTF8_is_named_by_line()
    {
        byte[] bytes = [.. "kind,name\nofficer,"u8, 0xE9, .. "\n"u8];
        RosterCsv.Read(bytes).Refusal!.Places.Single().Where.Should().Be("line 2");
    }

    [Test]
    public void Any_bytes_give_lines_or_a_refusal_and_never_a_fault() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            byte[] file = [.. "kind,name\n"u8, .. bytes];
            var result = RosterCsv.Read(file);
            return result.IsRefused ? result.Refusal!.Places.Count > 0 : result.Value.Count > 0;
        });

    private static Result<IReadOnlyList<RosterLine>> Read(string csv) => RosterCsv.Read(Encoding.UTF8.GetBytes(csv));
}
