namespace Assessment.Release.Anonymity;

/// <summary>Months since training, as coarse as the public may know them.</summary>
internal static class MonthBand
{
    /// <summary>Labels in order; the code of a band is its place, from 1.</summary>
    public static readonly IReadOnlyList<string> Labels = ["before", "0-3", "4-6", "7-12", "13-24", "25+"];

    /// <summary>Code of the band of a number of whole months.</summary>
    public static int Of(int months) => months switch
    {
        < 0 => 1,
        <= 3 => 2,
        <= 6 => 3,
        <= 12 => 4,
        <= 24 => 5,
        _ => 6,
    };
}
