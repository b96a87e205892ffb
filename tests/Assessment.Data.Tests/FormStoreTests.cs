using System.Data.Common;
using System.Runtime.CompilerServices;
using Assessment.Domain.Instruments;
using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class FormStoreTests(string engine) : TestDatabaseFixture(engine)
{
    private int agencyId, otherId, instrumentNo;

    [SetUp]
    public async Task AddInstrument() => await Write(async session =>
    {
        agencyId = await new AgencyStore(session).Add(Seed.Agency("One"));
        otherId = await new AgencyStore(session).Add(Seed.Agency("Two"));
        instrumentNo = await AddInstrument(session, "one", shared: false);
    });

    private Task<int> AddInstrument(Session session, string identifier, bool shared) => new InstrumentStore(session).Add(new InstrumentRow
    {
        InstrumentId = Seed.Id(), OwnerAgencyId = agencyId, Identifier = identifier, Title = identifier, Kind = "knowledge-test", Plane = "training",
        Shared = shared, CreatedAt = Seed.Now,
    });

    private Task<int> Save(FormDraft draft) => Write(session => new FormStore(session).SaveDraft(draft));

    private Task<bool> Publish(int formVersionNo) => Write(session => new FormStore(session).Publish(formVersionNo, Seed.Now));

    [Test]
    public async Task A_draft_is_replaced_with_its_items()
    {
        var draft = Seed.Form(instrumentNo, "A");
        var first = await Save(draft);

        var second = await Save(draft with { Title = "Better", Items = [draft.Items[0] with { Tactics = ["listen", "calm"] }] });

        second.Should().Be(first);
        (await Read(session => new FormStore(session).FindVersion(first)))
            .Should().BeEquivalentTo(new { Title = "Better", Version = 1, draft.FormId, PublishedAt = (DateTimeOffset?)null });
        (await Read(session => new FormStore(session).Items(first))).Should().ContainSingle().Which.Tactics.Should().Equal("calm", "listen");
    }

    [Test]
    public async Task A_published_version_stays_and_the_next_draft_is_a_new_version()
    {
        var draft = Seed.Form(instrumentNo, "A");
        var first = await Save(draft);
        await Publish(first);

        var second = await Save(draft with { Title = "Second", Items = [] });

        (await Read(session => new FormStore(session).FindVersion(first))).Should().BeEquivalentTo(new { Title = "Test A", Version = 1, PublishedAt = Seed.Now });
        (await Read(session => new FormStore(session).Items(first))).Should().HaveCount(3);
        (await Read(session => new FormStore(session).FindVersion(second))).Should().BeEquivalentTo(new { Title = "Second", Version = 2, draft.FormId });
        (await Read(session => new FormStore(session).ListVersions(instrumentNo))).Select(version => version.Version).Should().Equal(1, 2);
    }

    [Test]
    public async Task Every_item_type_of_the_domain_is_stored_and_no_other()
    {
        var types = typeof(Item).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Item)))
            .Select(type => ((Item)RuntimeHelpers.GetUninitializedObject(type)).Type).ToList();
        var draft = Seed.Form(instrumentNo, "A", types.Count);
        var typed = draft with { Items = [.. draft.Items.Zip(types, (item, type) => item with { Type = type })] };

        var version = await Save(typed);

        types.Should().HaveCount(14);
        (await Read(session => new FormStore(session).Items(version))).Select(item => item.Type).Should().Equal(types);
        await FluentActions.Awaiting(() => Save(draft with { Items = [draft.Items[0] with { Type = "hotspot" }] })).Should().ThrowAsync<DbException>();
    }

    [Test]
    public async Task Publishing_works_once()
    {
        var version = await Save(Seed.Form(instrumentNo, "A"));

        (await Publish(version)).Should().BeTrue();
        (await Publish(version)).Should().BeFalse();
    }

    [Test]
    public async Task The_published_forms_are_the_newest_ones_and_no_drafts()
    {
        var a = Seed.Form(instrumentNo, "A");
        await Publish(await Save(a));
        await Publish(await Save(a));
        await Save(a);
        await Publish(await Save(Seed.Form(instrumentNo, "B")));
        await Save(Seed.Form(instrumentNo, "C"));

        (await Read(session => new FormStore(session).Published(instrumentNo)))
            .Select(version => (version.Edition, version.Version)).Should().Equal(("A", 2), ("B", 1));
    }

    [Test]
    public async Task An_edition_belongs_to_one_form()
    {
        await Save(Seed.Form(instrumentNo, "A"));

        var twice = await FluentActions.Awaiting(() => Save(Seed.Form(instrumentNo, "A") with { Identifier = "other" })).Should().ThrowAsync<Exception>();

        Dialect.IsUniqueViolation(twice.Which).Should().BeTrue();
    }

    [Test]
    public async Task A_newer_draft_does_not_hide_the_published_version_and_another_agency_finds_none()
    {
        var form = Seed.Form(instrumentNo, "A");
        var published = await Save(form);
        (await Read(session => new FormStore(session).FindUsable(agencyId, form.FormId))).Should().BeNull("nothing is published");
        await Publish(published);
        await Save(form with { Title = "Better" });

        (await Read(session => new FormStore(session).FindUsable(agencyId, form.FormId)))!.FormVersionNo.Should().Be(published);
        (await Read(session => new FormStore(session).FindUsable(otherId, form.FormId))).Should().BeNull();
    }

    [Test]
    public async Task Another_agency_sees_shared_instruments_only()
    {
        var own = Seed.Form(instrumentNo, "A");
        await Save(own);
        var shared = Seed.Form(await Write(session => AddInstrument(session, "two", shared: true)), "A");
        await Save(shared);

        (await Read(session => new FormStore(session).FindVisible(otherId, own.FormId))).Should().BeNull();
        (await Read(session => new FormStore(session).FindVisible(otherId, shared.FormId))).Should().NotBeNull();
        (await Read(session => new InstrumentStore(session).ListVisible(otherId))).Select(row => row.Identifier).Should().Equal("two");
        (await Read(session => new InstrumentStore(session).ListVisible(agencyId))).Select(row => row.Identifier).Should().Equal("one", "two");
    }
}
