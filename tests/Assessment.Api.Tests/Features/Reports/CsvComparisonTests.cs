using Assessment.Api.Features.Reports;

namespace Assessment.Api.Tests.Features.Reports;

public sealed class CsvComparisonTests
{
    [Test]
    public void Quoted_fields_and_line_ends_do_not_differ() =>
        CsvComparison.Of("T1.csv", "a,b\n\"x, \"\"y\"\"\",2\n", "a,b\r\n\"x, \"\"y\"\"\",\"2\"\r\n").Should().BeEmpty();

    [Test]
    public void Changed_cell_is_named_by_row_and_column() =>
        CsvComparison.Of("T1.csv", "Name,Count\r\nany,13\r\n", "Name,Count\r\nany,12\r\n")
            .Should().Equal(new Difference("T1.csv, line 2, column Count, row any", "\"13\"", "\"12\""));

    [Test]
    public void Lost_line_differs_in_each_of_its_cells() =>
        CsvComparison.Of("T1.csv", "Name,Count\r\n", "Name,Count\r\nany,12\r\n").Should().HaveCount(2);
}
