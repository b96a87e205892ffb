using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Assessment.Domain.Delivery;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using Microsoft.Data.Sqlite;

namespace Assessment.Data;

/// <summary>
/// Brings a database to the schema of this program. A new one gets the embedded <c>schema.sql</c> as it is and an entry in
/// the journal for every migration that the schema contains already; an older one runs the migrations it lacks.
/// Either happens in one transaction: a failure leaves the database as it was.
/// </summary>
public static partial class Migrator
{
    private const string SchemaName = "0001_schema.sql";

    /// <summary>Makes or upgrades the schema; does nothing when it is up to date.</summary>
    /// <exception cref="InvalidOperationException">
    /// A script failed, or a newer program made the database; it is as it was before.
    /// </exception>
    public static void Migrate(Database database) =>
        Migrate(database, WithWaves(Resource("schema.sql")), MigrationNames().ToDictionary(name => name, Resource, StringComparer.Ordinal));

    /// <summary>The same with given texts: the schema, and the migrations by name such as <c>0002_add_rank.sql</c>.</summary>
    internal static void Migrate(Database database, string schema, IReadOnlyDictionary<string, string> migrations)
    {
        ArgumentNullException.ThrowIfNull(database);
        var executed = Engine(database, []).GetExecutedScripts();
        if (executed.Except(migrations.Keys.Append(SchemaName), StringComparer.Ordinal).Order(StringComparer.Ordinal).LastOrDefault() is { } unknown)
        {
            throw new InvalidOperationException($"A newer version of this program made the database ({unknown} is unknown here). Start that version.");
        }

        var isNew = executed.Count == 0;
        var scripts = migrations
            .Select(migration => new SqlScript(migration.Key, isNew ? "-- contained in schema.sql" : ForEngine(migration.Value, database.Dialect)))
            .Prepend(new SqlScript(SchemaName, ForEngine(schema, database.Dialect)));
        var upgrade = Engine(database, scripts).PerformUpgrade();
        if (!upgrade.Successful)
        {
            throw new InvalidOperationException($"The database could not be brought to this program's schema: {upgrade.ErrorScript?.Name} failed.", upgrade.Error);
        }
    }

    /// <summary>Tables marked "clustered" are kept in key order on SQLite, which PostgreSQL has no word for.</summary>
    internal static string ForEngine(string sql, Dialect dialect) => dialect == Dialect.Sqlite
        ? ClusteredTable().Replace(sql, ") WITHOUT ROWID;")
        : sql;

    private static UpgradeEngine Engine(Database database, IEnumerable<SqlScript> scripts)
    {
        UpgradeEngineBuilder builder = database.Dialect == Dialect.Sqlite
            ? DeployChanges.To.SqliteDatabase(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString)
            : DeployChanges.To.PostgresqlDatabase(database.ConnectionString);
        return builder.WithScripts(scripts).WithTransaction().WithVariablesDisabled().LogToNowhere().Build();
    }

    private static IEnumerable<string> MigrationNames() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => MigrationName().IsMatch(name)).Order(StringComparer.Ordinal);

    /// <summary>The waves that every installation begins with stand in the domain alone.</summary>
    internal static string WithWaves(string schema) => schema + string.Concat(Wave.All.Select(wave => string.Create(
        CultureInfo.InvariantCulture,
        $"\nINSERT INTO wave (code, ordinal, label, window_from_months, window_to_months) VALUES ('{wave.Code}', {wave.Ordinal}, '{wave.Title}', {Month(wave.FromMonth)}, {Month(wave.ToMonth)});")));

    private static string Month(int? month) => month?.ToString(CultureInfo.InvariantCulture) ?? "NULL";

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^\); -- clustered$", RegexOptions.Multiline)]
    private static partial Regex ClusteredTable();

    [GeneratedRegex(@"^\d{4}_.+\.sql$")]
    private static partial Regex MigrationName();
}
