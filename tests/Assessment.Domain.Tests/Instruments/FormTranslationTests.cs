using Assessment.Domain.Instruments;

namespace Assessment.Domain.Tests.Instruments;

public class FormTranslationTests
{
    private static readonly Form English = new(
        "f", new Instrument("i", "Test", InstrumentKind.KnowledgeTest, Plane.Training), "A", "Test", "en", null,
        [.. ItemExamples.All.Skip(5)])
    {
        ShuffleItems = true,
        ShuffleOptions = true,
    };

    private static readonly Form Bilingual = English with { Translations = [new("es", "Prueba", English.Items.ToDictionary(item => item.Identifier, Spanish))] };

    [Test]
    public void A_form_in_another_language_has_other_texts_and_nothing_else()
    {
        var spanish = Bilingual.In("es");
        spanish.Untranslated.Should().BeEmpty();
        spanish.Form.Title.Should().Be("Prueba");
        spanish.Form.Language.Should().Be("es");
        spanish.Form.Items.SelectMany(ItemTexts.Of).Should().OnlyContain(text => text.Value.StartsWith("es:", StringComparison.Ordinal));
        spanish.Form.Items.Select(item => ItemTexts.Map(item, (_, text) => text["es:".Length..])).Should()
            .BeEquivalentTo(English.Items, options => options.RespectingRuntimeTypes().WithStrictOrdering());
    }

    [Test]
    public void Both_languages_are_shown_in_the_same_order()
    {
        var (english, spanish) = (PresentationOrder.Of(Bilingual.In("en").Form, 42), PresentationOrder.Of(Bilingual.In("es").Form, 42));
        english.Items.SelectMany(Slots).Should().Equal(spanish.Items.SelectMany(Slots));

        static IEnumerable<string> Slots(Item item) => ItemTexts.Of(item).Select(text => $"{item.Identifier} {text.Key}");
    }

    [Test]
    public void An_item_that_lacks_a_text_stays_whole_in_its_own_language()
    {
        var texts = Bilingual.Translations[0].Items.ToDictionary();
        texts["s"] = texts["s"].Where(text => text.Key != "nodes/calm/choices/rush").ToDictionary();
        texts.Remove("w");
        var partial = (English with { Translations = [new("es", "Prueba", texts)] }).In("es");
        partial.Untranslated.Should().Equal("w", "s");
        partial.Form.Items.Single(item => item.Identifier == "s").Stem.Should().Be("stem");
        partial.Form.Items.Single(item => item.Identifier == "o").Stem.Should().Be("es:stem");
    }

    [TestCase("es-MX", "es")]
    [TestCase("ES", "es")]
    [TestCase("en-US", "en")]
    [TestCase("en", "en")]
    [TestCase("fr-CA", "en", Description = "no such translation: the form as it is")]
    public void Tags_fall_back_to_the_shorter_tag(string asked, string got) => Bilingual.In(asked).Form.Language.Should().Be(got);

    [Test]
    public void A_language_that_is_not_there_leaves_every_item_untranslated() =>
        Bilingual.In("fr").Untranslated.Should().Equal(English.Items.Select(item => item.Identifier));

    [Test]
    public void Slots_are_named_by_identifiers()
    {
        ItemTexts.Of(ItemExamples.Bridge).Select(text => text.Key).Take(4).Should().Equal("stem", "nodes/start", "nodes/start/choices/talk", "nodes/start/choices/shout");
        ItemTexts.Of(ItemExamples.Inline).Select(text => text.Key).Should().Equal("stem", "gaps/g1/a", "gaps/g1/b", "gaps/g2/a", "gaps/g2/b", "gaps/g2/c");
        ItemTexts.Of(ItemExamples.Story).Select(text => text.Key).Should().Equal("stem", "media/alt");
        ItemTexts.Of(new Stimulus("v", "stem", ItemExamples.NoTags, new Video("v.mp4", "v.vtt", "He says: wait."))).Select(text => text.Key)
            .Should().Equal("stem", "media/captions", "media/transcript");
        ItemTexts.Of(ItemExamples.Rated).Select(text => text.Key).Should()
            .Equal("stem", "options/a", "options/b", "options/c", "labels/1", "labels/2", "labels/3", "labels/4", "labels/5");
        ItemTexts.Of(ItemExamples.All[3]).Select(text => text.Key).Should().Equal("stem", "labels/1", "labels/2", "labels/3", "labels/4", "labels/5");
    }

    private static IReadOnlyDictionary<string, string> Spanish(Item item) => ItemTexts.Of(item).ToDictionary(text => text.Key, text => "es:" + text.Value);
}
