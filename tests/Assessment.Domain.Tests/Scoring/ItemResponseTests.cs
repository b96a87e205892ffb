using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using CsCheck;

namespace Assessment.Domain.Tests.Scoring;

public class ItemResponseTests
{
    private static readonly ItemTags NoTags = new(null, null, Ability.Knowledge, [], null);
    private static readonly Option[] Options = [new("a", "A"), new("b", "B"), new("c", "C")];

    private static readonly Dictionary<string, Item> Items = new()
    {
        ["single"] = new SingleChoice("s", "stem", NoTags, Points.One, Options, "c"),
        ["multiple"] = new MultipleChoice("m", "stem", NoTags, Points.One, Options, ["a", "c"]),
        ["true-false"] = new TrueFalse("t", "stem", NoTags, Points.One, true),
        ["likert"] = new Likert("l", "stem", NoTags, ["no", "perhaps", "yes"], false),
        ["indicator"] = new Indicator("f", "stem", NoTags),
    };

    [TestCase("single", "b", "b")]
    [TestCase("multiple", "c,a", "a|c", Description = "stored in option order")]
    [TestCase("multiple", "b", "b")]
    [TestCase("true-false", "true", "true")]
    [TestCase("likert", "3", "3")]
    [TestCase("indicator", "no-opportunity", "no-opportunity")]
    [TestCase("single", "", "", Description = "an empty answer clears")]
    public void Fitting_values_get_their_stored_spelling(string item, string values, string stored) =>
        ItemResponse.Read(Items[item], values.Split(',')).Value.Should().Be(stored);

    [TestCase("single", "z")]
    [TestCase("single", "a,b")]
    [TestCase("multiple", "a,z")]
    [TestCase("multiple", "a,a")]
    [TestCase("true-false", "yes")]
    [TestCase("likert", "0")]
    [TestCase("likert", "4")]
    [TestCase("likert", "2.5")]
    [TestCase("indicator", "Shown")]
    public void Other_values_are_refused_without_repeating_them(string item, string values)
    {
        var refusal = ItemResponse.Read(Items[item], values.Split(',')).Refusal!;
        refusal.Code.Should().Be(Refusals.ResponseInvalid);
        refusal.Reason.Should().StartWith($"Item {Items[item].Identifier} is {Items[item].Type}; it takes ");
    }

    /// <summary>A type's example, or the one of this identifier.</summary>
    private static Item Example(string type) => ItemExamples.All.FirstOrDefault(item => item.Identifier == type) ?? ItemExamples.All.Last(item => item.Type == type);

    [TestCase("ordering", "d;c;b;a", "d|c|b|a")]
    [TestCase("matching", "c:x;a:z", "a:z|c:x", Description = "stored in the order of sources")]
    [TestCase("inline-choice", "g2:b;g1:a", "g1:a|g2:b")]
    [TestCase("numeric", " 1.234,50 ", "1234.5")]
    [TestCase("short-text", " Two\r\nlines\u0000 ", "Two  lines")]
    [TestCase("short-text", "a|b", "a|b", Description = "a bar is text here")]
    [TestCase("short-text", "   ", "", Description = "nothing but white space clears")]
    [TestCase("short-text", "cafe\u0301", "caf\u00E9")]
    [TestCase("constructed-response", " One\r\n\r\ntwo\tthree ", "One\n\ntwo\tthree")]
    [TestCase("situational-judgement", "b", "b")]
    [TestCase("jw", "worst:a;best:c", "best:c|worst:a", Description = "the best first")]
    [TestCase("jw", "worst:b", "worst:b", Description = "the other is still to come")]
    [TestCase("jr", "c:1;a:5", "a:5|c:1", Description = "stored in option order, b is still to come")]
    [TestCase("scenario", "start:shout:1200;tense:grab:0", "start:shout:1200|tense:grab:0")]
    [TestCase("scenario", "start:talk:86400000", "start:talk:86400000", Description = "a path may stop before an end")]
    [TestCase("stimulus", "", "")]
    public void Each_type_has_one_spelling(string type, string values, string stored) =>
        ItemResponse.Read(Example(type), values.Split(';')).Value.Should().Be(stored);

    [TestCase("ordering", "a;b;c", Description = "one is missing")]
    [TestCase("ordering", "a;b;c;c")]
    [TestCase("ordering", "a;b;c;z")]
    [TestCase("matching", "a:q")]
    [TestCase("matching", "x:a", Description = "the wrong way round")]
    [TestCase("matching", "a:x;a:y")]
    [TestCase("matching", "a")]
    [TestCase("inline-choice", "g1:c", Description = "an option of the other gap")]
    [TestCase("inline-choice", "g3:a")]
    [TestCase("numeric", "six")]
    [TestCase("numeric", "6;7")]
    [TestCase("short-text", "a;b")]
    [TestCase("situational-judgement", "d")]
    [TestCase("situational-judgement", "best:a")]
    [TestCase("jw", "a")]
    [TestCase("jw", "best:a;worst:a", Description = "one option cannot be both")]
    [TestCase("jw", "best:a;best:b")]
    [TestCase("jw", "best:d")]
    [TestCase("jw", "good:a")]
    [TestCase("jr", "a")]
    [TestCase("jr", "a:0")]
    [TestCase("jr", "a:6")]
    [TestCase("jr", "a:2.5")]
    [TestCase("jr", "a:1;a:2")]
    [TestCase("jr", "d:1")]
    [TestCase("scenario", "tense:grab:0", Description = "does not begin at the start")]
    [TestCase("scenario", "start:talk:0;tense:grab:0", Description = "leaves the path")]
    [TestCase("scenario", "start:talk:0;calm:wait:0;good:wait:0", Description = "goes on after the end")]
    [TestCase("scenario", "start:talk")]
    [TestCase("scenario", "start:talk:-1")]
    [TestCase("scenario", "start:talk:007")]
    [TestCase("scenario", "start:talk:86400001")]
    [TestCase("stimulus", "seen")]
    public void What_no_item_of_the_type_can_take_is_refused(string type, string values) =>
        ItemResponse.Read(Example(type), values.Split(';')).Refusal!.Code.Should().Be(Refusals.ResponseInvalid);

    [Test]
    public void Half_a_surrogate_pair_is_no_text()
    {
        var whole = char.ConvertFromUtf32(0x1F600);
        ItemResponse.Read(Example("short-text"), [whole]).Value.Should().Be(whole);
        ItemResponse.Read(Example("short-text"), [whole[..1]]).IsRefused.Should().BeTrue();
        ItemResponse.Read(Example("short-text"), [whole[1..]]).IsRefused.Should().BeTrue();
    }

    [TestCase("short-text", 1_000)]
    [TestCase("constructed-response", 10_000)]
    public void Texts_have_a_longest_length(string type, int most)
    {
        ItemResponse.Read(Example(type), [new string('x', most) + " "]).Value.Should().HaveLength(most);
        ItemResponse.Read(Example(type), [new string('x', most + 1)]).IsRefused.Should().BeTrue();
    }

    [TestCaseSource(typeof(ItemExamples), nameof(ItemExamples.All))]
    public void Reading_a_stored_response_again_changes_nothing_and_its_points_stay_in_range(Item item)
    {
        var taken = 0;
        Candidates(item).Sample(values =>
        {
            var read = ItemResponse.Read(item, values);
            if (read.IsRefused)
            {
                return true;
            }

            Interlocked.Increment(ref taken);
            var stored = read.Value;
            var points = ItemScoring.Score(item, stored);
            return ItemResponse.Read(item, ItemResponse.Values(item, stored)).Value == stored
                && stored.Length <= ItemResponse.MaxLength
                && (points is null || (points.Value.Ticks >= 0 && points.Value.Ticks <= item.MaxPoints.Ticks));
        }, iter: 2_000);
        taken.Should().BeGreaterThan(item is Stimulus ? -1 : 5);
    }

    /// <summary>Shuffled and cut lists of everything that some value of the type could be, and wild texts.</summary>
    private static Gen<List<string>> Candidates(Item item)
    {
        string[] known = item switch
        {
            Matching matching => [.. matching.Sources.SelectMany(source => matching.Targets.Select(target => $"{source.Identifier}:{target.Identifier}"))],
            InlineChoice inline => [.. inline.Gaps.SelectMany(gap => gap.Options.Select(option => $"{gap.Identifier}:{option.Identifier}"))],
            Scenario => ["start:talk:5", "start:shout:7", "calm:wait:0", "tense:grab:86400000", "calm:rush:1"],
            SituationalJudgement { Mode: JudgementMode.BestAndWorst } => ["best:a", "best:b", "worst:b", "worst:c", "a"],
            SituationalJudgement { Mode: JudgementMode.RateEach } => ["a:1", "a:5", "b:3", "b:4", "c:2", "c:6", "d:1"],
            Numeric => ["6.5", "1,5", "-200", "1e5", "6,61"],
            _ => ["a", "b", "c", "d", "e", "true", "false", "1", "5", "6", "shown", "no-opportunity"],
        };
        var listed = Gen.Shuffle(known).SelectMany(values => Gen.Int[0, Math.Min(4, values.Length)].Select(take => values.Take(take).ToList()));
        var wild = Gen.String[0, 40].Select(text => new List<string> { text });
        return Gen.OneOf(listed, wild);
    }
}
