using System.Reflection;
using Assessment.Domain;
using Assessment.Release.Hierarchies;
using Assessment.Release.Profiles;
using Assessment.Release.Snapshot;

namespace Assessment.Release.Tests;

public class PrivacyRefusalsTests
{
    [Test]
    public void All_lists_every_code_once()
    {
        var fields = typeof(PrivacyRefusals).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<RefusalCode>();

        PrivacyRefusals.All.Should().BeEquivalentTo(fields);
        PrivacyRefusals.All.Select(code => code.Code).Should().OnlyHaveUniqueItems().And.OnlyContain(code => code.StartsWith("PRV-"));
    }

    [Test]
    public void Document_lists_the_same_codes_in_the_same_order()
    {
        var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "docs", "privacy.md")))
        {
            directory = directory.Parent;
        }

        var listed = File.ReadLines(Path.Combine(directory.FullName, "docs", "privacy.md"))
            .Where(line => line.StartsWith("| `PRV-", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        listed.Should().Equal(PrivacyRefusals.All.Select(code => code.Code));
    }

    [Test]
    public void Nobody_consented() => Refusal(SimulatedStudy.Of(consent: _ => ConsentDecision.Refused)).Code.Should().Be(PrivacyRefusals.Empty);

    [Test]
    public void Fewer_than_k_consented_and_the_count_stays_inside()
    {
        var refusal = Refusal(SimulatedStudy.Of(consent: i => i < 7 ? ConsentDecision.Granted : ConsentDecision.Withdrawn));

        refusal.Code.Should().Be(PrivacyRefusals.TooFew);
        refusal.Reason.Should().StartWith("Fewer than 11 people consented").And.NotContain("7");
    }

    [TestCase(99, 6, true)]
    [TestCase(100, 3, false)]
    [TestCase(240, 2, true)]
    [TestCase(249, 1, true)]
    [TestCase(250, 1, false)]
    public void Scope_of_a_public_file(int people, int agencies, bool refused)
    {
        var input = SimulatedStudy.Of(people);
        var persons = input.Persons.Select((person, i) => person with { Agency = input.Agencies[i % agencies].Id }).ToList();
        using var key = SimulatedStudy.Key(1);

        var result = Deidentifier.Apply(SimulatedStudy.Profile(new ProfileColumn("agency_pool", 1)), input with { Persons = persons }, key);

        result.IsRefused.Should().Be(refused);
        if (refused)
        {
            result.Refusal!.Code.Should().Be(PrivacyRefusals.Scope);
        }
    }

    [TestCase("nickname", "PRV-UNCLASSIFIED")]
    [TestCase("comments", "PRV-FREE-TEXT")]
    [TestCase("email", "PRV-IDENTIFIER")]
    [TestCase("birth_date", "PRV-EXACT-TIME")]
    [TestCase("score", "PRV-COLUMN")]
    public void Field_that_may_not_come_near_a_release(string field, string code)
    {
        var input = SimulatedStudy.Of();
        var person = input.Persons[3] with { QuasiIdentifiers = new Dictionary<string, string?>(input.Persons[3].QuasiIdentifiers) { [field] = "x" } };

        var refusal = Refusal(input with { Persons = [.. input.Persons, person with { Id = Guid.Empty, Consent = ConsentDecision.Refused }] });

        refusal.Code.Code.Should().Be(code);
        refusal.Places.Single().Where.Should().Be($"field {field}");
    }

    [Test]
    public void Value_that_is_no_leaf()
    {
        var profile = SimulatedStudy.Profile(new ProfileColumn("rank", 1)) with
        {
            Hierarchies = HierarchySet.Default.With("own", Hierarchy.Read("rank", new StringReader(Reference.Text("hierarchies/rank-value.csv"))).Value),
        };

        var refusal = Refusal(WithRank(SimulatedStudy.Of(), "Deputy"), profile);

        refusal.Code.Should().Be(PrivacyRefusals.HierarchyValue);
        refusal.Places.Should().Equal(new Place("field rank", "\"Deputy\" is not in the hierarchy"));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Score_that_is_no_number(double score)
    {
        var input = SimulatedStudy.Of();
        var person = input.Persons[0] with { Waves = [new("pre", -1, new Dictionary<string, double> { ["dekt"] = score })] };

        Refusal(input with { Persons = [person, .. input.Persons.Skip(1)] }).Code.Should().Be(PrivacyRefusals.NumRange);
    }

    [TestCase("1st-test", TestName = "Name that begins with a digit")]
    [TestCase("a-very-long-name-of-an-instrument", TestName = "Name longer than 32 characters")]
    [TestCase("months", TestName = "Name that is taken")]
    public void Instrument_that_cannot_name_a_column(string identifier)
    {
        var input = SimulatedStudy.Of();
        var persons = input.Persons.Select(person => person with
        {
            Waves = [.. person.Waves.Select(wave => wave with { Scores = new Dictionary<string, double> { [identifier] = wave.Scores["dekt"] } })],
        });

        var refusal = Refusal(input with { Instruments = [new(identifier, "test")], Persons = [.. persons] });

        refusal.Code.Should().Be(PrivacyRefusals.Column);
    }

    [Test]
    public void Study_without_scores()
    {
        var input = SimulatedStudy.Of();

        Refusal(input with { Persons = [.. input.Persons.Select(person => person with { Waves = [] })] }).Code.Should().Be(PrivacyRefusals.Empty);
    }

    private static ReleaseInput WithRank(ReleaseInput input, string rank) => input with
    {
        Persons = [.. input.Persons.Select(person => person with { QuasiIdentifiers = new Dictionary<string, string?> { ["rank"] = rank } })],
    };

    private static Refusal Refusal(ReleaseInput input, ReleaseProfile? profile = null)
    {
        using var key = SimulatedStudy.Key(1);
        return Deidentifier.Apply(profile ?? ReleaseProfile.PublicDefault, input, key).Refusal!;
    }
}
