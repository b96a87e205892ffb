using System.Text;
using System.Text.Json;
using Assessment.Api.Features.Attempts;
using Assessment.Domain.Instruments;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Tests.Features.Attempts;

public sealed class FormViewTests
{
    /// <summary>Every text that a participant may see begins with "show"; every secret, identifiers of keys aside, holds "hide" or the points 7.77.</summary>
    internal const string Json = """
        {"schema":"assessment-form/1","identifier":"all","instrument":{"identifier":"all","title":"All","kind":"knowledge-test","plane":"training"},
         "edition":"A","title":"show title","language":"en","shuffleOptions":true,
         "items":[
          {"identifier":"w","type":"single-choice","rationale":"hide","stem":"show","key":"a","maxPoints":7.77,"options":[
            {"identifier":"a","text":"show a"},{"identifier":"b","text":"show b","weight":0.777},{"identifier":"n","text":"show n","fixed":true}]},
          {"identifier":"o","type":"ordering","stem":"show","maxPoints":7.77,"key":["b","a"],"options":[{"identifier":"a","text":"show a"},{"identifier":"b","text":"show b"}]},
          {"identifier":"m","type":"matching","stem":"show","maxPoints":7.77,"sources":[{"identifier":"a","text":"show a"},{"identifier":"b","text":"show b"}],
           "targets":[{"identifier":"x","text":"show x"},{"identifier":"y","text":"show y"}],"key":[{"source":"a","target":"y"},{"source":"b","target":"y"}]},
          {"identifier":"i","type":"inline-choice","stem":"show [[g1]]","maxPoints":7.77,"gaps":[
            {"identifier":"g1","options":[{"identifier":"a","text":"show a"},{"identifier":"b","text":"show b"}],"key":"b"}]},
          {"identifier":"n","type":"numeric","stem":"show","maxPoints":7.77,"keys":[{"value":777,"tolerance":7}]},
          {"identifier":"t","type":"short-text","stem":"show","maxPoints":7.77,"keys":[{"text":"hide"}]},
          {"identifier":"c","type":"constructed-response","stem":"show","criteria":[{"identifier":"k1","title":"hide","levels":[
            {"anchor":"hide","points":0},{"anchor":"hide","points":7.77}]}]},
          {"identifier":"p","type":"stimulus","stem":"show","picture":{"file":"man.png","alt":"show alt"},"covers":1},
          {"identifier":"j","type":"situational-judgement","stem":"show","maxPoints":7.77,"options":[{"identifier":"a","text":"show a"},{"identifier":"b","text":"show b"}],
           "keys":[{"version":1,"method":"consensus"}],"panel":{"steps":100,"ratings":[{"rater":"hide","effectiveness":{"a":77,"b":7}}]}},
          {"identifier":"s","type":"scenario","stem":"show","start":"n1","nodes":[
            {"identifier":"n1","text":"show n1","choices":[
              {"identifier":"talk","text":"show talk","points":7.77,"safe":true,"next":"good"},{"identifier":"rush","text":"show rush","safe":false,"next":"bad"}]},
            {"identifier":"good","text":"show good","end":"safe"},{"identifier":"bad","text":"show bad","end":"unsafe"}]},
          {"identifier":"jw","type":"situational-judgement","stem":"show","respond":"best-and-worst","maxPoints":7.77,
           "options":[{"identifier":"a","text":"show a"},{"identifier":"b","text":"show b"},{"identifier":"c","text":"show c"}],
           "keys":[{"version":1,"method":"authored","weights":{"a":1,"b":0.777,"c":0.077}}]},
          {"identifier":"jr","type":"situational-judgement","stem":"show","respond":"rate-each","labels":["show 1","show 2","show 3"],"maxPoints":7.77,
           "options":[{"identifier":"a","text":"show a"},{"identifier":"b","text":"show b"}],
           "keys":[{"version":1,"method":"mean-rating"}],"panel":{"steps":3,"ratings":[{"rater":"hide","effectiveness":{"a":3,"b":1}}]}}],
         "translations":[{"language":"es","title":"show es","items":{"o":{"stem":"show es","options/a":"show es a","options/b":"show es b"}}}]}
        """;

    private static readonly Form Form = FormJson.Read(Encoding.UTF8.GetBytes(Json)).Value;

    private static readonly JsonElement View = JsonSerializer.SerializeToElement(FormView.Of(Form), JsonSerializerOptions.Web);

    [Test]
    public void A_device_gets_no_key_weight_point_or_safety()
    {
        var (names, values) = (new HashSet<string>(), new List<string>());
        Walk(View, names, values);
        names.Should().BeSubsetOf(
            ["identifier", "title", "language", "items", "translations", "untranslated", "type", "stem", "options", "text", "sources", "targets", "gaps",
             "maxLength", "media", "kind", "file", "alt", "covers", "respond", "labels", "start", "nodes", "choices", "next"]);
        values.Should().NotContain(value => value.Contains("hide", StringComparison.Ordinal) || value.Contains("77", StringComparison.Ordinal) || value.Contains("safe", StringComparison.Ordinal));
    }

    [Test]
    public void A_device_gets_every_text_that_there_is_to_see()
    {
        var values = new List<string>();
        Walk(View, [], values);
        values.Should().Contain(Form.Items.SelectMany(ItemTexts.Of).Select(text => text.Value));
    }

    [Test]
    public void Another_language_has_the_same_identifiers_and_names_what_is_not_translated()
    {
        var view = FormView.Of(PresentationOrder.Of(Form with { ShuffleItems = true }, 3));
        var spanish = view.Translations!.Single();
        spanish.Should().BeEquivalentTo(new { Language = "es", Title = "show es" });
        spanish.Items.Select(item => item.Identifier).Should().Equal(view.Items.Select(item => item.Identifier));
        spanish.Untranslated.Should().BeEquivalentTo("w", "m", "i", "n", "t", "c", "p", "j", "s", "jw", "jr");
        var (english, translated) = (view.Items.Single(item => item.Identifier == "o"), spanish.Items.Single(item => item.Identifier == "o"));
        translated.Options!.Select(option => option.Identifier).Should().Equal(english.Options!.Select(option => option.Identifier));
        translated.Stem.Should().Be("show es");
    }

    private static void Walk(JsonElement value, HashSet<string> names, List<string> values)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    names.Add(property.Name);
                    Walk(property.Value, names, values);
                }

                break;
            case JsonValueKind.Array:
                foreach (var one in value.EnumerateArray()) Walk(one, names, values);
                break;
            default:
                values.Add(value.ToString());
                break;
        }
    }
}
