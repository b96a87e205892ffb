using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Agencies;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Administrations;

/// <summary>Opens the door to an instrument at a wave: one or more parallel forms, one join code for the room.</summary>
internal static class OpenAdministration
{
    /// <param name="Wave">pre, post, follow-up-6m, follow-up-12m or a wave that the operator added.</param>
    /// <param name="Forms">Parallel forms of one instrument, in the order in which they are dealt.</param>
    /// <param name="Assignment">random deals them by chance in blocks along the roster; alternate, the default, one after the other.</param>
    /// <param name="TimeLimitMinutes">Minutes of one attempt, extra time of an accommodation comes on top; null without a limit.</param>
    /// <param name="DoorClosesAt">Nobody starts from then on; null keeps the door open to the end.</param>
    /// <param name="EndsAt">Pens down; null leaves the end to a hand.</param>
    /// <param name="AttemptsAllowed">Goes a participant has; analyses read the first.</param>
    /// <param name="Held">Who joins waits until the trainer starts the test; follow-ups are never held.</param>
    internal sealed record Request(
        [property: Required] string Wave,
        [property: Required, MinLength(1), MaxLength(8)] IReadOnlyList<Guid> Forms,
        [property: AllowedValues("alternate", "random")] string Assignment = "alternate",
        [property: Range(1, 1440)] int? TimeLimitMinutes = null,
        DateTimeOffset? DoorClosesAt = null,
        DateTimeOffset? EndsAt = null,
        [property: Range(1, 10)] int AttemptsAllowed = 1,
        bool Held = false);

    /// <param name="AdministrationId">The administration.</param>
    /// <param name="JoinCode">The code to project.</param>
    /// <param name="ItemsSeenBefore">Items of these forms that somebody of the class has met at an earlier wave.</param>
    internal sealed record Answer(Guid AdministrationId, string JoinCode, int ItemsSeenBefore);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/deliveries/{deliveryId:guid}/administrations", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Administrations")
        .WithSummary("Opens an administration of a delivery at a wave; answers the join code to project.");

    [Audited("open.administration")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (request.EndsAt <= now || request.DoorClosesAt > request.EndsAt)
        {
            return Refusals.RequestContradicts.Because("The door closes at the end or before, and the end lies ahead.").ToProblem();
        }

        try
        {
            var opened = await database.WriteAsync(session => OpenAsync(session, deliveryId, request, staff, now), stop);
            return opened.ToCreated(answer => $"/api/administrations/{answer.AdministrationId}");
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return Refusals.AlreadyThere.Because("This class has an administration of this instrument at this wave already.").ToProblem();
        }
    }

    private static async Task<Result<Answer>> OpenAsync(
        Session session, Guid deliveryId, Request request, Staff staff, DateTimeOffset now)
    {
        var waves = await new WaveStore(session).List(staff.AgencyId);
        if (waves.FirstOrDefault(known => known.Code == request.Wave) is not { } wave)
        {
            return Refusals.WaveWrong.Because($"One of these is expected: {string.Join(", ", waves.Select(known => known.Code))}.");
        }

        if (request.Held && !HeldStart.MayHold(wave.WindowFromMonths))
        {
            return Refusals.RequestContradicts.Because("A follow-up is taken in people's own time, when nobody is there to start it; open it without holding it.");
        }

        if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery)
        {
            return Refusals.NotFound.Because("There is no class with this id.");
        }

        var today = AgencyDay.Of((await new AgencyStore(session).Find(staff.AgencyId))!, now);
        if (WaveFault(delivery, wave, today) is { } early)
        {
            return early;
        }

        var versions = await FindVersionsAsync(session, request.Forms, staff.AgencyId);
        return await versions.Match(
            async found => await SaveAsync(session, Planned(delivery, request, found[0].InstrumentNo, now), found, staff),
            refusal => Task.FromResult<Result<Answer>>(refusal));
    }

    /// <summary>A wave that lies in the future of the class cannot have happened.</summary>
    private static Refusal? WaveFault(DeliveryRow delivery, WaveRow wave, DateOnly today)
    {
        var earliest = wave.WindowFromMonths is { } months ? delivery.EndsOn.AddMonths(months) : wave.Code == Wave.Post.Code ? delivery.StartsOn : DateOnly.MinValue;
        if (today < earliest)
        {
            return Refusals.WaveWrong.Because($"{wave.Label} of this class opens on {earliest:yyyy-MM-dd}.");
        }

        return wave.Code == Wave.Pre.Code && today > delivery.EndsOn
            ? Refusals.WaveWrong.Because("The class is over; a pre-test now would not be one.")
            : null;
    }

    private static async Task<Result<IReadOnlyList<FormVersionRow>>> FindVersionsAsync(Session session, IReadOnlyList<Guid> formIds, int agencyId)
    {
        var versions = new List<FormVersionRow>();
        foreach (var formId in formIds)
        {
            var store = new FormStore(session);
            if (await store.FindVisible(agencyId, formId) is not { } newest)
            {
                return Refusals.NotFound.Because("There is no form with this id that this agency may give.");
            }

            if ((await store.Published(newest.InstrumentNo)).FirstOrDefault(version => version.FormId == formId) is not { } published)
            {
                return Refusals.FormNotPublished.Because("Publish the form first; a draft may still change.");
            }

            versions.Add(published);
        }

        return versions.Select(version => version.InstrumentNo).Distinct().Count() == 1 && formIds.Distinct().Count() == formIds.Count
            ? versions
            : Refusals.RequestContradicts.Because("Parallel forms are different forms of one instrument.");
    }

    private static async Task<Result<Answer>> SaveAsync(
        Session session, AdministrationRow administration, IReadOnlyList<FormVersionRow> versions, Staff staff)
    {
        var store = new AdministrationStore(session);
        var earlier = (await store.List(staff.AgencyId, administration.DeliveryNo)).FirstOrDefault(one => one.InstrumentNo == administration.InstrumentNo);
        var administrationNo = await store.Open(administration with { Seed = earlier?.Seed ?? administration.Seed }, versions.Select(version => version.FormVersionNo).ToList());
        var code = Secret.NewJoinCode();
        while (!await store.TryGiveJoinCode(staff.AgencyId, administrationNo, code))
        {
            code = Secret.NewJoinCode();
        }

        await Audit.RecordAsync(session, staff, "open.administration", administration.AdministrationId, administration.OpenedAt);
        return new Answer(
            administration.AdministrationId, code, await new ExposureQueries(session).SeenBefore(staff.AgencyId, administrationNo));
    }

    private static AdministrationRow Planned(DeliveryRow delivery, Request request, int instrumentNo, DateTimeOffset now) => new()
    {
        AgencyId = delivery.AgencyId,
        AdministrationId = Secret.NewId(),
        DeliveryNo = delivery.DeliveryNo,
        InstrumentNo = instrumentNo,
        Wave = request.Wave,
        OpenedAt = now,
        StartedAt = request.Held ? null : now,
        DoorClosesAt = request.DoorClosesAt,
        EndsAt = request.EndsAt,
        TimeLimitMinutes = request.TimeLimitMinutes,
        AttemptsAllowed = request.AttemptsAllowed,
        Assignment = request.Assignment,
        Seed = Secret.NewSeed(),
    };
}
