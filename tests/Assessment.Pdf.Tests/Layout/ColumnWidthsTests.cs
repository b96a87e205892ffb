using Assessment.Pdf.Blocks;
using Assessment.Pdf.Fonts;
using Assessment.Pdf.Layout;

namespace Assessment.Pdf.Tests.Layout;

public sealed class ColumnWidthsTests
{
    [Test]
    public void Columns_fill_the_page_by_their_weights()
    {
        var widths = Of([("A", false, 1), ("B", false, 3)], "x", "y");
        widths.Widths.Sum().Should().BeApproximately(Sheet.TextWidth, 1e-6);
        widths.Widths[1].Should().BeApproximately(3 * widths.Widths[0], 1e-6);
    }

    [Test]
    public void A_column_of_numbers_takes_no_more_than_one_line_of_it()
    {
        var widths = Of([("Text", false, 1), ("n", true, 50)], "x", "13.9 to 17.7");
        widths.Widths[1].Should().BeLessThan(80);
        widths.Widths.Sum().Should().BeApproximately(Sheet.TextWidth, 1e-6);
    }

    [Test]
    public void A_column_is_as_wide_as_its_widest_word_whatever_its_weight()
    {
        var widths = Of([("A", false, 0.01), ("B", false, 1)], "Incontrovertibility", "y");
        var word = Typeface.Measure("Incontrovertibility", FontFace.Regular, widths.Size);
        widths.Widths[0].Should().BeGreaterThanOrEqualTo(word + 2 * ColumnWidths.Padding);
    }

    [Test]
    public void Many_wide_columns_get_smaller_type_before_words_are_cut()
    {
        var columns = Enumerable.Range(1, 10).Select(i => ("Percentages", true, 1.0)).ToArray();
        Of(columns, [.. columns.Select(_ => "1")]).Size.Should().BeLessThan(Typography.CellSizes[0]);
    }

    [Test]
    public void A_word_that_fits_no_column_is_cut_and_the_page_is_kept()
    {
        var widths = Of([("A", false, 1), ("B", false, 1)], new string('W', 200), "y");
        widths.Widths.Sum().Should().BeApproximately(Sheet.TextWidth, 1e-6);
        widths.Widths.Should().OnlyContain(width => width > 2 * ColumnWidths.Padding);
    }

    private static ColumnWidths Of((string Head, bool Numeric, double Weight)[] columns, params string[] cells) => ColumnWidths.Of(new Table(
        "T1", [.. columns.Select(column => new TableColumn(column.Head, column.Numeric, column.Weight))], [cells], []));
}
