using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Take;

/// <summary>An attempt as its participant works on it: the items that take an answer, one a screen, in the order of the attempt.</summary>
/// <param name="Holder">Whose ticket it is.</param>
/// <param name="Attempt">The attempt with its newest answers.</param>
/// <param name="Title">Title of the form in the language of the page, or else in its own.</param>
/// <param name="Items">Numbered from 1.</param>
internal sealed record Sitting(TicketHolder Holder, ShowAttempt.Answer Attempt, string Title, IReadOnlyList<TestItem> Items)
{
    /// <summary>The item of a number; null when there is none.</summary>
    public TestItem? this[int number] => number >= 1 && number <= Items.Count ? Items[number - 1] : null;

    /// <summary>Where to go on: the first item without an answer, else the first.</summary>
    public int First => Items.FirstOrDefault(item => !item.IsAnswered)?.Number ?? 1;

    /// <summary>The attempt that the device's ticket opens; null when the ticket is missing, unknown or too old.</summary>
    public static async Task<Sitting?> LoadAsync(HttpContext context, string language, CancellationToken stop)
    {
        var services = context.RequestServices;
        if (await HolderAsync(context, stop) is not { } holder) return null;
        var answer = await ShowAttempt.Handle(
            holder.AttemptId, holder, services.GetRequiredService<Database>(), services.GetRequiredService<FormVersions>(), stop);
        return answer.Result is Ok<ShowAttempt.Answer> { Value: { } attempt } ? Of(holder, attempt, language) : null;
    }

    /// <summary>Who holds the device's ticket; null when it opens nothing.</summary>
    public static async ValueTask<TicketHolder?> HolderAsync(HttpContext context, CancellationToken stop) =>
        TakeCookies.TicketOf(context.Request) is { } ticket
            ? await context.RequestServices.GetRequiredService<TicketGate>().HolderAsync(ticket, stop)
            : null;

    private static Sitting Of(TicketHolder holder, ShowAttempt.Answer attempt, string language)
    {
        var form = attempt.Form;
        var translation = Is(form.Language, language) ? null : form.Translations?.FirstOrDefault(one => Is(one.Language, language));
        var saved = attempt.Responses.ToDictionary(response => response.Item);
        string? Foreign(ItemView item) =>
            translation is null || translation.Untranslated.Contains(item.Identifier) ? Is(form.Language, language) ? null : form.Language : null;
        var items = WithStimulus(translation?.Items ?? form.Items)
            .Select((one, i) => new TestItem(i + 1, one.Item, one.Stimulus, Foreign(one.Item), saved.GetValueOrDefault(one.Item.Identifier)))
            .ToList();
        return new Sitting(holder, attempt, translation?.Title ?? form.Title, items);
    }

    /// <summary>Each item that takes an answer, with the stimulus that covers it.</summary>
    private static IEnumerable<(ItemView Item, ItemView? Stimulus)> WithStimulus(IReadOnlyList<ItemView> items)
    {
        ItemView? cover = null;
        var left = 0;
        foreach (var item in items)
        {
            if (item.Type == "stimulus")
            {
                (cover, left) = (item, item.Covers ?? int.MaxValue);
                continue;
            }

            yield return (item, left > 0 ? cover : null);
            left--;
        }
    }

    private static bool Is(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}

/// <summary>An item of a sitting.</summary>
/// <param name="Number">From 1, without counting stimuli.</param>
/// <param name="Item">The item, without key.</param>
/// <param name="Stimulus">What is shown above it; null when nothing is.</param>
/// <param name="Language">Language of its texts where it is not that of the page.</param>
/// <param name="Saved">Newest answer of whichever device; null when there never was one.</param>
internal sealed record TestItem(int Number, ItemView Item, ItemView? Stimulus, string? Language, ShowAttempt.Saved? Saved)
{
    public bool IsAnswered => Saved?.Value is not null;

    public long Revision => Saved?.Revision ?? 0;
}
