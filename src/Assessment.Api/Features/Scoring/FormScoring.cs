using System.Text.Json;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;

namespace Assessment.Api.Features.Scoring;

/// <summary>Scores responses given as JSON against a form of our own.</summary>
internal static class FormScoring
{
    public static Result<ScoredResponses> Score(Form form, ResponseSet set)
    {
        var items = form.Items.ToDictionary(item => item.Identifier);
        var stored = new Dictionary<string, string>();
        foreach (var response in set.Responses.EnumerateObject())
        {
            if (!items.TryGetValue(response.Name, out var item))
            {
                return Refusals.ItemNotOnForm.Because($"The form {form.Identifier} has no item {response.Name}.");
            }

            var read = ItemResponse.Read(item, Values(response.Value));
            if (read.IsRefused)
            {
                return read.Refusal!;
            }

            stored[response.Name] = read.Value;
        }

        var score = FormScore.Of(form, identifier => stored.GetValueOrDefault(identifier));
        return new ScoredResponses(
            set.Name, Outcomes(score), form.Items.Select((item, i) => (item.Identifier, score.Items[i]?.Value)).ToDictionary(item => item.Identifier, item => item.Value));
    }

    private static Dictionary<string, object?> Outcomes(FormScore score)
    {
        var outcomes = new Dictionary<string, object?> { ["SCORE"] = score.Earned.Value, ["MAXSCORE"] = score.Possible.Value };
        if (score.Passed is { } passed)
        {
            outcomes["PASSED"] = passed;
        }

        return outcomes;
    }

    private static List<string> Values(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Values).ToList(),
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        _ => [json.ToString()],
    };
}
