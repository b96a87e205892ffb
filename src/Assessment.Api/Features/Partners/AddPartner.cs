using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Partners;

/// <summary>Enters an organization that the agency trains with (34 U.S.C. 10381(n)(2)(B)).</summary>
internal static class AddPartner
{
    /// <param name="Name">The organization.</param>
    /// <param name="Kind">mental-health, health-service, lived-experience, disability, housing or other.</param>
    /// <param name="Since">First day of the relationship.</param>
    /// <param name="Until">Last day; null while it lasts.</param>
    internal sealed record Request(
        [property: Required, StringLength(200, MinimumLength = 2)] string Name,
        [property: Required, AllowedValues("mental-health", "health-service", "lived-experience", "disability", "housing", "other")] string Kind,
        DateOnly Since,
        DateOnly? Until);

    internal sealed record Answer(Guid PartnerId);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/partners", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Partners")
        .WithSummary("Adds a partner, such as a local mental health organization.");

    [Audited("add.partner")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (request.Until < request.Since)
        {
            return Refusals.RequestContradicts.Because("The relationship ends before it begins.").ToProblem();
        }

        var row = new PartnerRow
        {
            AgencyId = staff.AgencyId, PartnerId = Secret.NewId(), Name = request.Name, Kind = request.Kind, Since = request.Since, Until = request.Until,
        };
        var added = await database.WriteAsync(async session =>
        {
            await new PartnerStore(session).Add(row);
            await Audit.RecordAsync(session, staff, "add.partner", row.PartnerId, clock.GetUtcNow());
            return (Result<Answer>)new Answer(row.PartnerId);
        }, stop);
        return added.ToCreated(answer => $"/api/partners/{answer.PartnerId}");
    }
}
