using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Linking;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Deliveries;

/// <summary>
/// Links the seats of two waves of a class by the codes that participants wrote. Only what is unambiguous is linked
/// (<see cref="CodeLinking"/>): a missing link costs a pair, a false one falsifies two people's gains. Answers counts, never a code or a person.
/// </summary>
internal static class LinkWaves
{
    /// <param name="Earlier">The earlier wave.</param>
    /// <param name="Later">The later wave.</param>
    internal sealed record Request([property: Required] string Earlier, [property: Required] string Later);

    /// <param name="Linked">Seats that were linked now.</param>
    /// <param name="Exact">Of these, with all six elements given and equal.</param>
    /// <param name="OneElementDiffers">Of these, with one element that differs or is missing.</param>
    /// <param name="SameSeat">People who took both waves with one slip; nothing was to do.</param>
    /// <param name="Ambiguous">Codes of the later wave that fit, but not one to one.</param>
    /// <param name="Strangers">Codes of the later wave that fit nobody.</param>
    /// <param name="Held">Codes that fit one to one but were left: the seat is in a release, or was used at another wave as well.</param>
    internal sealed record Answer(int Linked, int Exact, int OneElementDiffers, int SameSeat, int Ambiguous, int Strangers, int Held);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/deliveries/{deliveryId:guid}/links", Handle)
        .RequireStaff(Role.Evaluator, Role.PrivacyOfficer).WithTags("Deliveries")
        .WithSummary("Links two waves of a class by self-generated codes, where that is unambiguous; answers counts only.");

    [Audited("link.waves")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var linked = await database.WriteAsync(async session =>
        {
            var waves = (await new WaveStore(session).List(staff.AgencyId)).Select(wave => wave.Code).ToList();
            if (!waves.Contains(request.Earlier) || waves.IndexOf(request.Later) <= waves.IndexOf(request.Earlier))
            {
                return Refusals.WaveWrong.Because("Name two waves, the earlier one first.");
            }

            if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery)
            {
                return Refusals.NotFound.Because("There is no class with this id.");
            }

            var answer = await LinkAsync(session, delivery, request, now);
            await Audit.RecordAsync(session, staff, "link.waves", deliveryId, now);
            return (Result<Answer>)answer;
        }, stop);
        return linked.ToOk();
    }

    private static async Task<Answer> LinkAsync(Session session, DeliveryRow delivery, Request request, DateTimeOffset now)
    {
        var store = new CodeStore(session);
        var earlier = await store.OfWave(delivery.AgencyId, delivery.DeliveryNo, request.Earlier);
        var later = await store.OfWave(delivery.AgencyId, delivery.DeliveryNo, request.Later);
        var links = CodeLinking.Link([.. earlier.Select(CodeOf)], [.. later.Select(CodeOf)]);
        var used = await store.Waves(delivery.AgencyId, delivery.DeliveryNo);
        var (made, same, held) = (new List<LinkCertainty>(), 0, 0);
        foreach (var link in links.Links)
        {
            var (first, second) = (SeatOf(link.Wave1), SeatOf(link.Wave2));
            if (first == second)
            {
                same++;
            }
            else if (used[first].Contains(request.Later) || used[second].Any(wave => wave != request.Later) || await store.IsReleased(delivery.AgencyId, second))
            {
                held++;
            }
            else
            {
                await store.Merge(Row(delivery, request, link, now), Secret.Hash(Code.ReadRosterToken(Secret.NewRosterToken())!));
                made.Add(link.Certainty);
            }
        }

        var exact = made.Count(certainty => certainty == LinkCertainty.Exact);
        return new Answer(made.Count, exact, made.Count - exact, same, links.Ambiguous.Count, links.Strangers, held);
    }

    /// <summary>The seat's number stands for the form.</summary>
    private static SelfGeneratedCode CodeOf(CodeRow row) => new(
        row.ParticipantNo.ToString(CultureInfo.InvariantCulture),
        [row.MotherInitial, row.BirthCityInitial, row.BirthDay, row.OlderSiblings, row.MiddleInitial, row.FirstSchoolInitial]);

    private static int SeatOf(string form) => int.Parse(form, CultureInfo.InvariantCulture);

    private static LinkRow Row(DeliveryRow delivery, Request request, CodeLink link, DateTimeOffset now) => new()
    {
        AgencyId = delivery.AgencyId,
        DeliveryNo = delivery.DeliveryNo,
        ParticipantNo = SeatOf(link.Wave1),
        MergedNo = SeatOf(link.Wave2),
        EarlierWave = request.Earlier,
        LaterWave = request.Later,
        Certainty = link.Certainty == LinkCertainty.Exact ? "exact" : "one-element-differs",
        LinkedAt = now,
    };
}
