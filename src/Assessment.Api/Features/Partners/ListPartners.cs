using Assessment.Api.Auditing;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Partners;

/// <summary>The agency's partners.</summary>
internal static class ListPartners
{
    internal sealed record Partner(Guid PartnerId, string Name, string Kind, DateOnly Since, DateOnly? Until);

    internal sealed record Answer(IReadOnlyList<Partner> Partners);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/partners", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Partners")
        .WithSummary("Lists the agency's partners.");

    [NotAudited("The agency's own list of organizations; no person's row is read.")]
    internal static async Task<Ok<Answer>> Handle(Staff staff, Database database, CancellationToken stop)
    {
        var partners = await database.ReadAsync(session => new PartnerStore(session).List(staff.AgencyId), stop);
        return TypedResults.Ok(new Answer([.. partners.Select(row => new Partner(row.PartnerId, row.Name, row.Kind, row.Since, row.Until))]));
    }
}
