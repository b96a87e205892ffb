using Assessment.Domain.Linking;
using CsCheck;

namespace Assessment.Domain.Tests.Linking;

public class CodeLinkingTests
{
    /// <summary>Few letters, so that equal codes, near misses and blanks are all frequent.</summary>
    private static readonly Gen<string[]> Answers = Gen.Int[0, 4].Select(i => i == 4 ? "" : "ABCD"[i].ToString()).Array[SelfGeneratedCode.Length];

    private static readonly Gen<(SelfGeneratedCode[] Earlier, SelfGeneratedCode[] Later)> Waves =
        Gen.Select(Answers.Array[0, 30], Answers.Array[0, 30], (earlier, later) => (Wave("a", earlier), Wave("b", later)));

    [Test]
    public void Every_link_is_the_only_one_that_either_side_could_have() => Waves.Sample(waves =>
    {
        var found = CodeLinking.Link(waves.Earlier, waves.Later);
        var exact = Certain(found, LinkCertainty.Exact);
        foreach (var (one, other) in Pairs(exact, waves))
        {
            one.DisagreementsWith(other).Should().Be(0);
            waves.Later.Count(code => code.DisagreementsWith(one) == 0).Should().Be(1);
            waves.Earlier.Count(code => code.DisagreementsWith(other) == 0).Should().Be(1);
        }

        var open1 = waves.Earlier.Where(code => exact.All(link => link.Wave1 != code.Form)).ToList();
        var open2 = waves.Later.Where(code => exact.All(link => link.Wave2 != code.Form)).ToList();
        foreach (var (one, other) in Pairs(Certain(found, LinkCertainty.OneElementDiffers), waves))
        {
            one.DisagreementsWith(other).Should().Be(1);
            open2.Count(code => code.DisagreementsWith(one) <= 1).Should().Be(1);
            open1.Count(code => code.DisagreementsWith(other) <= 1).Should().Be(1);
        }

        found.Ambiguous.Should().BeEquivalentTo(open2
            .Where(code => open1.Any(one => one.DisagreementsWith(code) <= 1)).Select(code => code.Form)
            .Except(found.Links.Select(link => link.Wave2)));
    });

    [Test]
    public void Nobody_is_linked_twice() => Waves.Sample(waves =>
    {
        var links = CodeLinking.Link(waves.Earlier, waves.Later).Links;
        return links.Select(link => link.Wave1).Distinct().Count() == links.Count && links.Select(link => link.Wave2).Distinct().Count() == links.Count;
    });

    [Test]
    public void Links_are_the_same_seen_from_the_later_wave() => Waves.Sample(waves =>
        CodeLinking.Link(waves.Later, waves.Earlier).Links.Select(link => new CodeLink(link.Wave2, link.Wave1, link.Certainty)).ToHashSet()
            .SetEquals(CodeLinking.Link(waves.Earlier, waves.Later).Links));

    [Test]
    public void Order_of_the_forms_changes_nothing() => Waves.Sample(waves =>
    {
        var (turned, straight) = (CodeLinking.Link(waves.Earlier.Reverse().ToList(), waves.Later.Reverse().ToList()), CodeLinking.Link(waves.Earlier, waves.Later));
        return turned.Links.SequenceEqual(straight.Links) && turned.Ambiguous.SequenceEqual(straight.Ambiguous);
    });

    [Test]
    public void Code_that_two_people_of_a_wave_share_is_never_linked() => Waves.Sample(waves =>
    {
        var twins = waves.Earlier.Concat(waves.Earlier.Select(code => new SelfGeneratedCode($"twin {code.Form}", [.. code.Elements]))).ToList();
        return CodeLinking.Link(twins, waves.Later).Links.Count == 0;
    });

    [Test]
    public void Near_miss_of_a_third_person_does_not_settle_an_ambiguous_code()
    {
        var earlier = Wave("a", ["A", "A", "A", "A", "A", "A"], ["A", "A", "A", "A", "A", "A"], ["A", "A", "A", "A", "A", "B"]);
        var found = CodeLinking.Link(earlier, Wave("b", ["A", "A", "A", "A", "A", "A"]));
        found.Links.Should().BeEmpty();
        found.Ambiguous.Should().Equal("b0");
    }

    [TestCase("é ", "E")]
    [TestCase(" Ž", "z")]
    [TestCase("06", "06")]
    public void Case_accents_and_blanks_around_are_no_difference(string one, string other) =>
        Code("a", one).DisagreementsWith(Code("b", other)).Should().Be(0);

    [TestCase("06", "6")]
    [TestCase("", "")]
    [TestCase("-", "")]
    [TestCase(" ", "A")]
    public void Other_writing_and_blanks_confirm_nothing(string one, string other) =>
        Code("a", one).DisagreementsWith(Code("b", other)).Should().Be(1);

    [Test]
    public void Nothing_to_link_has_no_rate() => CodeLinking.Link([], []).MatchRate.Should().BeNull();

    private static SelfGeneratedCode Code(string form, string first) => new(form, [first, "A", "A", "A", "A", "A"]);

    private static SelfGeneratedCode[] Wave(string letter, params string[][] answers) =>
        answers.Select((six, i) => new SelfGeneratedCode($"{letter}{i}", six)).ToArray();

    private static List<CodeLink> Certain(CodeLinks found, LinkCertainty certainty) => found.Links.Where(link => link.Certainty == certainty).ToList();

    private static IEnumerable<(SelfGeneratedCode One, SelfGeneratedCode Other)> Pairs(
        List<CodeLink> links, (SelfGeneratedCode[] Earlier, SelfGeneratedCode[] Later) waves) =>
        links.Select(link => (waves.Earlier.Single(code => code.Form == link.Wave1), waves.Later.Single(code => code.Form == link.Wave2)));
}
