using Assessment.Data;

namespace Assessment.Api.Features.Deliveries;

/// <summary>
/// Whether a trainer might offer the course on its days (34 U.S.C. 10381(n)(3)(A)). Only training of trainers gives the right;
/// continuing education is logged beside it and renews nothing by itself, since the Act does not say that it does. Pure.
/// </summary>
internal static class TrainerCredential
{
    public const string Valid = "valid", Expired = "expired", NotYet = "not-yet", None = "none", NotNeeded = "not-needed";

    /// <summary>The standing over all days of a class.</summary>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    /// <param name="part">Part played; guests and role players teach nothing of their own.</param>
    /// <param name="entries">The trainer's entries.</param>
    public static string On(DateOnly first, DateOnly last, string part, IEnumerable<CredentialRow> entries)
    {
        var trainings = entries.Where(entry => entry.Kind == "training-of-trainers").ToList();
        var begun = trainings.Where(entry => entry.CompletedOn <= first).ToList();
        return part is not ("lead" or "co-trainer") ? NotNeeded
            : begun.Any(entry => entry.ExpiresOn is null || entry.ExpiresOn >= last) ? Valid
            : begun.Count > 0 ? Expired
            : trainings.Count > 0 ? NotYet
            : None;
    }
}
