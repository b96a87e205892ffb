using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Agencies;

/// <summary>An administrator makes a key of the own agency.</summary>
internal static class AddKey
{
    internal sealed record Request(
        [property: Required, AllowedValues(Role.AgencyAdmin, Role.Trainer, Role.Supervisor, Role.Evaluator, Role.PrivacyOfficer)] string Role,
        [property: Required, StringLength(100, MinimumLength = 2)] string Label);

    internal sealed record Answer(string Key);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/keys", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Agencies")
        .WithSummary("Makes a key of a role for the own agency; shown this once, stored as a hash.");

    [Audited("add.key")]
    internal static async Task<Ok<Answer>> Handle(Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return TypedResults.Ok(await database.WriteAsync(async session =>
        {
            var key = await CreateAsync(session, staff.AgencyId, request.Role, request.Label, now);
            await Audit.RecordAsync(session, staff, "add.key", null, now);
            return new Answer(key);
        }, stop));
    }

    /// <summary>Makes and stores a key; answers its text.</summary>
    public static async Task<string> CreateAsync(Session session, int agencyId, string role, string label, DateTimeOffset now)
    {
        var secret = Secret.NewKey();
        var keyNo = await new KeyStore(session).Add(new KeyRow
        {
            AgencyId = agencyId,
            SecretHash = Secret.Hash(secret),
            Role = role,
            Label = label,
            CreatedAt = now,
        });
        return new StaffKey(agencyId, keyNo, secret).ToString();
    }
}
