using System.Globalization;

namespace Assessment.Api.Features.Samples;

/// <summary>One line of <c>interactions.csv</c>: one contact between officers and the public, with or without force.</summary>
internal sealed record Interaction
{
    /// <summary>The file's heading.</summary>
    public const string Heading =
        "interaction,ori,occurred_on,hour,location_type,contact_reason,officers,trained_officers,crisis,crisis_basis,disability,"
        + "subject_sex,subject_race_ethnicity,subject_age_band,weapon_perceived,resistance,feasible,impediments,tactics,tactics_effect,"
        + "cit_involved,cmhp_on_scene,force,force_types,outcome,disposition,referrals,officer_injury,subject_injury,third_party_injury,"
        + "minutes_on_scene,minutes_to_report,rule_set";

    /// <summary>The agency.</summary>
    public required string Ori { get; init; }

    /// <summary>Day.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>Hour of the day, 0–23.</summary>
    public required int Hour { get; init; }

    /// <summary>Where and why.</summary>
    public required Setting Setting { get; init; }

    /// <summary>Officers involved.</summary>
    public required int Officers { get; init; }

    /// <summary>Of these, how many had finished the course.</summary>
    public required int TrainedOfficers { get; init; }

    /// <summary>The person.</summary>
    public required Subject Subject { get; init; }

    /// <summary>What the officers did and what came of it.</summary>
    public required Conduct Conduct { get; init; }

    /// <summary>Worst injury of each party, NIBRS codes.</summary>
    public required Injuries Injuries { get; init; }

    /// <summary>Minutes on the scene.</summary>
    public required int MinutesOnScene { get; init; }

    /// <summary>Minutes that the report took: the burden of collection.</summary>
    public required int MinutesToReport { get; init; }

    /// <summary>The line of the file.</summary>
    public string Line(int number) => string.Join(
        ',',
        PlainCsv.Line(
            $"I{number:00000}", Ori, OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Hour, Setting.Location, Setting.Reason,
            Officers, TrainedOfficers),
        PlainCsv.Line(
            YesNo(Subject.Crisis), Subject.CrisisBasis, YesNo(Subject.Disability), Subject.Demographics.Sex, Subject.Demographics.RaceEthnicity,
            Subject.Demographics.AgeBand, YesNo(Subject.WeaponPerceived), Subject.Resistance),
        PlainCsv.Line(
            YesNo(Conduct.Feasible), Conduct.Impediments, Conduct.Tactics, Conduct.TacticsEffect, YesNo(Conduct.Team.CitInvolved),
            YesNo(Conduct.Team.ProfessionalOnScene), YesNo(Conduct.Force is not null), Conduct.Force, Conduct.Result.Outcome,
            Conduct.Result.Disposition, Conduct.Result.Referrals),
        PlainCsv.Line(Injuries.Officer, Injuries.Subject, Injuries.ThirdParty, MinutesOnScene, MinutesToReport, "2024-01"));

    private static string YesNo(bool value) => value ? "yes" : "no";
}

/// <summary>Where and why a contact began.</summary>
internal sealed record Setting(string Location, string Reason);

/// <summary>The person of a contact, as the officers saw it.</summary>
internal sealed record Subject
{
    /// <summary>In a mental, behavioral health or suicidal crisis.</summary>
    public required bool Crisis { get; init; }

    /// <summary>What the crisis is seen from, joined by bars; null without crisis.</summary>
    public required string? CrisisBasis { get; init; }

    /// <summary>Has a disability, perceived or told.</summary>
    public required bool Disability { get; init; }

    /// <summary>Sex, race or ethnicity, age band.</summary>
    public required Demographics Demographics { get; init; }

    /// <summary>Armed or believed armed.</summary>
    public required bool WeaponPerceived { get; init; }

    /// <summary>Kind of resistance, or <c>none</c>.</summary>
    public required string Resistance { get; init; }
}

/// <summary>What officers did, in order, and what came of it.</summary>
internal sealed record Conduct
{
    /// <summary>There was an occasion to de-escalate.</summary>
    public required bool Feasible { get; init; }

    /// <summary>What stood in the way, joined by bars; null when nothing.</summary>
    public required string? Impediments { get; init; }

    /// <summary>Tactics in order, joined by bars; null when none.</summary>
    public required string? Tactics { get; init; }

    /// <summary>Perceived effect of the tactics from −2 to 2; null when none.</summary>
    public required int? TacticsEffect { get; init; }

    /// <summary>Who helped.</summary>
    public required TeamPresence Team { get; init; }

    /// <summary>Force applications in order, joined by bars; null without force.</summary>
    public required string? Force { get; init; }

    /// <summary>How it ended.</summary>
    public required ContactResult Result { get; init; }
}

/// <summary>Whether a crisis intervention team took part, and a mental health professional was there.</summary>
internal sealed record TeamPresence(bool CitInvolved, bool ProfessionalOnScene);

/// <summary>Outcome, disposition and accepted referrals.</summary>
internal sealed record ContactResult(string Outcome, string Disposition, string? Referrals);

/// <summary>Worst injury of officers, subject and third parties in NIBRS codes; N is none.</summary>
internal sealed record Injuries(string Officer, string Subject, string ThirdParty);
