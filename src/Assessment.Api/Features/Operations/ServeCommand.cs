using System.CommandLine;
using Assessment.Api.Features.Accounts;
using Assessment.Api.Hosting;

namespace Assessment.Api.Features.Operations;

/// <summary>The verb <c>serve</c>: the service, until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var database = DatabaseOption.New();
        var command = new Command("serve", "Run the service.") { urls, database };
        command.SetAction(async (parsed, stop) =>
        {
            await using var app = AssessmentServer.Build(new ServerSettings(parsed.GetValue(database)!, parsed.GetValue(urls)!, Clock.System));
            await app.StartAsync(stop);
            var output = parsed.InvocationConfiguration.Error;
            if (await FirstKey.CreateAsync(app.Services, stop) is { } key)
            {
                await output.WriteLineAsync($"First operator key, shown this once: {key}");
            }

            if (await app.Services.GetRequiredService<FirstCode>().MakeAsync(stop) is { } code)
            {
                await output.WriteLineAsync($"First administrator: open {app.Urls.First()}/first and enter this one-time code: {code}");
            }

            await output.WriteLineAsync($"Serving on {string.Join(", ", app.Urls)}. Stop with Ctrl+C.");
            await app.WaitForShutdownAsync(stop);
            return ExitCodes.Done;
        });
        return command;
    }
}

/// <summary>Where the data are.</summary>
internal static class DatabaseOption
{
    public static Option<string> New() => new("--database")
    {
        Description = "A file path or \"Data Source=…\" is SQLite, \"Host=…\" is PostgreSQL.",
        DefaultValueFactory = _ => "assessment.db",
    };
}
