using Assessment.Testing;

namespace Assessment.Data.Tests.Migrations;

/// <summary>A database of the first schema (<c>0001_schema.sql</c>, never changed) comes to what a new one is, with what is in it.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class OldDatabaseTests(string engine)
{
    private const string Class =
        """
        INSERT INTO agency (agency_id, agency_uuid, name, kind, time_zone, identity_mode, created_at) VALUES (1, 'a', 'Springfield', 'law-enforcement', 'UTC', 'held', '2026-11-01T08:00:00Z');
        INSERT INTO course (course_no, course_id, owner_agency_id, title, provider, mode, minutes, scenario_minutes, refresher) VALUES (1, 'c', 1, 'Course', 'Academy', 'in-person', 480, 60, FALSE);
        INSERT INTO instrument (instrument_no, instrument_id, owner_agency_id, identifier, title, kind, feedback, plane, shared, created_at)
            VALUES (1, 'i', 1, 'test', 'Test', 'knowledge-test', 'none', 'training', FALSE, '2026-11-01T08:00:00Z');
        INSERT INTO delivery (agency_id, delivery_no, delivery_id, course_no, title, starts_on, ends_on, mode, created_at)
            VALUES (1, 1, 'd', 1, 'Class', '2026-11-02', '2026-11-03', 'in-person', '2026-11-01T08:00:00Z');
        INSERT INTO administration (agency_id, administration_no, administration_id, delivery_no, instrument_no, wave, opened_at, attempts_allowed, assignment, seed)
            VALUES (1, 1, '5b0c1f0e-6d5a-4a3e-9a51-2f6f0d9a7c01', 1, 1, 'pre', '2026-11-02T09:30:00.000000Z', 1, 'alternate', 1);
        """;

    [Test]
    public async Task It_becomes_what_a_new_one_is()
    {
        await using var old = await OldAsync();
        await using var fresh = TestDatabase.Create(engine);

        Migrator.Migrate(old.Database);

        foreach (var (what, sql) in engine == TestDatabase.Sqlite ? OnSqlite : OnPostgres)
        {
            var expected = await ListAsync(fresh, sql);
            expected.Should().NotBeEmpty();
            (await ListAsync(old, sql)).Should().Equal(expected, "{0} are those of a new database", what);
        }
    }

    [Test]
    public async Task A_test_that_was_open_has_started_with_its_door()
    {
        await using var old = await OldAsync();

        Migrator.Migrate(old.Database);

        (await old.Database.ReadAsync(session => new AdministrationStore(session).List(1, 1)))
            .Should().ContainSingle().Which.StartedAt.Should().Be(new DateTimeOffset(2026, 11, 2, 9, 30, 0, TimeSpan.Zero));
    }

    private async Task<TestDatabase> OldAsync()
    {
        var old = TestDatabase.CreateEmpty(engine);
        using var stream = typeof(OldDatabaseTests).Assembly.GetManifestResourceStream("0001_schema.sql")!;
        using var reader = new StreamReader(stream);
        Migrator.Migrate(old.Database, Migrator.WithWaves(await reader.ReadToEndAsync()), new Dictionary<string, string>());
        await old.Database.WriteAsync(session => session.Execute(Class));
        return old;
    }

    private static async Task<IReadOnlyList<string>> ListAsync(TestDatabase database, string sql) =>
        [.. (await database.Database.ReadAsync(session => session.List<string>(sql))).Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, string> OnSqlite = new()
    {
        ["tables"] = "SELECT name || ' ' || wr || ' ' || strict FROM pragma_table_list WHERE schema = 'main'",
        ["columns"] =
            """
            SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || COALESCE(c.dflt_value, '') || ' ' || c.pk
            FROM pragma_table_list t JOIN pragma_table_info(t.name) c WHERE t.schema = 'main'
            """,
        ["references"] =
            """
            SELECT t.name || '.' || f."from" || ' ' || f."table" || '.' || COALESCE(f."to", '') || ' ' || f.on_delete
            FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f WHERE t.schema = 'main'
            """,
        ["unique columns"] =
            """
            SELECT t.name || ' ' || i."unique" || ' ' || i.partial || ' ' || (SELECT GROUP_CONCAT(x.name) FROM pragma_index_info(i.name) x)
            FROM pragma_table_list t JOIN pragma_index_list(t.name) i WHERE t.schema = 'main'
            """,
        ["indexes and views"] = "SELECT name || ' ' || sql FROM sqlite_master WHERE type IN ('index', 'view') AND sql IS NOT NULL",
    };

    private static readonly Dictionary<string, string> OnPostgres = new()
    {
        ["columns"] =
            """
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || COALESCE(column_default, '')
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schemaversions'
            """,
        ["constraints"] =
            "SELECT conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
        ["indexes"] = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
    };
}
