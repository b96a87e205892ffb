using System.CommandLine;
using System.Net;
using Assessment.Api.Features.Accounts;
using Assessment.Api.Features.Classroom;
using Assessment.Api.Hosting;
using Assessment.Data;

namespace Assessment.Api.Features.Operations;

/// <summary>The verb <c>serve</c>: the service, until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var classroom = new Option<bool>("--classroom") { Description = "Serve a room from this laptop: HTTPS on all its addresses, with a certificate of its own." };
        var port = new Option<int>("--port") { Description = "HTTPS port of --classroom; 0 takes a free one.", DefaultValueFactory = _ => 5443 };
        var address = new Option<IPAddress?>("--address")
        {
            Description = "Address of this machine that the room of --classroom is told.",
            CustomParser = result => IPAddress.TryParse(result.Tokens[0].Value, out var read) ? read : Fault(result),
        };
        var database = DatabaseOption.New();
        var command = new Command("serve", "Run the service.") { urls, classroom, port, address, database };
        command.SetAction(async (parsed, stop) =>
        {
            var (connection, clock) = (parsed.GetValue(database)!, Clock.System);
            var room = parsed.GetValue(classroom)
                ? await ClassroomStart.PrepareAsync(connection, parsed.GetValue(port), parsed.GetValue(address), clock.GetUtcNow())
                : null;
            await RunAsync(new ServerSettings(connection, parsed.GetValue(urls)!, clock) { Classroom = room }, parsed.InvocationConfiguration.Error, stop);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task RunAsync(ServerSettings settings, TextWriter output, CancellationToken stop)
    {
        await using var app = AssessmentServer.Build(settings);
        await app.StartAsync(stop);
        if (await FirstKey.CreateAsync(app.Services, stop) is { } key)
        {
            await output.WriteLineAsync($"First operator key, shown this once: {key}");
        }

        if (settings.Classroom is null && await app.Services.GetRequiredService<FirstCode>().MakeAsync(stop) is { } code)
        {
            await output.WriteLineAsync($"First administrator: open {app.Urls.First()}/first and enter this one-time code: {code}");
        }

        if (settings.Classroom is { } room)
        {
            foreach (var (agency, trainer) in await ClassroomStart.FirstTrainerKeysAsync(app.Services.GetRequiredService<Database>(), settings.Clock.GetUtcNow(), stop))
            {
                await output.WriteLineAsync($"First trainer key of {agency}, shown this once: {trainer}");
            }

            foreach (var (agency, trainerCode) in await ClassroomStart.TrainerCodesAsync(app.Services.GetRequiredService<Database>(), settings.Clock.GetUtcNow(), stop))
            {
                await output.WriteLineAsync($"Trainer of {agency}: open {room.Box.Address}welcome and enter this one-time code: {trainerCode}");
            }

            await output.WriteLineAsync(ClassroomStart.Screen(room, colours: !Console.IsErrorRedirected));
        }

        await output.WriteLineAsync($"Serving on {string.Join(", ", app.Urls)}. Stop with Ctrl+C.");
        await app.WaitForShutdownAsync(stop);
    }

    private static IPAddress? Fault(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError("--address takes an IP address of this machine.");
        return null;
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
