using System.Text;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Reports;
using Assessment.Data;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Tests.Features.Reports;

public sealed class ScoreCheckTests
{
    private static readonly LoadedForm Scale = Load(
        """
        {"schema": "assessment-form/1", "identifier": "scale", "edition": "A", "title": "Confidence", "language": "en",
         "instrument": {"identifier": "scale", "title": "Confidence", "kind": "scale", "plane": "research"},
         "items": [{"identifier": "s1", "type": "likert", "stem": "I stay calm.", "labels": ["No", "Partly", "Yes"]},
                   {"identifier": "s2", "type": "likert", "stem": "I listen.", "labels": ["No", "Partly", "Yes"]}]}
        """);

    [TestCase("banana")]
    [TestCase("4")]
    public void Answer_that_the_item_cannot_take_is_a_blank(string value) =>
        ScoreCheck.Readable(Scale, [Answer(1, "3"), Answer(2, value)]).Should().BeEquivalentTo(new Dictionary<int, string> { [1] = "3" });

    [Test]
    public void Text_with_a_bar_is_one_answer()
    {
        var form = Load(
            """
            {"schema": "assessment-form/1", "identifier": "t", "edition": "A", "title": "T", "language": "en",
             "instrument": {"identifier": "t", "title": "T", "kind": "knowledge-test", "plane": "research"},
             "items": [{"identifier": "s1", "type": "short-text", "stem": "What?", "keys": [{"text": "this|that"}]},
                       {"identifier": "s2", "type": "constructed-response", "stem": "Why?", "criteria": [{"identifier": "k", "title": "K", "levels": [
                         {"anchor": "no", "points": 0}, {"anchor": "yes", "points": 1}]}]}]}
            """);
        ScoreCheck.Readable(form, [Answer(1, "this|that"), Answer(2, "a|b\n|c")])
            .Should().BeEquivalentTo(new Dictionary<int, string> { [1] = "this|that", [2] = "a|b\n|c" });
    }

    [Test]
    public void Answer_to_no_item_of_the_form_is_left_out() => ScoreCheck.Readable(Scale, [Answer(3, "1")]).Should().BeEmpty();

    private static AnswerRow Answer(int item, string value) => new() { ItemNo = item, Value = value };

    private static LoadedForm Load(string json)
    {
        var form = FormJson.Read(Encoding.UTF8.GetBytes(json)).Value;
        return new(form, FormView.Of(form), new Dictionary<string, int> { ["s1"] = 1, ["s2"] = 2 });
    }
}
