using System.Globalization;
using Assessment.Domain.Instruments;

namespace Assessment.Domain.Scoring;

/// <summary>Points of one response: one pure function per item type.</summary>
public static class ItemScoring
{
    /// <summary>
    /// Points of a stored response, or null where there is nothing to score: no answer, or an indicator without opportunity.
    /// Whether a blank counts as wrong (a test) or as missing (a scale) is decided where scores are summed.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="response">Its stored spelling (<see cref="ItemResponse"/>); null or empty for no answer.</param>
    public static Points? Score(Item item, string? response)
    {
        ArgumentNullException.ThrowIfNull(item);
        return string.IsNullOrEmpty(response)
            ? null
            : item switch
            {
                SingleChoice single => WhenKeyed(single.MaxPoints, response == single.Key),
                MultipleChoice multiple => Multiple(multiple, response),
                TrueFalse statement => WhenKeyed(statement.MaxPoints, response == (statement.Key ? "true" : "false")),
                Likert likert => Step(likert, response),
                Indicator => Shown(response),
                _ => throw new InvalidOperationException($"Item type {item.Type} has no scoring function."),
            };
    }

    private static Points WhenKeyed(Points points, bool right) => right ? points : Points.Zero;

    /// <summary>max(0, hits − false choices) ÷ keys: choosing everything earns nothing when wrong options are as many as keys.</summary>
    private static Points Multiple(MultipleChoice item, string response)
    {
        var chosen = response.Split('|');
        var hits = chosen.Count(item.Key.Contains);
        var net = Math.Max(0, hits - (chosen.Length - hits));
        return item.MaxPoints.Part(net, item.Key.Count);
    }

    private static Points Step(Likert item, string response)
    {
        var step = int.Parse(response, CultureInfo.InvariantCulture);
        return new Points((item.Reversed ? item.Steps + 1 - step : step) * Points.TicksPerPoint);
    }

    private static Points? Shown(string response) => response switch
    {
        Indicator.Shown => Points.One,
        Indicator.NotShown => Points.Zero,
        _ => null,
    };
}
