using Assessment.Api.Auditing;
using Assessment.Api.Hosting;
using Assessment.Api.Security;
using Assessment.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Operations;

/// <summary>Whether the service and its database answer.</summary>
internal static class ShowHealth
{
    internal sealed record Answer(string Status, string Version, string Database);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health", Handle)
        .OpenToAll("monitoring; it names no data").WithTags("Service")
        .WithSummary("Answers 200 when the service and its database answer.");

    [NotAudited("Reads nothing of anybody.")]
    internal static async Task<Ok<Answer>> Handle(Database database, CancellationToken stop)
    {
        await database.ReadAsync(session => session.Value<long>("SELECT COUNT(*) FROM wave"), stop);
        return TypedResults.Ok(new Answer("ok", ProgramVersion.Text, database.Dialect.Name));
    }
}
