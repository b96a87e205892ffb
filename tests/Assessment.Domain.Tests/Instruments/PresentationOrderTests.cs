using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using CsCheck;

namespace Assessment.Domain.Tests.Instruments;

public class PresentationOrderTests
{
    private static readonly Option[] Options = [new("1", "1"), new("9", "None of these") { Fixed = true }, new("2", "2"), new("3", "3")];

    /// <summary>a, stimulus s with b c d, e, f, stimulus t with g and h.</summary>
    private static readonly Form Form = new(
        "f", new Instrument("i", "Test", InstrumentKind.KnowledgeTest, Plane.Training), "A", "Test", "en", null,
        [
            Choice("a"), Story("s", 3), Choice("b"), Choice("c"), Choice("d"), Choice("e"), Choice("f"), Story("t", null), Choice("g"), Choice("h"),
        ])
    {
        ShuffleItems = true,
        ShuffleOptions = true,
    };

    // Computed by a dozen lines of Python: SplitMix64, below(b) = first x under 2^64 - 2^64 % b, x % b; shuffle from the last place down;
    //   for block in shuffle([a, s b c d, e, f, t g h]): items += block[:1] + shuffle(block[1:])
    //   for item in "abcdefgh": options[item] = shuffle("123") + ["9"]
    [TestCase(0ul, "efsdbctgha", "1239", "2319")]
    [TestCase(1ul, "escdbtghfa", "2319", "3219")]
    [TestCase(20260101ul, "afthgesdcb", "1329", "1239")]
    [TestCase(ulong.MaxValue, "eafthgsbdc", "2139", "3219")]
    public void The_same_seed_gives_the_same_order_everywhere(ulong seed, string items, string optionsOfA, string optionsOfH)
    {
        var shown = PresentationOrder.Of(Form, seed);
        string.Concat(shown.Items.Select(item => item.Identifier)).Should().Be(items);
        OptionsOf(shown, "a").Should().Be(optionsOfA);
        OptionsOf(shown, "h").Should().Be(optionsOfH);
    }

    [Test]
    public void Nothing_is_lost_and_items_stay_with_their_stimulus() =>
        Gen.ULong.Sample(seed =>
        {
            var shown = string.Concat(PresentationOrder.Of(Form, seed).Items.Select(item => item.Identifier));
            return shown.Order().SequenceEqual("abcdefghst")
                && shown.Substring(shown.IndexOf('s', StringComparison.Ordinal), 4).Order().SequenceEqual("bcds")
                && shown.Substring(shown.IndexOf('t', StringComparison.Ordinal), 3).Order().SequenceEqual("ght");
        });

    [Test]
    public void Every_item_comes_first_equally_often()
    {
        // 5 blocks, 10,000 seeds: chi-square below qchisq(0.9999, 4) = 23.5 (R).
        var firsts = Enumerable.Range(0, 10_000).GroupBy(seed => PresentationOrder.Of(Form, (ulong)seed).Items[0].Identifier).Select(group => group.Count()).ToList();
        firsts.Should().HaveCount(5);
        firsts.Sum(count => (count - 2000.0) * (count - 2000.0) / 2000).Should().BeLessThan(23.5);
    }

    [Test]
    public void Without_leave_to_shuffle_nothing_moves()
    {
        var still = Form with { ShuffleItems = false, ShuffleOptions = false };
        PresentationOrder.Of(still, 5).Items.Should().Equal(still.Items);
        var items = Form with { ShuffleOptions = false };
        OptionsOf(PresentationOrder.Of(items, 5), "a").Should().Be("1923");
    }

    [Test]
    public void Every_type_keeps_its_parts_and_its_points_under_any_order()
    {
        var responses = new Dictionary<string, string>
        {
            ["ordering"] = "b|a|d|c", ["matching"] = "a:x|b:y|c:y", ["inline-choice"] = "g1:a|g2:c", ["situational-judgement"] = "a",
            ["jw"] = "best:a|worst:c", ["jr"] = "a:5|b:3|c:2",
            ["scenario"] = "start:talk:1|calm:wait:1", ["single-choice"] = "a", ["numeric"] = "6.5", ["short-text"] = "distancia",
        };
        var form = Form with { Items = [.. ItemExamples.All.Skip(5)] };
        Gen.ULong.Sample(seed => PresentationOrder.Of(form, seed).Items.All(shown =>
        {
            var written = form.Items.Single(item => item.Identifier == shown.Identifier);
            var response = responses.GetValueOrDefault(shown.Identifier) ?? responses.GetValueOrDefault(shown.Type);
            return ItemTexts.Of(shown).OrderBy(text => text.Key, StringComparer.Ordinal).SequenceEqual(ItemTexts.Of(written).OrderBy(text => text.Key, StringComparer.Ordinal))
                && ItemScoring.Score(shown, response) == ItemScoring.Score(written, response);
        }));
    }

    private static string OptionsOf(Form form, string item) =>
        string.Concat(((SingleChoice)form.Items.Single(one => one.Identifier == item)).Options.Select(option => option.Identifier));

    private static SingleChoice Choice(string identifier) => new(identifier, "stem", ItemExamples.NoTags, Points.One, Options, "1");

    private static Stimulus Story(string identifier, int? covers) => new(identifier, "story", ItemExamples.NoTags, null, covers);
}
