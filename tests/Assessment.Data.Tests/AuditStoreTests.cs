using System.Security.Cryptography;
using System.Text;
using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class AuditStoreTests(string engine) : TestDatabaseFixture(engine)
{
    private static AuditRow Entry(int agencyId = 0, string action = "open.administration") => new()
    {
        AgencyId = agencyId, At = Seed.Now, Actor = "key 0.1", Role = "operator", Action = action, Outcome = "done",
    };

    private Task<int> Append(AuditRow entry) => Write(session => new AuditStore(session).Append(entry));

    private Task<int?> FirstBroken() => Read(session => new AuditStore(session).FirstBroken(0));

    [Test]
    public async Task The_hash_is_that_of_the_documented_text()
    {
        await Append(Entry() with { ObjectId = "x", Reason = null });

        var json = """{"action":"open.administration","actor":"key 0.1","agencyId":0,"at":"2026-03-02T09:30:00.000000Z","objectId":"x","outcome":"done","reason":null,"role":"operator","sequenceNo":1}""";
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new string('0', 64) + json)));
        (await Read(session => new AuditStore(session).List(0))).Single().Hash.Should().Be(expected);
    }

    [Test]
    public async Task Entries_written_at_once_make_one_whole_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Append(Entry())));

        (await Read(session => new AuditStore(session).List(0))).Select(entry => entry.SequenceNo).Should().Equal(Enumerable.Range(1, 30));
        (await FirstBroken()).Should().BeNull();
    }

    [Test]
    public async Task Each_agency_has_its_own_chain()
    {
        var agencyId = await Write(session => new AgencyStore(session).Add(Seed.Agency("One")));
        await Append(Entry());

        (await Append(Entry(agencyId))).Should().Be(1);
    }

    [TestCase("UPDATE audit_entry SET actor = 'key 9.9' WHERE sequence_no = 2", 2)]
    [TestCase("UPDATE audit_entry SET reason = '' WHERE sequence_no = 3", 3)]
    [TestCase("DELETE FROM audit_entry WHERE sequence_no = 2", 2)]
    [TestCase("DELETE FROM audit_entry WHERE sequence_no = 3", 3)]
    public async Task A_changed_or_missing_entry_is_found(string deed, int broken)
    {
        for (var i = 0; i < 3; i++)
        {
            await Append(Entry());
        }

        await Write(session => session.Execute(deed));

        (await FirstBroken()).Should().Be(broken);
    }

    [Test]
    public async Task A_chain_without_entries_holds() => (await FirstBroken()).Should().BeNull();
}
