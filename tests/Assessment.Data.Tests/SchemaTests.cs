using Assessment.Domain.Curricula;
using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class SchemaTests(string engine) : TestDatabaseFixture(engine)
{
    [Test]
    public async Task Topics_are_those_of_the_domain()
    {
        var topics = await Read(session => session.List<string>("SELECT code || '|' || numeral || '|' || title FROM topic ORDER BY code"));

        topics.Should().BeEquivalentTo(Topic.All.Select(topic => $"{topic.Code}|{topic.Numeral}|{topic.Title}"));
    }

    [Test]
    public async Task Tactics_contain_those_of_the_domain()
    {
        var tactics = await Read(session => session.List<string>("SELECT code || '|' || meaning FROM tactic WHERE origin = 'todak-james'"));

        tactics.Should().BeEquivalentTo(Tactic.All.Select(tactic => $"{tactic.Code}|{tactic.Meaning}"));
    }

    [Test]
    public async Task States_are_fifty_with_the_district_and_five_territories()
    {
        var kinds = await Read(session => session.List<string>("SELECT kind || ' ' || COUNT(*) FROM state GROUP BY kind ORDER BY kind"));

        kinds.Should().Equal("district 1", "state 50", "territory 5");
    }
}
