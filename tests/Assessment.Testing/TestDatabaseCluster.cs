using System.Diagnostics;
using Npgsql;

namespace Assessment.Testing;

/// <summary>
/// The PostgreSQL server of a test run: ASSESSMENT_TEST_POSTGRES (a connection string that may create databases), else a
/// throw-away cluster made from the installed binaries, reachable through a socket in its own directory only.
/// </summary>
internal static class TestDatabaseCluster
{
    /// <summary>
    /// The shell that owns the cluster waits on its standard input: when the test process ends, however it ends, the input
    /// closes, and the shell stops the server and removes the directory.
    /// </summary>
    private const string Script =
        """
        bin=$1
        dir=$(mktemp -d /tmp/assessment-postgres.XXXXXX) || exit 1
        trap 'rm -rf "$dir"' EXIT
        cd "$dir"
        "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
        "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c max_connections=100 >>"$dir/log" 2>&1 &
        server=$!
        for i in $(seq 300); do
            "$bin/pg_isready" -q -h "$dir" && break
            kill -0 $server 2>/dev/null || { cat "$dir/log" >&2; exit 1; }
            sleep 0.1
        done
        echo "$dir"
        cat >/dev/null
        kill -QUIT $server
        wait $server
        """;

    private static readonly string? Given = Environment.GetEnvironmentVariable("ASSESSMENT_TEST_POSTGRES");

    private static readonly Lazy<string?> Server = new(() => IsThrowAway ? Start() : Given);

    /// <summary>True when no server was named, so that nothing has to be left as it was.</summary>
    public static bool IsThrowAway => string.IsNullOrEmpty(Given);

    /// <summary>Skips or fails the test when there is no server.</summary>
    public static void Require() => External.Require(
        Server.Value is not null,
        "PostgreSQL 15 or later is not installed and ASSESSMENT_TEST_POSTGRES names no server; run: apt-get install postgresql");

    /// <summary>Connection string of a database.</summary>
    public static string Connection(string database) =>
        new NpgsqlConnectionStringBuilder(Server.Value) { Database = database }.ConnectionString;

    /// <summary>Runs a statement outside of any transaction, in the server's own database.</summary>
    public static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server.Value) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Kept for the life of the process: collecting it would close the shell's input.</summary>
    private static Process? shell;

    private static string? Start()
    {
        if (Binaries() is not { } binaries)
        {
            return null;
        }

        // The server refuses to run as root; the Debian package brings the user postgres.
        string[] script = ["/bin/sh", "-c", Script, "sh", binaries];
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. script] : script;
        shell = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var directory = shell.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The PostgreSQL cluster did not start: " + shell.StandardError.ReadToEnd());
        return $"Host={directory};Username=postgres;Database=postgres";
    }

    private static string? Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .Where(version => int.TryParse(Path.GetFileName(version), out var number) && number >= 15)
            .OrderByDescending(version => int.Parse(Path.GetFileName(version), System.Globalization.CultureInfo.InvariantCulture))
            .Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;
}
