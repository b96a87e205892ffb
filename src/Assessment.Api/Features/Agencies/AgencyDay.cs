using Assessment.Data;

namespace Assessment.Api.Features.Agencies;

/// <summary>Which day it is at an agency.</summary>
internal static class AgencyDay
{
    /// <summary>The day in the agency's time zone.</summary>
    public static DateOnly Of(AgencyRow agency, DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(agency.TimeZone)).DateTime);
}
