using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using Assessment.Interchange.Forms;
using CsCheck;

namespace Assessment.Interchange.Tests.Forms;

/// <summary>One item of every type that the form file knows beyond choices, statements and scales.</summary>
public class ItemTypeTests
{
    private const string AllTypes = """
        {"schema":"assessment-form/1","identifier":"all","instrument":{"identifier":"all","title":"All","kind":"knowledge-test","plane":"training"},
         "edition":"A","title":"All types","language":"en","shuffleItems":true,"shuffleOptions":true,
         "items":[
          {"identifier":"w","type":"single-choice","stem":"S","key":"a","maxPoints":2,"options":[
            {"identifier":"a","text":"A"},{"identifier":"b","text":"B","weight":0.250},{"identifier":"n","text":"None","fixed":true}]},
          {"identifier":"o","type":"ordering","stem":"S","key":["b","a"],"options":[{"identifier":"a","text":"A"},{"identifier":"b","text":"B"}]},
          {"identifier":"m","type":"matching","stem":"S","sources":[{"identifier":"a","text":"A"},{"identifier":"b","text":"B"}],
           "targets":[{"identifier":"x","text":"X"},{"identifier":"y","text":"Y"}],"key":[{"source":"a","target":"y"},{"source":"b","target":"y"}]},
          {"identifier":"i","type":"inline-choice","stem":"First [[g1]].","gaps":[
            {"identifier":"g1","options":[{"identifier":"a","text":"A"},{"identifier":"b","text":"B"}],"key":"b"}]},
          {"identifier":"n","type":"numeric","stem":"S","keys":[{"value":6.50,"tolerance":0.1},{"value":-2e2,"tolerance":0.05,"relative":true,"weight":0.5}]},
          {"identifier":"t","type":"short-text","stem":"S","keys":[{"text":"distance"},{"text":"espacio","weight":0.5}],"ignoreAccents":true},
          {"identifier":"c","type":"constructed-response","stem":"S","criteria":[{"identifier":"k1","title":"Listening","levels":[
            {"anchor":"interrupts","points":0},{"anchor":"lets finish","points":2.5}]}]},
          {"identifier":"p","type":"stimulus","stem":"S","picture":{"file":"bridge/man.png","alt":"A man on a bridge"},"covers":2},
          {"identifier":"v","type":"stimulus","stem":"S","video":{"file":"talk.mp4","captions":"talk.vtt"}},
          {"identifier":"j","type":"situational-judgement","stem":"S","options":[{"identifier":"a","text":"A"},{"identifier":"b","text":"B"},{"identifier":"c","text":"C"}],
           "keys":[{"version":1,"method":"authored","weights":{"a":1,"b":0,"c":0.1}},{"version":2,"method":"mean-weight"}],
           "panel":{"steps":5,"ratings":[{"rater":"e1","effectiveness":{"a":5,"b":3,"c":1}},{"rater":"e2","effectiveness":{"a":5,"b":2,"c":1}}]}},
          {"identifier":"s","type":"scenario","stem":"S","start":"n1","nodes":[
            {"identifier":"n1","text":"He shouts.","picture":{"file":"man.png","alt":"A man"},"choices":[
              {"identifier":"talk","text":"Talk","points":2,"safe":true,"next":"good"},{"identifier":"rush","text":"Rush","safe":false,"next":"bad"}]},
            {"identifier":"good","text":"He calms.","end":"safe"},{"identifier":"bad","text":"He runs.","end":"unsafe"}]},
          {"identifier":"jw","type":"situational-judgement","stem":"S","respond":"best-and-worst",
           "options":[{"identifier":"a","text":"A"},{"identifier":"b","text":"B"},{"identifier":"c","text":"C"}],"keys":[{"version":1,"method":"proportion-endorsement"}],
           "panel":{"steps":7,"ratings":[{"rater":"x1","effectiveness":{"a":7,"b":3,"c":2}},{"rater":"x2","effectiveness":{"a":6,"b":6,"c":2}}]}},
          {"identifier":"jr","type":"situational-judgement","stem":"S","respond":"rate-each","labels":["Poor","Fair","Good"],
           "options":[{"identifier":"a","text":"A"},{"identifier":"b","text":"B"}],
           "keys":[{"version":1,"method":"authored","weights":{"b":0.25,"a":0.5}},{"version":2,"method":"mean-rating"}],
           "panel":{"steps":3,"ratings":[{"rater":"x1","effectiveness":{"a":3,"b":1}},{"rater":"x2","effectiveness":{"a":2,"b":1}}]}}],
         "translations":[{"language":"es","title":"Todos","items":{
            "i":{"gaps/g1/b":"B es","stem":"Primero [[g1]].","gaps/g1/a":"A es"},"s":{"stem":"S es"}}}]}
        """;

    private static readonly Form Form = Read(AllTypes).Value;

    [Test]
    public void Every_type_is_read_whole()
    {
        Form.Items.Select(item => item.Type).Distinct().Should().Equal(
            "single-choice", "ordering", "matching", "inline-choice", "numeric", "short-text", "constructed-response", "stimulus", "situational-judgement", "scenario");
        Form.ShuffleItems.Should().BeTrue();
        Of<SingleChoice>("w").Options.Select(option => (option.Weight, option.Fixed)).Should().Equal((null, false), (0.25m, false), (null, true));
        Of<Ordering>("o").Key.Should().Equal("b", "a");
        Of<Matching>("m").Key.Should().Equal(new MatchedPair("a", "y"), new MatchedPair("b", "y"));
        Of<InlineChoice>("i").Gaps.Single().Key.Should().Be("b");
        Of<Numeric>("n").Keys.Should().Equal(new NumericKey(6.5m, 0.1m), new NumericKey(-200, 0.05m, true, 0.5m));
        Of<ShortText>("t").Should().BeEquivalentTo(new { Keys = new[] { new TextKey("distance"), new TextKey("espacio", 0.5m) }, Rules = new TextRules(true, true, false) });
        Of<ConstructedResponse>("c").MaxPoints.Should().Be(Points.Of(2.5));
        Of<Stimulus>("p").Should().BeEquivalentTo(new { Media = new Picture("bridge/man.png", "A man on a bridge"), Covers = 2, MaxPoints = Points.Zero });
        Of<Stimulus>("v").Media.Should().Be(new Video("talk.mp4", "talk.vtt", null));
        // Sums 10, 5, 2: (5 - 2) / (10 - 2) = 0.375.
        Of<SituationalJudgement>("j").Key.Should().BeEquivalentTo(new { Version = 2, Method = KeyMethod.MeanWeight, Weights = new Dictionary<string, decimal> { ["a"] = 1, ["b"] = 0.375m, ["c"] = 0 } });
        // Votes 1 1/2, 1/2, 0: 1/2 of 1 1/2.
        Of<SituationalJudgement>("jw").Should().BeEquivalentTo(new { Mode = JudgementMode.BestAndWorst, Key = new { Weights = new Dictionary<string, decimal> { ["a"] = 1, ["b"] = 0.33333333m, ["c"] = 0 } } });
        // Means 2 1/2 and 1 of three steps.
        Of<SituationalJudgement>("jr").Should().BeEquivalentTo(new
        {
            Mode = JudgementMode.RateEach, Labels = new[] { "Poor", "Fair", "Good" }, Key = new { Weights = new Dictionary<string, decimal> { ["a"] = 0.75m, ["b"] = 0 } },
        });
        Of<Scenario>("s").MaxPoints.Should().Be(Points.Of(2));
        Form.Items.Where(item => item.Tags.Ability == Ability.Skill).Select(item => item.Identifier).Should().Equal(["j", "s", "jw", "jr"], "judging what to do is a skill unless the file says otherwise");
    }

    [Test]
    public void Every_type_is_written_so_that_it_reads_back_the_same()
    {
        var written = FormJson.Write(Form);
        var again = FormJson.Read(written).Value;
        FormJson.Write(again).Should().Equal(written);
        again.Should().BeEquivalentTo(Form, options => options.RespectingRuntimeTypes().WithStrictOrdering());
    }

    [Test]
    public void What_the_file_says_is_written_back_item_by_item()
    {
        // Every value of the file comes back: nothing that was read is dropped by the writer.
        var written = JsonNode.Parse(FormJson.Write(Form))!;
        foreach (var (path, value) in Leaves(JsonNode.Parse(AllTypes)!, ""))
        {
            var there = Leaves(written, "").ToDictionary(leaf => leaf.Path, leaf => leaf.Value).GetValueOrDefault(path);
            there.Should().Be(value, path);
        }
    }

    [Test]
    public void Translations_are_found_and_what_is_missing_falls_back()
    {
        var spanish = Form.In("es");
        spanish.Form.Title.Should().Be("Todos");
        ((InlineChoice)spanish.Form.Items[3]).Gaps[0].Options.Select(option => option.Text).Should().Equal("A es", "B es");
        spanish.Untranslated.Should().BeEquivalentTo(Form.Items.Select(item => item.Identifier).Except(["i"]), "the scenario has a stem alone");
    }

    [Test]
    public void A_form_of_older_types_keeps_its_bytes()
    {
        const string canonical = """{"schema":"assessment-form/1","identifier":"f","instrument":{"identifier":"t","title":"T","kind":"knowledge-test","plane":"research"},"edition":"A","title":"T","language":"en","passMark":1,"items":[{"identifier":"a","type":"single-choice","topic":"DE_ALT","ability":"skill","tactics":["calm"],"rationale":"R","stem":"S","options":[{"identifier":"a","text":"A"},{"identifier":"b","text":"B"}],"key":"a","maxPoints":1},{"identifier":"b","type":"multiple-choice","ability":"knowledge","tactics":[],"stem":"S","options":[{"identifier":"a","text":"A"},{"identifier":"b","text":"B"}],"key":["b"],"maxPoints":0.5},{"identifier":"c","type":"true-false","ability":"knowledge","tactics":[],"stem":"S","key":true,"maxPoints":1}]}""";
        Encoding.UTF8.GetString(FormJson.Write(Read(canonical).Value)).Should().Be(canonical);
    }

    [TestCase("\"weight\":0.250", "\"weight\":1.5", "items[0].options[1].weight", "from 0 to 1")]
    [TestCase("{\"identifier\":\"a\",\"text\":\"A\"},{\"identifier\":\"b\",\"text\":\"B\",\"weight\"", "{\"identifier\":\"a\",\"text\":\"A\",\"weight\":0.5},{\"identifier\":\"b\",\"text\":\"B\",\"weight\"", "items[0].key", "gives all points")]
    [TestCase("\"key\":[\"b\",\"a\"]", "\"key\":[\"b\"]", "items[1].key", "2 to 2")]
    [TestCase("\"key\":[\"b\",\"a\"]", "\"key\":[\"b\",\"b\"]", "items[1].key[1]", "twice")]
    [TestCase("{\"source\":\"b\",\"target\":\"y\"}", "{\"source\":\"b\",\"target\":\"z\"}", "items[2].key[1].target", "\"z\", which is not there")]
    [TestCase("{\"source\":\"b\",\"target\":\"y\"}", "{\"source\":\"a\",\"target\":\"y\"}", "items[2].key[1]", "source \"a\" twice")]
    [TestCase("\"First [[g1]].\"", "\"First [[g2]].\"", "items[3].stem", "[[g1]] once")]
    [TestCase("\"First [[g1]].\"", "\"[[g1]] [[g1]].\"", "items[3].stem", "[[g1]] once")]
    [TestCase("\"tolerance\":0.1", "\"tolerance\":-0.1", "items[4].keys[0].tolerance", "from 0")]
    [TestCase("\"tolerance\":0.05", "\"tolerance\":5", "items[4].keys[1].tolerance", "from 0 to 1")]
    [TestCase("\"tolerance\":0.1}", "\"tolerance\":0.1,\"weight\":0.9}", "items[4].keys", "weight 1")]
    [TestCase("\"value\":6.50", "\"value\":\"6.50\"", "items[4].keys[0].value", "A number")]
    [TestCase("\"ignoreAccents\"", "\"ignoreAccent\"", "items[5]", "\"ignoreAccent\" is not a known name")]
    [TestCase("\"points\":0}", "\"points\":2.5}", "items[6].criteria[0].levels[1]", "rise in points")]
    [TestCase("\"points\":2.5", "\"points\":100.5", "items[6].criteria[0].levels[1].points", "up to 100")]
    [TestCase(",\"alt\":\"A man on a bridge\"", "", "items[7].picture", "\"alt\" is missing")]
    [TestCase("bridge/man.png", "../man.png", "items[7].picture.file", "dot")]
    [TestCase("bridge/man.png", "/etc/man.png", "items[7].picture.file", "path")]
    [TestCase("\"covers\":2", "\"covers\":0", "items[7].covers", "from 1")]
    [TestCase(",\"captions\":\"talk.vtt\"", "", "items[8].video", "captions or a transcript")]
    [TestCase("\"version\":2", "\"version\":3", "items[9].keys[1].version", "2 is expected")]
    [TestCase("\"method\":\"mean-weight\"", "\"method\":\"mean-weight\",\"weights\":{\"a\":1,\"b\":0.4,\"c\":0}", "items[9].keys[1]", "do not follow")]
    [TestCase("\"weights\":{\"a\":1,", "\"weights\":{\"a\":0.9,", "items[9].keys[0].weights", "weight 1")]
    [TestCase("{\"a\":5,\"b\":3,\"c\":1}", "{\"a\":5,\"b\":3}", "items[9].panel.ratings[0].effectiveness", "\"c\" is missing")]
    [TestCase("{\"a\":5,\"b\":3,\"c\":1}", "{\"a\":6,\"b\":3,\"c\":1}", "items[9].panel.ratings[0].effectiveness.a", "from 1 to 5")]
    [TestCase("\"rater\":\"e2\"", "\"rater\":\"e1\"", "items[9].panel.ratings[1]", "rater identifier \"e1\"")]
    [TestCase("\"respond\":\"best-and-worst\"", "\"respond\":\"worst\"", "items[11].respond", "best, best-and-worst, rate-each")]
    [TestCase("\"respond\":\"best-and-worst\"", "\"respond\":\"best\",\"labels\":[\"A\",\"B\",\"C\"]", "items[11].labels", "each rated")]
    [TestCase("\"method\":\"proportion-endorsement\"", "\"method\":\"mean-rating\"", "items[11].keys[0].method", "mean-weight, consensus, proportion-endorsement")]
    [TestCase("\"method\":\"proportion-endorsement\"", "\"method\":\"authored\",\"weights\":{\"a\":1,\"b\":1,\"c\":1}", "items[11].keys[0].weights", "none is the worst")]
    [TestCase("\"method\":\"mean-rating\"", "\"method\":\"consensus\"", "items[12].keys[1].method", "one of: mean-rating")]
    [TestCase("[\"Poor\",\"Fair\",\"Good\"]", "[\"Poor\",\"Good\"]", "items[12].labels", "3 to 11")]
    [TestCase("[\"Poor\",\"Fair\",\"Good\"]", "[\"Poor\",\"Fair\",\"Good\",\"Best\"]", "items[12].panel.steps", "on 4 steps")]
    [TestCase("\"labels\":[\"Poor\",\"Fair\",\"Good\"],", "", "items[12]", "\"labels\" is missing")]
    [TestCase("\"start\":\"n1\"", "\"start\":\"n9\"", "items[10].start", "\"n9\", which is not there")]
    [TestCase("\"next\":\"bad\"", "\"next\":\"n1\"", "items[10].nodes[0].choices[1].next", "circle")]
    [TestCase("\"next\":\"bad\"", "\"next\":\"good\"", "items[10].nodes[2]", "No path")]
    [TestCase("\"end\":\"unsafe\"", "\"end\":\"sad\"", "items[10].nodes[2].end", "safe, unsafe")]
    [TestCase("\"text\":\"Talk\",\"points\":2", "\"text\":\"Talk\"", "items[10].start", "0 points")]
    [TestCase("\"s\":{\"stem\":\"S es\"}", "\"q\":{\"stem\":\"S es\"}", "translations[0].items.q", "no item \"q\"")]
    [TestCase("\"s\":{\"stem\":\"S es\"}", "\"s\":{\"nodes/n9\":\"S es\"}", "translations[0].items.s", "\"nodes/n9\" is not a known name")]
    [TestCase("Primero [[g1]].", "Primero.", "translations[0].items.i.stem", "[[g1]] once")]
    [TestCase("\"language\":\"es\"", "\"language\":\"en\"", "translations[0].language", "in this language")]
    public void Each_fault_is_named_with_its_place(string from, string to, string where, string problem)
    {
        AllTypes.Should().Contain(from);
        var at = AllTypes.IndexOf(from, StringComparison.Ordinal);
        var refusal = Read(AllTypes[..at] + to + AllTypes[(at + from.Length)..]).Refusal!;
        refusal.Code.Should().Be(Refusals.FormInvalid);
        refusal.Places.Should().Contain(place => place.Where == where && place.Problem.Contains(problem, StringComparison.Ordinal));
    }

    [Test]
    public void A_panel_that_gives_no_key_is_a_fault() =>
        Read(AllTypes.Replace("{\"a\":5,\"b\":3,\"c\":1}", "{\"a\":2,\"b\":2,\"c\":2}", StringComparison.Ordinal).Replace("{\"a\":5,\"b\":2,\"c\":1}", "{\"a\":4,\"b\":4,\"c\":4}", StringComparison.Ordinal))
            .Refusal!.Places.Should().Equal(new Place("items[9].keys[1]", "The panel finds all options equally effective, so no weights follow."));

    [TestCase("scale")]
    [TestCase("follow-up-checklist")]
    public void Scales_and_checklists_hold_no_other_items(string kind) =>
        Read(AllTypes.Replace("knowledge-test", kind, StringComparison.Ordinal)).Refusal!.Places.Should().HaveCount(Form.Items.Count);

    [Test]
    public void Any_damage_gives_a_form_or_a_refusal_and_never_a_fault()
    {
        var sound = Encoding.UTF8.GetBytes(AllTypes);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte[32, 126]).Sample((at, value) =>
        {
            var bytes = sound.ToArray();
            bytes[at] = value;
            var result = FormJson.Read(bytes);
            return result.IsRefused ? result.Refusal!.Places.Count > 0 : FormJson.Read(FormJson.Write(result.Value)).Value.Items.Count == Form.Items.Count;
        }, iter: 2_000);
    }

    [Test]
    public void Missing_pieces_give_a_refusal_and_never_a_fault()
    {
        // Every property of the file taken away in turn, and every value replaced by one of another kind.
        var paths = Nodes(JsonNode.Parse(AllTypes)!).Count();
        for (var i = 0; i < paths; i++)
        {
            foreach (var value in new[] { null, JsonValue.Create(7), JsonValue.Create("x"), (JsonNode)new JsonArray(), new JsonObject() })
            {
                var file = JsonNode.Parse(AllTypes)!;
                var node = Nodes(file).ElementAt(i);
                node.ReplaceWith(value);
                var read = () => FormJson.Read(Encoding.UTF8.GetBytes(file.ToJsonString()));
                read.Should().NotThrow($"{node.GetPath()} became {value?.ToJsonString() ?? "null"}");
            }
        }
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        var children = node switch
        {
            JsonObject some => some.Select(property => property.Value!),
            JsonArray list => list.Select(one => one!),
            _ => [],
        };
        return children.SelectMany(child => Nodes(child).Prepend(child));
    }

    private static IEnumerable<(string Path, object Value)> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject some => some.SelectMany(property => Leaves(property.Value!, $"{path}/{property.Key}")),
        JsonArray list => list.SelectMany((one, i) => Leaves(one!, $"{path}/{i}")),
        JsonValue value => [(path, value.GetValueKind() == JsonValueKind.Number ? NumberText.Shortest(value.GetValue<decimal>()) : value.ToJsonString())],
        _ => [],
    };

    private static T Of<T>(string identifier) where T : Item => (T)Form.Items.Single(item => item.Identifier == identifier);

    private static Result<Form> Read(string json) => FormJson.Read(Encoding.UTF8.GetBytes(json));
}
