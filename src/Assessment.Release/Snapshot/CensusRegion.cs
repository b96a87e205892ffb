namespace Assessment.Release.Snapshot;

/// <summary>The four regions of the U.S. Census Bureau, and one for the territories.</summary>
public static class CensusRegion
{
    private static readonly Dictionary<string, string> Regions = new[]
    {
        (Region: "Northeast", States: "CT ME MA NH RI VT NJ NY PA"),
        (Region: "Midwest", States: "IL IN MI OH WI IA KS MN MO NE ND SD"),
        (Region: "South", States: "DE FL GA MD NC SC VA DC WV AL KY MS TN AR LA OK TX"),
        (Region: "West", States: "AZ CO ID MT NV NM UT WY AK CA HI OR WA"),
        (Region: "Territories", States: "AS GU MP PR VI"),
    }.SelectMany(group => group.States.Split(' '), (group, state) => (state, group.Region))
        .ToDictionary(pair => pair.state, pair => pair.Region, StringComparer.Ordinal);

    /// <summary>The region of a State, the District of Columbia or a territory, or null when the code is none of them.</summary>
    /// <param name="state">Two-letter postal code in capitals.</param>
    public static string? Of(string state) => Regions.GetValueOrDefault(state);
}
