using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;

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
}
