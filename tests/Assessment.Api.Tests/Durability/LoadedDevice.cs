using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Demo;
using Assessment.Testing;

namespace Assessment.Api.Tests.Durability;

/// <summary>A device that changes its answers as fast as it can and remembers what was acknowledged.</summary>
internal sealed class LoadedDevice(AssessmentApplicationAttempt attempt)
{
    private readonly Dictionary<string, long> acknowledged = [];
    private long revision;

    public int Acknowledged { get; private set; }

    /// <summary>Saves that were sent and never answered, because the service died.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Saves one answer after the other until the service is gone.</summary>
    public async Task SaveUntilDeadAsync(ApiClient nobody, Action saved)
    {
        var holder = nobody.WithTicket(attempt.Ticket);
        try
        {
            while (true)
            {
                var item = attempt.Form.Items[(int)(++revision % attempt.Form.Items.Count)];
                var body = new { value = Value(item, revision), revision, device = "tablet" };
                await holder.PutAsync<SaveResponse.Answer>($"/api/attempts/{attempt.Id}/responses/{item.Identifier}", body);
                acknowledged[item.Identifier] = revision;
                Acknowledged++;
                saved();
            }
        }
        catch (HttpRequestException)
        {
            Unanswered++;
        }
    }

    /// <summary>Every acknowledged answer stands, with its revision or a newer one, once, and with the value of that revision.</summary>
    public async Task CheckAsync(ApiClient nobody)
    {
        var shown = await nobody.WithTicket(attempt.Ticket).GetAsync<ShowAttempt.Answer>($"/api/attempts/{attempt.Id}");
        shown.Responses.Select(response => response.Item).Should().OnlyHaveUniqueItems();
        var kept = shown.Responses.ToDictionary(response => response.Item);
        foreach (var (item, newest) in acknowledged)
        {
            kept.Should().ContainKey(item);
            kept[item].Revision.Should().BeGreaterThanOrEqualTo(newest).And.BeLessThanOrEqualTo(revision);
        }

        foreach (var item in attempt.Form.Items.Where(item => kept.ContainsKey(item.Identifier)))
        {
            kept[item.Identifier].Value.Should().Be(Value(item, kept[item.Identifier].Revision).ToString()!.ToLowerInvariant());
        }
    }

    private static object Value(ItemView item, long revision)
    {
        var even = revision / 4 % 2 == 0;
        return item.Options is { } options ? options[even ? 0 : 1].Identifier : even;
    }
}
