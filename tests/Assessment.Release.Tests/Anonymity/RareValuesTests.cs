using Assessment.Release.Anonymity;
using CsCheck;

namespace Assessment.Release.Tests.Anonymity;

public class RareValuesTests
{
    [TestCase("aaaaabbbbb", "")]
    [TestCase("aaaaabbbbbb", "")]
    [TestCase("aaaaaabb", "aaaaaabb", TestName = "Two hidden people draw the smallest other value after them")]
    [TestCase("aaaaaabbcccccccd", "aaaaaabbd", TestName = "Top-up stops at g")]
    [TestCase("bbcccddddd", "bbccc", TestName = "Hidden people who are g together need no top-up")]
    [TestCase("aaaaabbbbbc", "aaaaac", TestName = "Ties go to the lesser value")]
    public void Hidden_values(string values, string hidden) =>
        string.Concat(Hidden(values, 5).Order().Select(person => values[person])).Should().Be(hidden);

    [Test]
    public void Whatever_stays_or_is_hidden_is_shared_by_g() =>
        Gen.Select(Gen.Char['a', 'f'].Array[6, 40], Gen.Int[2, 6]).Sample((values, g) =>
        {
            var hidden = Hidden(new string(values), g);
            var sizes = values.Where((_, person) => !hidden.Contains(person)).CountBy(value => value).Select(value => value.Value);

            sizes.All(size => size >= g).Should().BeTrue();
            (hidden.Count == 0 || hidden.Count >= g).Should().BeTrue();
        });

    private static IReadOnlySet<int> Hidden(string values, int g) =>
        RareValues.Hidden(values.Select((value, person) => (person, value.ToString())), g);
}
