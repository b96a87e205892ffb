using Assessment.Data;
using Assessment.Domain.Delivery;

namespace Assessment.Api.Features.Agencies;

/// <summary>A class in the window of a follow-up wave.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Window">The days that count.</param>
/// <param name="Reminder">first, second or last.</param>
/// <param name="People">Everybody enrolled who did not withdraw, by place; one at least.</param>
internal sealed record FollowUpClass(string Wave, FollowUpWindow Window, string Reminder, IReadOnlyList<DueRow> People)
{
    /// <summary>The agency's classes that are in a window on a day, by wave and last day.</summary>
    public static async Task<IReadOnlyList<FollowUpClass>> ListAsync(Session session, int agencyId, DateOnly day)
    {
        var store = new WaveStore(session);
        var classes = new List<FollowUpClass>();
        foreach (var wave in (await store.List(agencyId)).Where(wave => wave.WindowFromMonths is not null))
        {
            var (first, last) = (wave.WindowFromMonths!.Value, wave.WindowToMonths!.Value);

            // A month is up to three days longer than another: the days asked for reach a little further than the window.
            var enrolled = await store.Enrolled(agencyId, wave.Code, day.AddMonths(-last - 1).AddDays(-4), day.AddMonths(-first).AddDays(4));
            classes.AddRange(
                from rows in enrolled.GroupBy(row => row.DeliveryId)
                let window = FollowUpWindow.After(rows.First().EndsOn, first, last)
                where window.On(day) != Domain.Delivery.Reminder.None
                select new FollowUpClass(wave.Code, window, Word(window.On(day)), [.. rows]));
        }

        return classes;
    }

    private static string Word(Reminder reminder) => reminder switch
    {
        Domain.Delivery.Reminder.Last => "last",
        Domain.Delivery.Reminder.Second => "second",
        _ => "first",
    };
}
