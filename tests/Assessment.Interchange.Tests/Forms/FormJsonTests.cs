using System.Text;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.Instruments;
using Assessment.Interchange.Forms;
using CsCheck;

namespace Assessment.Interchange.Tests.Forms;

public class FormJsonTests
{
    private const string Sound = """
        {"schema":"assessment-form/1","identifier":"t-a",
         "instrument":{"identifier":"t","title":"Test","kind":"knowledge-test","plane":"research"},
         "edition":"A","title":"Test A","language":"en","passMark":2,
         "items":[
          {"identifier":"a1","type":"single-choice","topic":"DE_ALT","objective":"DE_ALT.1","ability":"skill","tactics":["calm"],"stem":"What first?",
           "options":[{"identifier":"a","text":"Wait"},{"identifier":"b","text":"Run"}],"key":"a","rationale":"Time helps."},
          {"identifier":"a2","type":"multiple-choice","stem":"Which two?",
           "options":[{"identifier":"a","text":"One"},{"identifier":"b","text":"Two"},{"identifier":"c","text":"Three"}],"key":["a","c"]},
          {"identifier":"a3","type":"true-false","stem":"So it is.","key":true,"maxPoints":0.5}]}
        """;

    [Test]
    public void Sound_form_is_read_whole()
    {
        var form = Read(Sound).Value;
        form.Instrument.Should().Be(new Instrument("t", "Test", InstrumentKind.KnowledgeTest, Plane.Research));
        form.PassMark.Should().Be(Points.Of(2));
        form.MaxPoints.Should().Be(Points.Of(2.5));
        form.Items.Select(item => item.Type).Should().Equal("single-choice", "multiple-choice", "true-false");
        form.Items[0].Tags.Should().BeEquivalentTo(new ItemTags("DE_ALT", "DE_ALT.1", Ability.Skill, ["calm"], "Time helps."));
        ((MultipleChoice)form.Items[1]).Key.Should().Equal("a", "c");
    }

    [Test]
    public void Written_form_reads_back_the_same_bytes()
    {
        var written = FormJson.Write(Read(Sound).Value);
        FormJson.Write(FormJson.Read(written).Value).Should().Equal(written);
    }

    [TestCase("\"key\":\"a\"", "\"key\":\"z\"", "items[0].key", "points to option \"z\", which is not there")]
    [TestCase("\"key\":[\"a\",\"c\"]", "\"key\":[\"a\",\"q\"]", "items[1].key[1]", "points to option \"q\"")]
    [TestCase("\"key\":[\"a\",\"c\"]", "\"key\":[\"a\",\"a\"]", "items[1].key[1]", "twice")]
    [TestCase("\"identifier\":\"a2\"", "\"identifier\":\"a1\"", "items[1]", "stands at items[0] already")]
    [TestCase("{\"identifier\":\"b\",\"text\":\"Run\"}", "{\"identifier\":\"a\",\"text\":\"Run\"}", "items[0].options[1]", "stands at items[0].options[0] already")]
    [TestCase("\"identifier\":\"a2\"", "\"identifier\":\"" + PracticeItem.Identifier + "\"", "items[1].identifier", "An identifier has")]
    [TestCase("\"type\":\"true-false\"", "\"type\":\"hotspot\"", "items[2].type", "single-choice")]
    [TestCase("\"passMark\":2", "\"passMark\":3", "passMark", "above the form's 2.5 points")]
    [TestCase("\"DE_ALT\"", "\"DE_ALTT\"", "items[0].topic", "CRISIS_DIS")]
    [TestCase("\"rationale\"", "\"rational\"", "items[0]", "\"rational\" is not a known name")]
    [TestCase("\"stem\":\"Which two?\",", "", "items[1]", "\"stem\" is missing")]
    [TestCase("\"plane\":\"research\"", "\"plane\":\"personnel\"", "instrument.plane", "training, research")]
    [TestCase("\"kind\":\"knowledge-test\"", "\"kind\":\"scale\"", "items[0]", "does not belong on a scale")]
    [TestCase("\"maxPoints\":0.5", "\"maxPoints\":-1", "items[2].maxPoints", "above 0")]
    [TestCase("assessment-form/1", "assessment-form/9", "schema", "assessment-form/1")]
    public void Each_fault_is_named_with_its_place(string from, string to, string where, string problem)
    {
        var refusal = Read(Sound.Replace(from, to, StringComparison.Ordinal)).Refusal!;
        refusal.Code.Should().Be(Refusals.FormInvalid);
        refusal.Places.Should().Contain(place => place.Where == where && place.Problem.Contains(problem, StringComparison.Ordinal));
    }

    [Test]
    public void Malformed_json_is_named_by_line()
    {
        var refusal = Read(Sound.Replace("\"edition\":", "\"edition\"", StringComparison.Ordinal)).Refusal!;
        refusal.Places.Single().Where.Should().StartWith("line 3, byte ");
    }

    [Test]
    public void A_name_given_twice_is_refused() =>
        Read(Sound.Replace("\"edition\":\"A\"", "\"edition\":\"A\",\"edition\":\"B\"", StringComparison.Ordinal)).Refusal!.Code.Should().Be(Refusals.FormInvalid);

    [Test]
    public void Text_that_is_not_UTF8_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Sound);
        bytes[Sound.IndexOf("Test A", StringComparison.Ordinal)] = 0xFF;
        FormJson.Read(bytes).Refusal!.Code.Should().Be(Refusals.FormInvalid);
    }

    [Test]
    public void Any_damage_gives_a_form_or_a_refusal_and_never_a_fault()
    {
        var sound = Encoding.UTF8.GetBytes(Sound);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var bytes = sound.ToArray();
            bytes[at] = value;
            var result = FormJson.Read(bytes);
            return !result.IsRefused || result.Refusal!.Places.Count > 0;
        });
    }

    private static Result<Form> Read(string json) => FormJson.Read(Encoding.UTF8.GetBytes(json));
}
