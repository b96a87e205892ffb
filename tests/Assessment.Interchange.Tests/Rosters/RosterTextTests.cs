using System.Text;
using Assessment.Domain;
using Assessment.Interchange.Rosters;

namespace Assessment.Interchange.Tests.Rosters;

/// <summary>Rosters as they are pasted: a list, a CSV, cells of a spreadsheet.</summary>
public class RosterTextTests
{
    [Test]
    public void A_name_a_line_is_an_officer_each_commas_and_empty_lines_included()
    {
        var lines = Read("Reyes, Pat\r\n\r\n  Dana Whitfield \n").Value;
        lines.Select(line => (line.Line, line.Name, line.Kind, line.FundingSource)).Should().Equal(
            (1, "Reyes, Pat", "officer", "grant"), (3, "Dana Whitfield", "officer", "grant"));
    }

    [Test]
    public void A_header_makes_it_a_csv_whose_missing_columns_have_defaults()
    {
        var lines = Read("name,kind\nPat Reyes,officer\nDana Whitfield,cmhp-employee\n", "other").Value;
        lines.Select(line => (line.Name, line.Kind, line.FundingSource)).Should().Equal(("Pat Reyes", "officer", "other"), ("Dana Whitfield", "cmhp-employee", "other"));
        Read("name\nPat Reyes\n").Value.Single().Kind.Should().Be("officer");
        Read("name,funding_source\nPat Reyes,grant\n", "other").Value.Single().FundingSource.Should().Be("grant");
    }

    [Test]
    public void Cells_of_a_spreadsheet_come_between_tabs()
    {
        var lines = Read("name\tyears_of_service\r\nReyes, Pat\t12\r\nDana \"D\" Whitfield, Sgt\t3\r\n").Value;
        lines.Select(line => (line.Name, line.YearsOfService)).Should().Equal(("Reyes, Pat", 12), ("Dana \"D\" Whitfield, Sgt", 3));
    }

    [Test]
    public void Faults_name_line_and_column_as_typed()
    {
        Places("name,kind\nPat,officer\nDana,king\n").Should().Equal("line 3, column kind");
        Places("name\tyears_of_service\nPat\tten\n").Should().Equal("line 2, column years_of_service");
        Places("name,badge\nPat,77\n").Should().Equal("line 1, column 2");
        Places("Pat\n\nDa\u0001na\n" + new string('x', 201)).Should().Equal("line 3", "line 4");
        Places(" \n\n").Should().Equal("roster");
    }

    [Test]
    public void Bytes_that_are_no_text_are_named()
    {
        var refused = RosterText.Read([(byte)'P', (byte)'\n', 0xFF], "grant");
        refused.Refusal!.Places.Single().Where.Should().Be("line 2");
    }

    [Test]
    public void Seats_have_no_names() =>
        RosterText.Seats(3, "other").Value.Select(line => (line.Line, line.Name, line.FundingSource)).Should().Equal((1, null, "other"), (2, null, "other"), (3, null, "other"));

    private static Result<IReadOnlyList<RosterLine>> Read(string text, string paidBy = "grant") => RosterText.Read(Encoding.UTF8.GetBytes(text), paidBy);

    private static IEnumerable<string> Places(string text) => Read(text).Refusal!.Places.Select(place => place.Where);
}
