using System.Text.Json;
using Assessment.Api.Features.Samples;
using Assessment.Domain.Curricula;

namespace Assessment.Api.Tests.Features.Samples;

/// <summary>The authored forms keep the promises of the study's README.</summary>
public sealed class SampleFormTests
{
    private static readonly JsonElement A = Read("forms/dekt-a.json"), B = Read("forms/dekt-b.json");
    private static readonly JsonElement[] Tests = [A, B];

    [Test]
    public void Forms_are_parallel_place_by_place()
    {
        static string Blueprint(JsonElement item) =>
            $"{Text(item, "type")} {Text(item, "topic")} {Text(item, "objective")} {Text(item, "ability")} {item.GetProperty("tactics")} {KeyCount(item)}";

        Items(A).Select(Blueprint).Should().Equal(Items(B).Select(Blueprint));
    }

    [TestCaseSource(nameof(Tests))]
    public void Items_are_of_the_numbers_that_the_readme_gives(JsonElement form)
    {
        Items(form).CountBy(item => Text(item, "topic")).Should().BeEquivalentTo(
            new Dictionary<string, int> { ["DE_ALT"] = 10, ["CRISIS_DIS"] = 8, ["CIT_PART"] = 6, ["REFERRAL"] = 6 });
        Items(form).CountBy(item => Text(item, "type")).Should().BeEquivalentTo(
            new Dictionary<string, int> { ["single-choice"] = 16, ["multiple-choice"] = 7, ["true-false"] = 7 });
        Items(form).Count(item => Text(item, "ability") == "skill").Should().Be(10);
    }

    [TestCaseSource(nameof(Tests))]
    public void Topics_tactics_and_objectives_are_known(JsonElement form)
    {
        var objectives = Read("curriculum.json").GetProperty("topics").EnumerateArray()
            .SelectMany(topic => topic.GetProperty("objectives").EnumerateArray()).Select(objective => Text(objective, "code")).ToList();

        Items(form).Select(item => Topic.Find(Text(item, "topic"))).Should().NotContainNulls();
        Items(form).SelectMany(item => item.GetProperty("tactics").EnumerateArray()).Select(code => Tactic.Find(code.GetString()!)).Should().NotContainNulls();
        Items(form).Select(item => Text(item, "objective")).Distinct().Should().BeEquivalentTo(objectives);
        Items(form).Should().OnlyContain(item => Text(item, "objective").StartsWith(Text(item, "topic") + ".", StringComparison.Ordinal));
    }

    [TestCaseSource(nameof(Tests))]
    public void Keys_name_options_and_each_item_has_a_rationale(JsonElement form)
    {
        foreach (var item in SampleForm.Read(PathOf(Text(form, "identifier"))).Items)
        {
            item.Keys.Should().NotBeEmpty().And.BeSubsetOf(item.Options).And.OnlyHaveUniqueItems();
            item.Keys.Count.Should().BeInRange(1, item.Type == "multiple-choice" ? 3 : 1);
            item.CountIsTold.Should().Be(item.Type == "multiple-choice" && item.Keys.Count == 2, item.Identifier);
        }

        Items(form).Should().OnlyContain(item => Text(item, "rationale").Length > 20);
        Items(form).Select(item => Text(item, "identifier")).Should().OnlyHaveUniqueItems();
    }

    // A test taker who knows nothing must not pass by choosing a letter or the longest option.
    [TestCaseSource(nameof(Tests))]
    public void Right_answers_cannot_be_told_by_place_or_length(JsonElement form)
    {
        var single = Items(form).Where(item => Text(item, "type") == "single-choice").ToList();

        single.CountBy(item => Text(item, "key")).Should().OnlyContain(count => count.Value == 4);
        single.Count(item => Text(item, "key") == Text(item.GetProperty("options").EnumerateArray().MaxBy(option => Text(option, "text").Length), "identifier"))
            .Should().BeLessThanOrEqualTo(6);
        Items(form).Count(item => item.GetProperty("key").ValueKind == JsonValueKind.True).Should().BeInRange(3, 4);
    }

    [Test]
    public void No_stem_is_used_twice() => Items(A).Concat(Items(B)).Select(item => Text(item, "stem")).Should().OnlyHaveUniqueItems();

    [Test]
    public void Scale_turns_four_of_ten_items_round() =>
        SampleForm.Read(PathOf("confidence")).Items.Select(item => item.Reversed).CountBy(reversed => reversed)
            .Should().BeEquivalentTo(new Dictionary<bool, int> { [true] = 4, [false] = 6 });

    [Test]
    public void Checklist_has_twelve_indicators_on_all_topics() =>
        SampleForm.Read(PathOf("follow-up-checklist")).Items.Select(item => item.Topic).Should().HaveCount(12).And.Contain(Topic.All.Select(topic => topic.Code));

    private static string PathOf(string form) => Path.Combine(SampleStudy.Shipped.Folder, "forms", form + ".json");

    private static JsonElement Read(string name) => JsonElement.Parse(File.ReadAllText(Path.Combine(SampleStudy.Shipped.Folder, name)));

    private static List<JsonElement> Items(JsonElement form) => [.. form.GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int KeyCount(JsonElement item) => item.GetProperty("key") is { ValueKind: JsonValueKind.Array } key ? key.GetArrayLength() : 1;
}
