namespace Assessment.Domain.People;

/// <summary>
/// The time zone that most people of a State live in, for an agency that names none. Thirteen States lie in two zones
/// (15 U.S.C. 260a and 49 CFR 71): an agency in the smaller part states its own.
/// </summary>
public static class StateTimeZone
{
    private static readonly Dictionary<string, string> Zones = new()
    {
        ["America/New_York"] = "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
        ["America/Chicago"] = "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
        ["America/Denver"] = "CO ID MT NM UT WY",
        ["America/Phoenix"] = "AZ",
        ["America/Los_Angeles"] = "CA NV OR WA",
        ["America/Anchorage"] = "AK",
        ["Pacific/Honolulu"] = "HI",
        ["America/Puerto_Rico"] = "PR VI",
        ["Pacific/Guam"] = "GU MP",
        ["Pacific/Pago_Pago"] = "AS",
    };

    /// <summary>IANA name of the zone; UTC for no State.</summary>
    /// <param name="state">Two-letter code.</param>
    public static string Of(string? state) =>
        Zones.FirstOrDefault(zone => state is not null && zone.Value.Split(' ').Contains(state)).Key ?? "UTC";
}
