using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.Linking;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// A participant writes the self-generated code by which the own tests of two waves can be linked, where nobody keeps a list of names.
/// Kept for attempts on research instruments alone; no address shows it again.
/// </summary>
internal static class PutCode
{
    private const string Letter = @"^(\p{L}\p{M}?|-)$";

    /// <summary>With fewer elements no code can ever be linked, so it is not kept.</summary>
    private const int Fewest = SelfGeneratedCode.Length - 1;

    /// <param name="MotherInitial">First letter of the mother's first name; an answer left out is null.</param>
    /// <param name="BirthCityInitial">First letter of the town of birth.</param>
    /// <param name="BirthDay">Day of birth, 1 to 31.</param>
    /// <param name="OlderSiblings">Number of older brothers and sisters.</param>
    /// <param name="MiddleInitial">First letter of the middle name; a hyphen for none.</param>
    /// <param name="FirstSchoolInitial">First letter of the first school.</param>
    internal sealed record Request(
        [property: RegularExpression(Letter)] string? MotherInitial,
        [property: RegularExpression(Letter)] string? BirthCityInitial,
        [property: Range(1, 31)] int? BirthDay,
        [property: Range(0, 20)] int? OlderSiblings,
        [property: RegularExpression(Letter)] string? MiddleInitial,
        [property: RegularExpression(Letter)] string? FirstSchoolInitial)
    {
        /// <summary>Whether it has answers enough to be linked.</summary>
        public bool IsEnough => Code().Elements.Count(element => element.Length > 0) >= Fewest;

        /// <summary>In the order of <see cref="SelfGeneratedCode.ElementNames"/>.</summary>
        public SelfGeneratedCode Code() => new(
            "", [MotherInitial, BirthCityInitial, BirthDay?.ToString(CultureInfo.InvariantCulture), OlderSiblings?.ToString(CultureInfo.InvariantCulture), MiddleInitial, FirstSchoolInitial]);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/attempts/{attemptId:guid}/code", Handle)
        .RequireTicket().WithTags("Attempts")
        .WithSummary("Keeps the participant's self-generated code, so that the tests of two waves can be linked without a name.");

    [NotAudited("A participant's own act; the code stands with the attempt.")]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid attemptId, Request request, TicketHolder holder, FormVersions forms, Database database, CancellationToken stop)
    {
        if (holder.AttemptId != attemptId)
        {
            return AttemptRefusals.OtherAttempt.ToProblem();
        }

        if ((await forms.FindAsync(holder.FormVersionNo, stop)).Form.Instrument.Plane != Plane.Research)
        {
            return Refusals.RequestContradicts.Because("Tests of the agency's own record are linked by the slip; they take no code.").ToProblem();
        }

        if (!request.IsEnough)
        {
            return Refusals.RequestContradicts.Because($"A code of fewer than {Fewest} answers can never be linked; it is not kept.").ToProblem();
        }

        var elements = request.Code().Elements;
        var kept = await database.WriteAsync(async session =>
        {
            if (!await KeepsNoNames(session, holder.AgencyId))
            {
                return Refusals.RequestContradicts.Because("This agency knows its people by its roster; tests are linked by the slip.");
            }

            await new CodeStore(session).Put(new CodeRow
            {
                AgencyId = holder.AgencyId,
                AttemptNo = holder.AttemptNo,
                MotherInitial = elements[0],
                BirthCityInitial = elements[1],
                BirthDay = elements[2],
                OlderSiblings = elements[3],
                MiddleInitial = elements[4],
                FirstSchoolInitial = elements[5],
            });
            return (Result<bool>)true;
        }, stop);
        return kept.IsRefused ? kept.Refusal!.ToProblem() : TypedResults.NoContent();
    }

    /// <summary>
    /// Whether a participant's page asks for a code at a door: where one would be kept, once at a wave, and not of who has refused, whose
    /// code is never compared.
    /// </summary>
    internal static async Task<bool> IsAskedAsync(Session session, Door door, EnrollmentRow place, string? consent) =>
        door.NeedsConsent && consent != "refused" && await KeepsNoNames(session, place.AgencyId)
        && !await new CodeStore(session).Has(place.AgencyId, place.DeliveryNo, place.ParticipantNo, door.Administration.Wave);

    private static async Task<bool> KeepsNoNames(Session session, int agencyId) => (await new AgencyStore(session).Find(agencyId))!.IdentityMode == "none";
}
