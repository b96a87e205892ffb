using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Administrations;

/// <summary>
/// The proctor's live tiles as server-sent events: all seats once, then those that changed. The seats are looked at every few
/// seconds, so that saving an answer never waits for a screen.
/// </summary>
internal static class FollowSeats
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/administrations/{administrationId:guid}/feed", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Administrations")
        .WithSummary("Streams the seats as server-sent events: event \"seats\", data a list of seats that changed.");

    [NotAudited("Progress in a room that the trainer stands in; no answer and no score is read.")]
    internal static async Task<Results<ServerSentEventsResult<IReadOnlyList<Seat>>, ProblemHttpResult>> Handle(
        Guid administrationId, Staff staff, Database database, SeatFeed feed, CancellationToken stop)
    {
        var administration = await database.ReadAsync(
            session => new AdministrationStore(session).Find(staff.AgencyId, administrationId), stop);
        return administration is null
            ? Refusals.NotFound.Because("There is no administration with this id.").ToProblem()
            : TypedResults.ServerSentEvents(Changes(feed.FollowAsync(administration, stop)));
    }

    /// <summary>An event without seats keeps a silent connection alive through proxies.</summary>
    private static async IAsyncEnumerable<SseItem<IReadOnlyList<Seat>>> Changes(IAsyncEnumerable<IReadOnlyList<Seat>> looks)
    {
        IReadOnlyList<Seat> known = [];
        await foreach (var seats in looks)
        {
            yield return new SseItem<IReadOnlyList<Seat>>(seats.Except(known).ToList(), "seats");
            known = seats;
        }
    }
}

/// <summary>Looks at the seats of a room again and again, until the screen goes away or the service stops.</summary>
internal sealed class SeatFeed(Database database, Presence presence, TimeProvider clock, IOptions<AttemptOptions> options, IHostApplicationLifetime life)
{
    /// <summary>All seats, once at once and then every few seconds.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Seat>> FollowAsync(AdministrationRow administration, [EnumeratorCancellation] CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, life.ApplicationStopping);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.FeedSeconds));
        do
        {
            yield return await database.ReadAsync(
                session => ShowSeats.ListAsync(session, administration, options.Value.SilentBefore(clock.GetUtcNow()), presence), either.Token);
        }
        while (await timer.NextAsync(either.Token));
    }
}
