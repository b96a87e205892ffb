using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Agencies;

/// <summary>The operator adds an agency and hands its administrator the first key.</summary>
internal static class AddAgency
{
    /// <param name="Name">Full name.</param>
    /// <param name="Kind">law-enforcement, academy, state-agency or evaluator.</param>
    /// <param name="Ori">Originating agency identifier; null for agencies without one.</param>
    /// <param name="State">Two-letter code.</param>
    /// <param name="GovernmentType">state, county, municipal, tribal, special-district or federal.</param>
    /// <param name="Rurality">urban, suburban or rural.</param>
    /// <param name="Strength">Officers and professionals on a day; null for agencies without officers.</param>
    /// <param name="TimeZone">IANA name, such as America/Chicago; null takes the zone that most people of the State live in.</param>
    /// <param name="IdentityMode">held: rosters may have names, kept apart; none: nobody keeps them, and people may write codes of their own.</param>
    internal sealed record Request(
        [property: Required, StringLength(200, MinimumLength = 2)] string Name,
        [property: Required, AllowedValues("law-enforcement", "academy", "state-agency", "evaluator")] string Kind,
        [property: RegularExpression("^[A-Z0-9]{9}$")] string? Ori,
        [property: RegularExpression("^[A-Z]{2}$")] string? State,
        [property: AllowedValues(null, "state", "county", "municipal", "tribal", "special-district", "federal")] string? GovernmentType,
        [property: AllowedValues(null, "urban", "suburban", "rural")] string? Rurality,
        Strength? Strength,
        [property: StringLength(64)] string? TimeZone = null,
        [property: AllowedValues("held", "none")] string IdentityMode = "held");

    internal sealed record Strength(
        DateOnly AsOf,
        [property: Range(0, 100_000)] int OfficersEmployed,
        [property: Range(0, 200_000)] double Fte,
        [property: Range(0, 10_000)] int CmhpEmployed,
        [property: Range(0, 10_000)] int CmhpAgreement);

    internal sealed record Answer(Guid AgencyId, string AdminKey);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/agencies", Handle)
        .RequireStaff(Role.Operator).WithTags("Agencies")
        .WithSummary("Adds an agency; answers the first key of its administrator, shown this once.");

    [Audited("add.agency")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var zone = request.TimeZone ?? StateTimeZone.Of(request.State);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return Refusals.RequestContradicts.Because("The time zone is none that this machine knows; give its IANA name, such as America/Chicago.").ToProblem();
        }

        var now = clock.GetUtcNow();
        var id = Secret.NewId();
        try
        {
            var added = await database.WriteAsync(async session =>
            {
                var agencyId = await AddAsync(session, request, zone, id, now);
                var key = await AddKey.CreateAsync(session, agencyId, Role.AgencyAdmin, "First administrator", now);
                await Audit.RecordAsync(session, staff, "add.agency", id, now);
                return (Result<Answer>)new Answer(id, key);
            }, stop);
            return added.ToCreated(answer => $"/api/agencies/{answer.AgencyId}");
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return Refusals.AlreadyThere.Because("There is an agency with this ORI already.").ToProblem();
        }
    }

    internal static async Task<int> AddAsync(Session session, Request request, string zone, Guid id, DateTimeOffset now)
    {
        var store = new AgencyStore(session);
        var agencyId = await store.Add(new AgencyRow
        {
            AgencyUuid = id,
            Name = request.Name,
            Kind = request.Kind,
            Ori = request.Ori,
            StateCode = request.State,
            GovernmentType = request.GovernmentType,
            Rurality = request.Rurality,
            TimeZone = zone,
            IdentityMode = request.IdentityMode,
            CreatedAt = now,
        });
        if (request.Strength is { } strength)
        {
            await store.SetStrength(new AgencyStrengthRow
            {
                AgencyId = agencyId,
                AsOf = strength.AsOf,
                OfficersEmployed = strength.OfficersEmployed,
                EmployeesFte = strength.Fte,
                CmhpEmployed = strength.CmhpEmployed,
                CmhpAgreement = strength.CmhpAgreement,
                Source = "stated by the agency",
            });
        }

        return agencyId;
    }
}
