using Assessment.Api.Features.Samples;
using Assessment.Domain.Instruments;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Tests.Features.Samples;

/// <summary>The authored forms are whole in Spanish. That the wording is good Spanish, no test can tell.</summary>
public sealed class SampleTranslationTests
{
    // Telephone numbers are the same in every language.
    private static readonly string[] Same =
        ["a25 options/a", "a25 options/b", "a25 options/c", "a25 options/d", "b25 options/a", "b25 options/b", "b25 options/c", "b25 options/d"];

    private static readonly string[] Names = ["dekt-a", "dekt-b", "confidence", "follow-up-checklist"];

    private static readonly Form[] Forms = [.. Names.Select(Read)];

    [TestCaseSource(nameof(Names))]
    public void Every_item_is_translated(string name)
    {
        var form = Read(name);
        var spanish = form.In("es");

        spanish.Untranslated.Should().BeEmpty();
        (spanish.Form.Language, form.Translations.Count).Should().Be(("es", 1));
        spanish.Form.Title.Should().NotBe(form.Title);
    }

    [Test]
    public void Only_telephone_numbers_stay_as_they_are() =>
        Forms.SelectMany(Texts).Where(text => text.English == text.Spanish).Select(text => text.Place).Should().Equal(Same);

    [Test]
    public void No_text_is_blank_and_none_has_white_space_at_its_ends() =>
        Forms.SelectMany(Texts).Should().OnlyContain(text => text.Spanish.Length > 0 && text.Spanish.Trim() == text.Spanish);

    // The labels of a scale, for one, are the same words at every item.
    [Test]
    public void What_is_said_alike_in_English_is_said_alike_in_Spanish() =>
        Forms.SelectMany(Texts).GroupBy(text => text.English).Where(group => group.Select(text => text.Spanish).Distinct().Count() > 1)
            .Select(group => group.Key).Should().BeEmpty();

    [Test]
    public void The_number_of_options_to_choose_is_told_alike() =>
        Forms.SelectMany(Texts).Where(text => text.English.Contains("Which two", StringComparison.Ordinal)).Select(text => text.Spanish)
            .Should().HaveCount(6).And.OnlyContain(stem => stem.Contains("Qué dos ", StringComparison.Ordinal) || stem.Contains("los dos mejores", StringComparison.Ordinal));

    // The same bound as in English: a test taker who knows nothing must not pass by choosing the longest option.
    [TestCase("dekt-a")]
    [TestCase("dekt-b")]
    public void Right_answers_cannot_be_told_by_length(string name) =>
        Read(name).In("es").Form.Items.OfType<SingleChoice>().Count(item => item.Key == item.Options.MaxBy(option => option.Text.Length)!.Identifier)
            .Should().BeLessThanOrEqualTo(6);

    private static IEnumerable<(string Place, string English, string Spanish)> Texts(Form form) =>
        form.Items.Zip(form.In("es").Form.Items).SelectMany(pair => ItemTexts.Of(pair.First).Zip(
            ItemTexts.Of(pair.Second), (english, spanish) => ($"{pair.First.Identifier} {english.Key}", english.Value, spanish.Value)));

    private static Form Read(string name) =>
        FormJson.Read(File.ReadAllBytes(Path.Combine(SampleStudy.Shipped.Folder, "forms", name + ".json"))).Value;
}
