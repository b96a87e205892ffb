using Assessment.Release.Profiles;

namespace Assessment.Release.Table;

/// <summary>What the codebook calls the quasi-identifiers.</summary>
internal static class FieldLabels
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        [ReleaseProfile.AgencyPool] = "Pool of agencies (the cluster variable)",
        ["kind"] = "Kind of participant",
        ["rank"] = "Rank",
        ["years_of_service"] = "Years of service",
        ["sex"] = "Sex",
        ["race_ethnicity"] = "Race and ethnicity",
        ["age_band"] = "Age",
        ["assignment"] = "Assignment",
        ["prior_cit"] = "Crisis intervention training before the course",
        ["education"] = "Education",
    };

    public static string Of(string field) => Labels.GetValueOrDefault(field, field.Replace('_', ' '));
}
