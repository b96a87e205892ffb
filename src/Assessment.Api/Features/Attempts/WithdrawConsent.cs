using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// A participant takes every consent back, with the token alone and any join code of the agency, old ones included. From then
/// on no analysis of a study and no release counts the person; what the law asks of the agency still does.
/// </summary>
internal static class WithdrawConsent
{
    /// <param name="JoinCode">Any join code of a class of the person, also of a test that has ended.</param>
    /// <param name="Token">The person's roster token.</param>
    internal sealed record Request([property: Required] string JoinCode, [property: Required] string Token);

    /// <param name="Withdrawn">How many decisions, one a wave, were taken back; 0 when none stood.</param>
    internal sealed record Answer(int Withdrawn);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/withdrawals", Handle)
        .OpenToAll("join code and roster token open it").WithTags("Attempts")
        .WithSummary("Takes every consent of a participant back.");

    [NotAudited("A participant's own act; the consent keeps when it was taken back.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, Database database, TimeProvider clock, CancellationToken stop)
    {
        var withdrawn = await database.WriteAsync(async session =>
            await Door.FindAsync(session, request.JoinCode) is { Administration: { } opened }
            && Code.ReadRosterToken(request.Token) is { } token
            && await new EnrollmentStore(session).FindByToken(opened.AgencyId, opened.DeliveryNo, Secret.Hash(token)) is { } place
                ? (Result<Answer>)new Answer(await new ConsentStore(session).Withdraw(place.AgencyId, place.ParticipantNo, clock.GetUtcNow()))
                : Refusals.TokenUnknown.Because("Check the join code and the token on your slip."),
            stop);
        return withdrawn.ToOk();
    }
}
