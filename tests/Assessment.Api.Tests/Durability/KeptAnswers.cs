using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Data;

namespace Assessment.Api.Tests.Durability;

/// <summary>Compares what is kept after a restart with what was acknowledged before the kill.</summary>
internal sealed class KeptAnswers(Database database)
{
    private readonly FormVersions forms = new(database);

    public async Task CheckAsync(LoadedAttempt loaded, ServedProcess served)
    {
        var ticket = TicketText.Read(loaded.Attempt.Ticket)!.Value;
        var shown = await served.Nobody.WithTicket(loaded.Attempt.Ticket).GetAsync<ShowAttempt.Answer>($"/api/attempts/{loaded.Attempt.Id}");
        CheckAnswers(loaded, shown);
        var (events, sheet, attempt) = await database.ReadAsync(async session =>
        {
            var attempts = new AttemptStore(session);
            return (await attempts.Events(ticket.AgencyId, ticket.AttemptNo),
                await new ScoreSheetStore(session).Find(ticket.AgencyId, ticket.AttemptNo),
                (await attempts.Find(ticket.AgencyId, loaded.Attempt.Id))!);
        });
        CheckEvents(loaded, events);
        (sheet is not null).Should().Be(shown.Submitted, "handing in and scoring stand or fall together");
        if (loaded.Receipt is { } receipt) shown.Receipt.Should().Be(receipt, "a receipt that was given stands");
        if (loaded.Receipt is null && shown.Submitted) loaded.HandingIn.Should().BeTrue("nobody else hands in");
        if (sheet is not null) await CheckSheetAsync(sheet, attempt, shown);
    }

    /// <summary>Each item once, with its newest acknowledged revision or one that was in flight when the service died, and with that revision's value.</summary>
    private static void CheckAnswers(LoadedAttempt loaded, ShowAttempt.Answer shown)
    {
        shown.Responses.Select(response => response.Item).Should().OnlyHaveUniqueItems();
        var kept = shown.Responses.ToDictionary(response => response.Item);
        foreach (var (item, newest) in loaded.Acknowledged)
        {
            kept.Should().ContainKey(item);
            var at = kept[item].Revision;
            (at == newest || (at > newest && loaded.Sent.TryGetValue((item, at), out var known) && !known)).Should().BeTrue(
                "{0} was acknowledged at {1} and is kept at {2}", item, newest, at);
        }

        kept.Values.Should().OnlyContain(response => response.Value == loaded.ValueAt(response.Item, response.Revision));
    }

    /// <summary>The log of answers holds every acknowledged save once, and none that was not sent.</summary>
    private static void CheckEvents(LoadedAttempt loaded, IReadOnlyList<ResponseRow> events)
    {
        var items = loaded.Attempt.Form.Items;
        var logged = events.Select(one => (items[one.ItemNo - 1].Identifier, one.Revision)).ToList();
        logged.Should().OnlyHaveUniqueItems();
        var set = logged.ToHashSet();
        loaded.Sent.Where(save => save.Value && !set.Contains(save.Key)).Should().BeEmpty("every acknowledged save is in the log");
        logged.Where(one => !loaded.Sent.ContainsKey(one)).Should().BeEmpty();
    }

    private async Task CheckSheetAsync(ScoreSheetRow sheet, AttemptRow attempt, ShowAttempt.Answer shown)
    {
        var form = await forms.FindAsync(attempt.FormVersionNo, default);
        var answers = shown.Responses.Where(response => response.Value is not null)
            .ToDictionary(response => form.ItemNo[response.Item], response => response.Value!);
        var expected = SubmitAttempt.Score(form, answers);
        sheet.Points.Should().Be(expected.Points);
        sheet.Scores.Should().Equal(expected.Scores);
    }
}
