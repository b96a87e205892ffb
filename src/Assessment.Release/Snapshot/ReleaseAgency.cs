namespace Assessment.Release.Snapshot;

/// <summary>What agency pooling needs to know of an agency; nothing of it leaves but the label of its pool.</summary>
/// <param name="Id">The agency's key.</param>
/// <param name="State">Two-letter postal code.</param>
/// <param name="Region">Region that pools are made of; see <see cref="CensusRegion"/>.</param>
/// <param name="OfficersEmployed">Sworn officers, full-time equivalents rounded; at least 1.</param>
public sealed record ReleaseAgency(Guid Id, string State, string Region, int OfficersEmployed);
