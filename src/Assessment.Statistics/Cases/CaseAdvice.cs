using System.Collections;
using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Cases;

/// <summary>Plain advice beside the results of a case, from the table of <see cref="ReadingBands"/>.</summary>
public static class CaseAdvice
{
    /// <summary>Advice by key of the result: one sentence for a number, one per element for an array, null where nothing is to be read.</summary>
    /// <param name="method">Method of the catalogue.</param>
    /// <param name="results">Its results; empty advice for methods without rules.</param>
    public static OrderedDictionary<string, object?> Of(string method, OrderedDictionary<string, object?> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var advice = new OrderedDictionary<string, object?>();
        foreach (var rule in ReadingBands.Of(method))
        {
            var n = rule.Counts.Min(count => results[count] as int? ?? 0);
            string? Advise(object? value) => ReadingBands.Advise(rule, value as double?, n);
            advice[rule.Result] = results[rule.Result] is IEnumerable values and not string ? values.Cast<object?>().Select(Advise).ToArray() : Advise(results[rule.Result]);
        }

        return advice;
    }
}
