using System.Net.ServerSentEvents;
using Assessment.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Assessment.Api.Features.Administrations;

/// <summary>What changed in a room, in words.</summary>
/// <param name="Tiles">Tiles that changed; all of them at first.</param>
/// <param name="Summary">How many joined and how many are done.</param>
internal sealed record RoomNews(IReadOnlyList<Tile> Tiles, string Summary)
{
    /// <summary>The stream of a room as an answer of a page: event "room".</summary>
    public static IActionResult Stream(SeatFeed feed, AdministrationRow administration, TimeZoneInfo zone, IStringLocalizer texts, CancellationToken stop) =>
        new Answer(TypedResults.ServerSentEvents(NewsAsync(feed.FollowAsync(administration, stop), zone, texts)));

    private static async IAsyncEnumerable<SseItem<RoomNews>> NewsAsync(IAsyncEnumerable<IReadOnlyList<Seat>> looks, TimeZoneInfo zone, IStringLocalizer texts)
    {
        IReadOnlyList<Tile> known = [];
        await foreach (var seats in looks)
        {
            var tiles = seats.Select(seat => Tile.Of(seat, zone, texts)).ToList();
            yield return new SseItem<RoomNews>(new RoomNews([.. tiles.Except(known)], Tile.Summary(seats, texts)), "room");
            known = tiles;
        }
    }

    private sealed class Answer(IResult result) : ActionResult
    {
        public override Task ExecuteResultAsync(ActionContext context) => result.ExecuteAsync(context.HttpContext);
    }
}
