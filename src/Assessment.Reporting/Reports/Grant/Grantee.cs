namespace Assessment.Reporting.Reports.Grant;

/// <summary>The agency that reports. Its headcounts are public facts, not counts of people trained.</summary>
/// <param name="Name">Agency name.</param>
/// <param name="Ori">ORI code.</param>
/// <param name="State">State, territory or Tribe, as printed.</param>
/// <param name="SizeBand">Such as "50 to 99 employees".</param>
/// <param name="OfficersEmployed">All law enforcement officers employed on <see cref="CountedOn"/>.</param>
public sealed record Grantee(string Name, string Ori, string State, string SizeBand, int OfficersEmployed)
{
    /// <summary>Date of the headcounts.</summary>
    public required DateOnly CountedOn { get; init; }

    /// <summary>Covered mental health professionals who work with the agency; null when not recorded.</summary>
    public int? ProfessionalsWorking { get; init; }
}
