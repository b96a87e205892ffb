using Assessment.Data;
using Assessment.Domain;

namespace Assessment.Api.Features.Agencies;

/// <summary>Follow-up waves follow one another in time: a test given on a day belongs to one wave alone.</summary>
internal static class WaveOrder
{
    /// <summary>The refusal of windows that end before they begin or overlap; null when they follow one another.</summary>
    /// <param name="waves">The waves with the windows that are to hold, in any order.</param>
    public static Refusal? Fault(IEnumerable<WaveRow> waves)
    {
        var windows = waves.Where(wave => wave.WindowFromMonths is not null).OrderBy(wave => wave.WindowFromMonths).ToList();
        if (windows.Exists(wave => wave.WindowToMonths < wave.WindowFromMonths))
        {
            return Refusals.RequestContradicts.Because("The window ends before it begins.");
        }

        var overlap = windows.Zip(windows.Skip(1)).FirstOrDefault(pair => pair.First.WindowToMonths >= pair.Second.WindowFromMonths);
        return overlap.First is null
            ? null
            : Refusals.RequestContradicts.Because($"The windows of {overlap.First.Code} and {overlap.Second.Code} overlap; a month belongs to one wave.");
    }
}
