using Assessment.Statistics.Cases;

namespace Assessment.Statistics.Tests.Cases;

public sealed class CaseTableTests
{
    [TestCase("", "The data have no header line.")]
    [TestCase("a,b\n1,2\n3\n", "Row 2 has 1 fields where the header has 2 columns.")]
    [TestCase("a,a\n1,2\n", "Column 'a' occurs more than once in the header.")]
    [TestCase("a,b\n\"1,2\n", "Row 1 has a quoted field that does not end.")]
    public void Unreadable_text_names_the_place(string text, string message)
    {
        var reading = () => CaseTable.Read(new StringReader(text));
        reading.Should().Throw<FormatException>().WithMessage(message);
    }

    [Test]
    public void Quoted_fields_may_hold_commas_and_quotes()
    {
        var table = CaseTable.Read(new StringReader("\uFEFFname,\"score, raw\"\n\"a \"\"b\"\"\",3\n"));
        table.Names.Should().Equal("name", "score, raw");
        table.Count.Should().Be(1);
    }
}
