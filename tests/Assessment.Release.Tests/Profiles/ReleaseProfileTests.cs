using Assessment.Release.Fields;
using Assessment.Release.Hierarchies;
using Assessment.Release.Profiles;

namespace Assessment.Release.Tests.Profiles;

public class ReleaseProfileTests
{
    private const string Valid = """{ "product": "public", "k": 11, "g": 5, "columns": [ { "name": "sex", "level": 1 }, { "name": "agency_pool", "level": 1 } ] }""";

    [Test]
    public void Default_profile_names_levels_and_survives_writing_and_reading()
    {
        var read = ReleaseProfile.Read(ReleaseProfile.PublicDefault.ToJson()).Value;

        read.Should().BeEquivalentTo(ReleaseProfile.PublicDefault, options => options.WithStrictOrdering());
        read.Columns.Should().Contain(new ProfileColumn("years_of_service", 3));
        read.K.Should().Be(11);
    }

    [Test]
    public void Written_profile_has_line_feeds_only() => ReleaseProfile.PublicDefault.ToJson().Should().NotContain("\r").And.EndWith("}\n");

    [TestCase("\"k\": 11", "\"k\": 10", "PRV-PARAM-K", "k")]
    [TestCase("\"g\": 5", "\"g\": 4", "PRV-PARAM-G", "g")]
    [TestCase("\"g\": 5", "\"g\": 12", "PRV-PARAM-G", "g")]
    [TestCase("\"public\"", "\"restricted\"", "PRV-TRANSFER", "product")]
    [TestCase("\"sex\", \"level\": 1", "\"sex\", \"level\": 3", "PRV-PARAM-LEVEL", "columns[0].level")]
    [TestCase("\"sex\", \"level\": 1", "\"sex\", \"level\": -1", "PRV-PARAM-LEVEL", "columns[0].level")]
    [TestCase("\"agency_pool\", \"level\": 1", "\"agency_pool\", \"level\": 0", "PRV-PARAM-LEVEL", "columns[1].level")]
    [TestCase("\"agency_pool\"", "\"sex\"", "PRV-COLUMN", "columns[1].name")]
    [TestCase("\"agency_pool\"", "\"education\"", "PRV-COLUMN", "columns[1].name")]
    [TestCase("\"agency_pool\"", "\"score\"", "PRV-COLUMN", "columns[1].name")]
    [TestCase("\"agency_pool\"", "\"nickname\"", "PRV-UNCLASSIFIED", "columns[1].name")]
    [TestCase("\"agency_pool\"", "\"comments\"", "PRV-FREE-TEXT", "columns[1].name")]
    [TestCase("\"agency_pool\"", "\"badge_number\"", "PRV-IDENTIFIER", "columns[1].name")]
    [TestCase("\"agency_pool\"", "\"hire_date\"", "PRV-EXACT-TIME", "columns[1].name")]
    [TestCase("\"k\": 11, ", "", "PRV-PROFILE", "line 1, $")]
    [TestCase("\"k\": 11", "\"k\": \"11\"", "PRV-PROFILE", "line 1, $.k")]
    [TestCase("\"k\": 11", "\"k\": 11, \"limit\": 5", "PRV-PROFILE", "line 1, $.limit")]
    [TestCase("{ \"product\"", "[ \"product\"", "PRV-PROFILE", "line 1, $")]
    public void Broken_rule_is_refused_naming_the_place(string right, string wrong, string code, string place)
    {
        Valid.Should().Contain(right);
        ReleaseProfile.Read(Valid).IsRefused.Should().BeFalse();

        var refusal = ReleaseProfile.Read(Valid.Replace(right, wrong, StringComparison.Ordinal)).Refusal!;

        refusal.Code.Code.Should().Be(code);
        refusal.Places.Single().Where.Should().Be(place);
    }

    [Test]
    public void Level_with_more_categories_than_codes_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(0, 97).Select(i => $"v{i},*\n"));
        var profile = SimulatedStudy.Profile(new ProfileColumn("education", 0)) with
        {
            Hierarchies = HierarchySet.Default.With("own", Hierarchy.Read("education", new StringReader(rows)).Value),
        };

        profile.Check()!.Code.Should().Be(PrivacyRefusals.ParamLevel);
        (profile with { Columns = [new("education", 1)] }).Check().Should().BeNull();
    }

    [Test]
    public void Field_may_be_offered_after_the_privacy_officer_classified_it()
    {
        var fields = FieldCatalog.Default.With("nickname", FieldClass.QuasiIdentifier);
        var nicknames = Hierarchy.Read("nickname", new StringReader("a,*\nb,*\n")).Value;
        var profile = SimulatedStudy.Profile(new ProfileColumn("nickname", 0));

        profile.Check()!.Code.Should().Be(PrivacyRefusals.Unclassified);
        (profile with { Fields = fields, Hierarchies = HierarchySet.Default.With("own", nicknames) }).Check().Should().BeNull();
    }
}
