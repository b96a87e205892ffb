using Assessment.Api.Auditing;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Raters;

/// <summary>The agency's raters.</summary>
internal static class ListRaters
{
    internal sealed record Rater(Guid RaterId, string Kind, string Label, int? KeyNumber);

    internal sealed record Answer(IReadOnlyList<Rater> Raters);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/raters", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Raters")
        .WithSummary("Lists the agency's raters.");

    [NotAudited("The agency's own list of raters; no participant's row is read.")]
    internal static async Task<Ok<Answer>> Handle(Staff staff, Database database, CancellationToken stop)
    {
        var raters = await database.ReadAsync(session => new RaterStore(session).List(staff.AgencyId), stop);
        return TypedResults.Ok(new Answer([.. raters.Select(row => new Rater(row.RaterId, row.Kind, row.Label, row.KeyNo))]));
    }
}
