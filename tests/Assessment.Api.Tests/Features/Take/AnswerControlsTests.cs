using System.Text;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Take;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using Assessment.Interchange.Forms;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>The rule between controls and values, for each type.</summary>
public sealed class AnswerControlsTests
{
    private static readonly Form Form = FormJson.Read(Encoding.UTF8.GetBytes(EveryTypeForm.File())).Value;

    [TestCase("q", "b"), TestCase("mc", "a|c"), TestCase("tf", "false"), TestCase("o", "b|a|c"), TestCase("m", "a:y|b:x"), TestCase("i", "g2:b")]
    [TestCase("n", "20.5"), TestCase("t", "a | b"), TestCase("c", "First\nsecond | x"), TestCase("jw", "best:b|worst:d"), TestCase("jr", "a:3")]
    public void Controls_that_show_a_stored_answer_give_the_same_answer_again(string identifier, string stored)
    {
        var item = Form.Items.Single(one => one.Identifier == identifier);
        var view = ItemView.Of(item);
        var words = AnswerControls.Words(view, AnswerControls.Of(view, stored));
        ItemResponse.Read(item, words!).Value.Should().Be(stored);
    }

    [Test]
    public void An_order_is_whole_when_each_place_is_given_once()
    {
        AnswerControls.Words(View("o"), ["3:a", "1:b", "2:c"]).Should().Equal("b", "c", "a");
        AnswerControls.Words(View("o"), ["", "", " "]).Should().BeEmpty("nothing was chosen");
        AnswerControls.Words(View("o"), ["1:a", "1:b", "2:c"]).Should().BeNull();
        AnswerControls.Words(View("o"), ["1:a", "2:b", ""]).Should().BeNull();
        AnswerControls.Words(View("o"), ["x:a", "1:b", "2:c"]).Should().BeNull();
    }

    [Test]
    public void One_line_alone_can_be_the_best()
    {
        AnswerControls.Words(View("jw"), ["best:a", "", "worst:d"]).Should().Equal("best:a", "worst:d");
        AnswerControls.Words(View("jw"), ["best:a", "best:b"]).Should().BeNull();
    }

    private static ItemView View(string identifier) => ItemView.Of(Form.Items.Single(item => item.Identifier == identifier));
}
