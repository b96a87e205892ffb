namespace Assessment.Interchange.Rosters;

/// <summary>A line of a roster: one participant of one delivery. Everything but the kind may be left out.</summary>
/// <param name="Line">Line number in the file, from 1 (the header).</param>
/// <param name="Name">Name for the agency's own lists; goes to the identity store and nowhere else.</param>
/// <param name="Token">A token that the person has from an earlier class, as compared; null makes a new one.</param>
/// <param name="Kind">officer, cmhp-employee or cmhp-agreement.</param>
/// <param name="Rank">Rank as the agency writes it.</param>
/// <param name="YearsOfService">Whole years, 0 to 60.</param>
/// <param name="Sex">female, male or another word.</param>
/// <param name="RaceEthnicity">As the agency codes it.</param>
/// <param name="AgeBand">Such as "30-39".</param>
/// <param name="PriorCit">Whether the person had crisis intervention team training before.</param>
/// <param name="FundingSource">"grant" or "other".</param>
public sealed record RosterLine(
    int Line,
    string? Name,
    string? Token,
    string Kind,
    string? Rank,
    int? YearsOfService,
    string? Sex,
    string? RaceEthnicity,
    string? AgeBand,
    bool? PriorCit,
    string FundingSource);
