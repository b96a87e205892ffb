using System.CommandLine;
using Assessment.Api.Hosting;
using Assessment.Data;

namespace Assessment.Api.Features.Operations;

/// <summary>The verb <c>migrate</c>: makes the database or brings it to this version's schema.</summary>
internal static class MigrateCommand
{
    public static Command Build()
    {
        var database = DatabaseOption.New();
        var command = new Command("migrate", "Make the database, or bring an older one to this version.") { database };
        command.SetAction(parsed =>
        {
            using var opened = Database.Open(parsed.GetValue(database)!);
            Migrator.Migrate(opened);
            parsed.InvocationConfiguration.Error.WriteLine("The database is up to date.");
            return ExitCodes.Done;
        });
        return command;
    }
}
