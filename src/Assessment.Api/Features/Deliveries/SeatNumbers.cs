using System.Globalization;

namespace Assessment.Api.Features.Deliveries;

/// <summary>Numbers of slips as typed: "3, 7-9". Pure.</summary>
internal static class SeatNumbers
{
    /// <summary>The numbers in order; all of them for nothing typed; null when something is no number from 1 to <paramref name="most"/>.</summary>
    public static IReadOnlyList<int>? Read(string? typed, int most)
    {
        var parts = (typed ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => Part(part, most)).ToList();
        return parts.Count == 0 ? [.. Enumerable.Range(1, most)]
            : parts.Contains(null) ? null
            : [.. parts.SelectMany(part => part!).Distinct().Order()];
    }

    private static IEnumerable<int>? Part(string part, int most)
    {
        var ends = part.Split('-', StringSplitOptions.TrimEntries);
        return ends.Length <= 2 && Number(ends[0], most) is { } first && Number(ends[^1], most) is { } last && first <= last
            ? Enumerable.Range(first, last - first + 1)
            : null;
    }

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}
