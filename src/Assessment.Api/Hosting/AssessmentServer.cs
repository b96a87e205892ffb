using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Api.Features;
using Assessment.Api.Features.Accounts;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Bundles;
using Assessment.Api.Features.Classroom;
using Assessment.Api.Features.Layout;
using Assessment.Api.Features.Ratings;
using Assessment.Api.Features.Reports;
using Assessment.Data;
using Assessment.Data.Responses;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Hosting;

/// <summary>What a server is started with.</summary>
/// <param name="Connection">A file path or "Data Source=…" for SQLite, "Host=…" for PostgreSQL.</param>
/// <param name="Urls">Addresses to listen on; port 0 takes a free one.</param>
/// <param name="Clock">Source of time.</param>
internal sealed record ServerSettings(string Connection, string Urls, TimeProvider Clock)
{
    /// <summary>What a classroom box is started with; null for an ordinary server.</summary>
    public ClassroomSettings? Classroom { get; init; }
}

/// <summary>Puts the service together: one place where every part is named.</summary>
internal static class AssessmentServer
{
    /// <summary>A server that is ready to start, its database migrated.</summary>
    public static WebApplication Build(ServerSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AssessmentServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.UseUrls(settings.Classroom is { } room ? $"https://*:{room.Port};{settings.Urls}" : settings.Urls);
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // Its one warning says that keys are kept as they are; docs/operating.md says why and who can read them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        AddParts(builder, settings);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddParts(WebApplicationBuilder builder, ServerSettings settings)
    {
        var services = builder.Services;
        var limits = builder.Configuration.GetSection(RequestLimits.Section).Get<RequestLimits>() ?? new RequestLimits();
        services.AddOptions<RequestLimits>().BindConfiguration(RequestLimits.Section)
            .Validate(options => options.Valid, "Requests: MaxBodyKibibytes is 4 to 1024, MaxUploadKibibytes 64 to 65536.").ValidateOnStart();
        services.AddOptions<AttemptOptions>().BindConfiguration(AttemptOptions.Section)
            .Validate(options => options.Valid, "Attempts: TicketHours is 1 to 720, GraceMinutes 0 to 1440, SweepSeconds 1 to 3600, MoveCodeMinutes 1 to 1440, FeedSeconds 1 to 60, SilentSeconds 30 to 3600, PresenceSeconds 5 to 600 and less than SilentSeconds.").ValidateOnStart();
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section)
            .Validate(options => options.Valid, "Accounts: SignedInHours is 1 to 24, InviteHours 1 to 336.").ValidateOnStart();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.MaxBodyKibibytes * 1024L;
        });
        if (settings.Classroom is { } room)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = room.Certificate));
        }

        services.AddSingleton(settings.Classroom?.Box ?? ClassroomBox.None);
        services.AddSingleton(settings.Clock);
        services.AddSingleton(_ => OpenMigrated(settings.Connection));
        services.AddSingleton(provider => new ResponseWriter(
            provider.GetRequiredService<Database>(),
            TimeSpan.FromMinutes(provider.GetRequiredService<IOptions<AttemptOptions>>().Value.GraceMinutes)));
        services.AddSingleton<FormVersions>();
        services.AddSingleton<HandoverSeal>().AddSingleton<Handovers>();
        services.AddSingleton<ExpiredAttempts>().AddHostedService<TimeKeeper>();
        services.AddSingleton<Presence>().AddSingleton<SeatFeed>().AddSingleton<SheetTimes>().AddSingleton<RoomCheck>();
        services.AddSingleton<ObservedAttempts>();
        services.AddSingleton<ReportMaker>();
        services.AddSingleton<BundleImport>();
        services.AddAccess();
        services.AddSingleton<IProblemDetailsWriter, ProblemPage>();
        services.AddProblemDetails();
        services.AddExceptionHandler<FaultHandler>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi(ApiDocument.Describe);
        services.AddDataProtection();
        services.AddSingleton<ProtectionKeys>().AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => provider.GetRequiredService<ProtectionKeys>());
        services.AddAntiforgery(form => form.Cookie.Name = "assessment-form");
        services.AddSingleton<FirstCode>();
        services.AddSingleton<TakeFiles>();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        StaffLanguage.Add(services.AddRazorPages(pages => pages.RootDirectory = "/Features"));
        services.Configure<JsonOptions>(json => Shape(json.SerializerOptions));
    }

    private static Database OpenMigrated(string connection)
    {
        var database = Database.Open(connection);
        Migrator.Migrate(database);
        return database;
    }

    /// <summary>A misspelled name is an error, not a silent default.</summary>
    private static void Shape(JsonSerializerOptions json)
    {
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
    }

    private static void Use(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = IsNoFault });
        app.UseStatusCodePages();
        app.Use(SafeHeaders.Put);
        TakeFiles.Use(app);
        app.UseStaticFiles();
        app.Use(Upload.LiftLimit);
        StaffLanguage.Use(app);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(RequestCharset.RefuseOthers);
        Endpoints.Map(app.MapGroup("").AddEndpointFilterFactory(BodyRules.Filter));
    }

    /// <summary>
    /// Faults are logged; a request that cannot be read is none, and the reader's message may quote it. Storage that cannot be
    /// written has a line of its own: a whole class meets it at once.
    /// </summary>
    private static bool IsNoFault(ExceptionHandlerSuppressDiagnosticsContext context) =>
        context.Exception is BadHttpRequestException || Dialect.TroubleOf(context.Exception) != StorageTrouble.None;
}
