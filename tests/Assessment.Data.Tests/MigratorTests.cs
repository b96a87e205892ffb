using Assessment.Testing;

namespace Assessment.Data.Tests;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class MigratorTests(string engine)
{
    private const string OldSchema = "CREATE TABLE course (course_no INTEGER PRIMARY KEY);\nINSERT INTO course (course_no) VALUES (7);";

    private const string NewSchema =
        "CREATE TABLE course (course_no INTEGER PRIMARY KEY, title TEXT);\nINSERT INTO course (course_no) VALUES (7);\n"
        + "CREATE TABLE lesson (lesson_no INTEGER PRIMARY KEY\n); -- clustered\n";

    private static readonly Dictionary<string, string> Migrations = new()
    {
        ["0002_title.sql"] = "ALTER TABLE course ADD COLUMN title TEXT;",
        ["0003_lesson.sql"] = "CREATE TABLE lesson (lesson_no INTEGER PRIMARY KEY\n); -- clustered\n",
    };

    private static Task<IReadOnlyList<string>> Columns(Database database) => database.ReadAsync(session => session.List<string>(
        session.Dialect == Dialect.Sqlite
            ? "SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c.pk FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.name IN ('course', 'lesson') ORDER BY 1"
            : "SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name IN ('course', 'lesson') ORDER BY 1"));

    [Test]
    public async Task A_fresh_database_equals_a_migrated_one()
    {
        await using var fresh = TestDatabase.CreateEmpty(engine);
        await using var old = TestDatabase.CreateEmpty(engine);
        Migrator.Migrate(fresh.Database, NewSchema, Migrations);
        Migrator.Migrate(old.Database, OldSchema, new Dictionary<string, string>());

        Migrator.Migrate(old.Database, NewSchema, Migrations);

        var columns = await Columns(fresh.Database);
        columns.Should().HaveCount(3);
        (await Columns(old.Database)).Should().Equal(columns);
    }

    [Test]
    public async Task Migrating_again_changes_nothing()
    {
        await using var test = TestDatabase.CreateEmpty(engine);
        Migrator.Migrate(test.Database, NewSchema, Migrations);

        Migrator.Migrate(test.Database, NewSchema, Migrations);

        (await test.Database.ReadAsync(session => session.Value<int>("SELECT COUNT(*) FROM course"))).Should().Be(1);
    }

    [Test]
    public async Task A_database_of_a_newer_program_is_left_alone()
    {
        await using var test = TestDatabase.CreateEmpty(engine);
        Migrator.Migrate(test.Database, NewSchema, Migrations);
        var older = new Dictionary<string, string> { ["0002_title.sql"] = Migrations["0002_title.sql"] };

        FluentActions.Invoking(() => Migrator.Migrate(test.Database, NewSchema, older))
            .Should().Throw<InvalidOperationException>().WithMessage("A newer version*0003_lesson.sql*");

        Migrator.Migrate(test.Database, NewSchema, Migrations);
        (await Columns(test.Database)).Should().HaveCount(3);
    }

    [Test]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was()
    {
        await using var test = TestDatabase.CreateEmpty(engine);
        Migrator.Migrate(test.Database, OldSchema, new Dictionary<string, string>());
        var broken = new Dictionary<string, string>(Migrations) { ["0003_lesson.sql"] = "CREATE TABLE lesson (lesson_no INTEGER PRIMARY KEY); SELECT nothing FROM nowhere;" };

        FluentActions.Invoking(() => Migrator.Migrate(test.Database, NewSchema, broken))
            .Should().Throw<InvalidOperationException>().WithMessage("*0003_lesson.sql*");

        (await Columns(test.Database)).Should().ContainSingle();
        Migrator.Migrate(test.Database, NewSchema, Migrations);
        (await Columns(test.Database)).Should().HaveCount(3);
    }

    [Test]
    public async Task Marked_tables_are_kept_in_key_order_on_sqlite()
    {
        await using var test = TestDatabase.Create(TestDatabase.Sqlite);

        var clustered = await test.Database.ReadAsync(session => session.List<string>(
            "SELECT name FROM pragma_table_list WHERE wr = 1 AND schema = 'main' ORDER BY name"));

        clustered.Should().Contain(["response", "response_event", "score_sheet"]).And.NotContain("agency");
    }
}
