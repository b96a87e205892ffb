using Assessment.Reporting.Charts;

namespace Assessment.Reporting.Tests.Charts;

public sealed class DumbbellLayoutTests
{
    private const double Width = 486;
    private const double LetterWidth = 5;

    [Test]
    public void No_text_touches_another_wherever_the_values_lie()
    {
        var values = new[] { 0.0, 0.4, 1, 49.7, 50, 50.3, 99, 100 };
        foreach (var (from, to) in values.SelectMany(from => values.Select(to => (from, to))))
        {
            var texts = Draw(Row("A rather long label of a row that needs two lines", from, to), Row("B", to, from)).Shapes
                .OfType<ChartText>().Select(Box).ToList();
            for (var i = 0; i < texts.Count; i++)
                for (var j = i + 1; j < texts.Count; j++)
                    Overlap(texts[i], texts[j]).Should().BeFalse($"from {from} to {to}: {texts[i].Text} and {texts[j].Text}");
        }
    }

    [Test]
    public void No_text_lies_on_a_mark_or_outside_the_drawing()
    {
        foreach (var (from, to) in new[] { (0.0, 100.0), (100, 0), (50, 50), (50, 51) })
        {
            var drawing = Draw(Row("Row", from, to));
            foreach (var text in drawing.Shapes.OfType<ChartText>().Select(Box))
            {
                text.Left.Should().BeGreaterThanOrEqualTo(0);
                text.Right.Should().BeLessThanOrEqualTo(Width);
                drawing.Shapes.OfType<ChartMark>().Should().NotContain(mark =>
                    mark.X + mark.Radius > text.Left && mark.X - mark.Radius < text.Right && mark.Y > text.Top && mark.Y < text.Bottom);
            }
        }
    }

    [Test]
    public void Marks_stand_where_their_values_are_on_the_axis()
    {
        var drawing = Draw(Row("Row", 25, 75));
        var axis = drawing.Shapes.OfType<ChartLine>().Single(line => line.Ink == Ink.Muted);
        var marks = drawing.Shapes.OfType<ChartMark>().Skip(2).ToList();
        marks[0].X.Should().BeApproximately(axis.X1 + 0.25 * (axis.X2 - axis.X1), 1e-9);
        marks[1].X.Should().BeApproximately(axis.X1 + 0.75 * (axis.X2 - axis.X1), 1e-9);
    }

    [Test]
    public void Earlier_is_hollow_and_later_solid_so_that_colour_is_not_the_only_sign() =>
        Draw(Row("Row", 60, 60)).Shapes.OfType<ChartMark>().Select(mark => mark.Hollow).Should().Equal(true, false, true, false);

    [Test]
    public void Of_equal_values_both_marks_are_seen()
    {
        var marks = Draw(Row("Row", 60, 60)).Shapes.OfType<ChartMark>().Skip(2).ToList();
        marks[1].Radius.Should().BeLessThan(marks[0].Radius - 1.5, "the solid mark must fit inside the ring of the hollow one");
    }

    [Test]
    public void Labels_name_the_values_on_their_own_sides_also_when_scores_fall()
    {
        var texts = Draw(new DumbbellRow("Row", 70, 66, "from 70", "to 66")).Shapes.OfType<ChartText>().ToList();
        texts.Single(text => text.Text == "to 66").Anchor.Should().Be(Anchor.End);
        texts.Single(text => text.Text == "from 70").Anchor.Should().Be(Anchor.Start);
    }

    [TestCase(double.NaN)]
    [TestCase(101)]
    [TestCase(-1)]
    public void A_value_off_the_axis_is_refused(double value)
    {
        var draw = () => Draw(Row("Row", 50, value));
        draw.Should().Throw<ArgumentException>().WithMessage("*on its axis*");
    }

    [Test]
    public void A_chart_without_rows_is_refused()
    {
        var draw = () => Draw();
        draw.Should().Throw<ArgumentException>().WithMessage("*needs a row*");
    }

    private static DumbbellRow Row(string label, double from, double to) => new(label, from, to, $"{from:0.0}", $"{to:0.0}");

    private static ChartDrawing Draw(params DumbbellRow[] rows) =>
        ChartLayout.Of(new DumbbellChart("Mean score, percent", 0, 100, "Pre-test", "Post-test", rows), Width, Measure);

    private static double Measure(string text) => LetterWidth * text.Length;

    private static (double Left, double Right, double Top, double Bottom, string Text) Box(ChartText text)
    {
        var width = Measure(text.Text);
        var left = text.Anchor switch { Anchor.Start => text.X, Anchor.Middle => text.X - width / 2, _ => text.X - width };
        return (left, left + width, text.Baseline - 7, text.Baseline + 2, text.Text);
    }

    private static bool Overlap(
        (double Left, double Right, double Top, double Bottom, string) a, (double Left, double Right, double Top, double Bottom, string) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
