using System.Globalization;

namespace Assessment.Release.Package;

/// <summary>How counts of people are printed.</summary>
internal static class Disclosure
{
    /// <summary>Zero and counts of k or more as they are, others as "fewer than k".</summary>
    public static string Count(int count, int k) =>
        count == 0 || count >= k ? count.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"fewer than {k}");

    /// <summary>A share in whole percent, when the count behind it may be printed.</summary>
    public static string Share(int count, int of, int k) =>
        count == 0 || count >= k ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / of:0} %") : $"not stated ({Count(count, k)} cells)";
}
