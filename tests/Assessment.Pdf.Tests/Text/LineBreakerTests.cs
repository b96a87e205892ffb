using Assessment.Pdf.Fonts;
using Assessment.Pdf.Layout;
using Assessment.Pdf.Text;
using CsCheck;

namespace Assessment.Pdf.Tests.Text;

public sealed class LineBreakerTests
{
    private const double Hair = 1e-6;

    private static readonly Gen<string> Texts = Gen.String[Gen.Char["abcdefgWMil.,-–/  \n\u00A0"], 0, 120];
    private static readonly Gen<double> Columns = Gen.Double[12, 200];

    [Test]
    public void No_line_is_wider_than_its_column() => Gen.Select(Texts, Texts, Columns).Sample((one, two, width) =>
        LineBreaker.Break(Spans(one, two), width).All(line => line.Width <= width + Hair));

    [Test]
    public void No_letter_is_lost_and_none_is_added() => Gen.Select(Texts, Texts, Columns).Sample((one, two, width) =>
        Letters(string.Concat(LineBreaker.Break(Spans(one, two), width).Select(line => line.Text))) == Letters(one + two));

    [Test]
    public void Words_are_one_space_apart() => Gen.Select(Texts, Texts).Sample((one, two) =>
    {
        var joined = string.Concat(LineBreaker.Break(Spans(one, two), 100_000).Select(line => line.Text));
        return joined == string.Join(' ', (one + two).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    });

    /// <summary>Five letters of this size never fill 60 points, so no word is cut here.</summary>
    [Test]
    public void A_line_ends_only_when_the_next_word_would_not_fit() =>
        Gen.Select(Gen.String[Gen.Char["abcdefgWMil"], 1, 5].List[1, 40], Gen.Double[60, 200]).Sample((words, width) =>
        {
            var lines = LineBreaker.Break(Spans(string.Join(' ', words), ""), width);
            return lines.Zip(lines.Skip(1)).All(pair =>
                Typography.Body.Width(pair.First.Text + pair.Second.Text.Split(' ')[0]) > width - Hair);
        });

    [Test]
    public void Fragments_stand_side_by_side() => Gen.Select(Texts, Texts, Columns).Sample((one, two, width) =>
        LineBreaker.Break(Spans(one, two), width).All(line => line.Fragments.Zip(line.Fragments.Skip(1))
            .All(pair => Math.Abs(pair.First.X + pair.First.Width - pair.Second.X) < 1e-6)));

    [Test]
    public void A_line_feed_starts_a_new_line() =>
        LineBreaker.Break([new Span("One two\nthree", Typography.Body)], 400).Select(line => line.Text).Should().Equal("One two ", "three");

    [Test]
    public void A_line_may_end_after_a_hyphen_inside_a_word()
    {
        var width = Typography.Body.Width("de-") + 1;
        LineBreaker.Break([new Span("de-escalation", Typography.Body)], width)[0].Text.Should().Be("de-");
    }

    [Test]
    public void A_minus_sign_stays_with_its_number()
    {
        var width = Typography.Body.Width("from -") + 1;
        LineBreaker.Break([new Span("from -5", Typography.Body)], width).Select(line => line.Text).Should().Equal("from ", "-5");
    }

    [Test]
    public void A_footnote_mark_stays_with_its_word()
    {
        var note = new Footnote(1, []);
        var width = Typography.Body.Width("some word") + 0.1;
        var lines = LineBreaker.Break(
            [new Span("some word", Typography.Body), new Span("1", Typography.Mark(Typography.Body), Note: note)], width);
        lines.Select(line => line.Text).Should().Equal("some ", "word1");
        lines[1].Notes.Should().Equal(note);
    }

    private static Span[] Spans(string one, string two) =>
        [new Span(one, Typography.Body), new Span(two, Typography.Body with { Face = FontFace.SemiBold })];

    private static string Letters(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
