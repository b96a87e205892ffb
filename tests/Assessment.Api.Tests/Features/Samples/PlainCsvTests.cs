using Assessment.Api.Features.Samples;

namespace Assessment.Api.Tests.Features.Samples;

public sealed class PlainCsvTests
{
    [Test]
    public void Line_joins_cells_with_a_decimal_point_and_leaves_null_empty() => PlainCsv.Line("a|b", 3, 8.5, null).Should().Be("a|b,3,8.5,");

    [TestCase("a,b")]
    [TestCase("say \"no\"")]
    [TestCase("two\nlines")]
    public void Line_refuses_a_cell_that_would_need_quotes(string cell) =>
        ((Action)(() => PlainCsv.Line(cell))).Should().Throw<ArgumentException>();

    [Test]
    public void Document_ends_each_line_with_a_line_feed() => PlainCsv.Document("a,b", ["1,2", "3,4"]).Should().Be("a,b\n1,2\n3,4\n");
}
