namespace Assessment.Api.Features.Samples;

/// <summary>The frequencies from which the particulars of an interaction are drawn. Invented; they describe no real agency.</summary>
internal sealed class InteractionTables(Pcg32 random)
{
    private static readonly Weighted<string>[] Locations =
        [new("residence", 44), new("street", 28), new("store", 9), new("school", 3), new("health-facility", 6), new("park", 5), new("other", 5)];

    private static readonly Weighted<string>[] Reasons =
        [new("unlawful-or-suspicious-activity", 48), new("traffic-stop", 22), new("routine-patrol", 12), new("warrant-or-court-order", 12), new("follow-up", 6)];

    private static readonly Weighted<string>[] CrisisReasons =
        [new("medical-or-welfare", 68), new("unlawful-or-suspicious-activity", 24), new("routine-patrol", 8)];

    private static readonly Weighted<string>[] CrisisBases =
        [new("mental-illness", 38), new("suicidality", 24), new("alcohol-or-drugs", 26), new("fear-or-anger", 12)];

    private static readonly Weighted<string>[] Races =
        [new("white", 52), new("black", 22), new("hispanic", 18), new("asian", 3), new("american-indian", 3), new("unknown", 2)];

    private static readonly Weighted<string>[] Ages =
        [new("under-18", 8), new("18-24", 20), new("25-34", 29), new("35-44", 20), new("45-59", 16), new("60+", 7)];

    private static readonly Weighted<string>[] Resistances =
        [new("failure-to-comply", 34), new("verbal-threat", 14), new("escape-or-flee", 20), new("resisted-handcuffing", 24), new("assault", 8)];

    private static readonly Weighted<string>[] MildResistances =
        [new("failure-to-comply", 62), new("verbal-threat", 30), new("escape-or-flee", 8)];

    private static readonly Weighted<string>[] Impediments =
    [
        new("non-compliance", 24), new("immediate-threat", 12), new("weapon", 8), new("impairment", 18), new("no-time", 10),
        new("domestic-violence-call", 10), new("anti-police-statements", 6), new("officer-initiated", 6), new("third-party-interference", 4),
        new("no-backup", 4), new("crowd", 3), new("language", 3),
    ];

    private static readonly Weighted<string>[] Tactics =
    [
        new("calm", 20), new("listen", 17), new("respect", 15), new("honesty", 10), new("human", 7), new("empower", 6), new("shoes", 5),
        new("compromise", 4), new("distance_cover", 6), new("time_slow", 5), new("one_voice", 3), new("warning_given", 2),
    ];

    private static readonly Weighted<string>[] Forces =
    [
        new("restraint-hold", 30), new("takedown", 22), new("handcuff-with-force", 20), new("hands-fists-feet", 11),
        new("electronic-control-weapon", 8), new("chemical", 4), new("firearm-pointed", 4), new("canine", 1),
    ];

    private static readonly Weighted<string>[] Dispositions =
        [new("none", 44), new("citation", 26), new("arrest", 24), new("referral", 6)];

    private static readonly Weighted<string>[] CrisisDispositions =
        [new("none", 34), new("transport-for-evaluation", 34), new("referral", 24), new("arrest", 6), new("citation", 2)];

    private static readonly Weighted<string>[] ForceDispositions =
        [new("arrest", 84), new("none", 10), new("citation", 6)];

    private static readonly Weighted<string>[] ForceInCrisisDispositions =
        [new("transport-for-evaluation", 62), new("arrest", 32), new("none", 6)];

    private static readonly Weighted<string>[] Referrals =
        [new("behavioral-health", 46), new("crisis-line", 16), new("housing", 16), new("public-benefits", 12), new("substance-use", 10)];

    /// <summary>Where and why.</summary>
    public Setting DrawSetting(bool crisis)
    {
        var reason = random.Pick(crisis ? CrisisReasons : Reasons);
        return new Setting(reason == "traffic-stop" ? "street" : random.Pick(Locations), reason);
    }

    /// <summary>The person.</summary>
    public Subject DrawSubject(bool crisis, bool force) => new()
    {
        Crisis = crisis,
        CrisisBasis = crisis ? DrawSeveral(CrisisBases, random.Chance(0.2) ? 2 : 1) : null,
        Disability = random.Chance(crisis ? 0.18 : 0.06),
        Demographics = new Demographics(random.Chance(0.30) ? "female" : "male", random.Pick(Races), random.Pick(Ages)),
        WeaponPerceived = random.Chance(force ? 0.16 : 0.07),
        Resistance = random.Chance(force ? 0.95 : 0.35) ? random.Pick(force ? Resistances : MildResistances) : "none",
    };

    /// <summary>What the officers did. An interaction without force is reported because a tactic was used.</summary>
    public Conduct DrawConduct(bool crisis, bool force)
    {
        var feasible = !force || random.Chance(0.78);
        var tactics = feasible ? 1 + random.Poisson(force ? 0.9 : 1.6) : 0;
        var impediments = random.Poisson(force ? 1.3 : 0.4) + (feasible ? 0 : 1);
        return new Conduct
        {
            Feasible = feasible,
            Impediments = DrawSeveral(Impediments, impediments),
            Tactics = DrawSeveral(Tactics, tactics),
            TacticsEffect = tactics == 0 ? null : Math.Clamp((int)Math.Round(random.Normal(force ? -0.3 : 1.2, 0.8)), -2, 2),
            Team = new TeamPresence(crisis && random.Chance(0.30), crisis && random.Chance(0.15)),
            Force = force ? DrawSeveral(Forces, 1 + random.Poisson(0.5)) : null,
            Result = DrawResult(crisis, feasible, force),
        };
    }

    /// <summary>Worst injury of each party.</summary>
    public Injuries DrawInjuries(bool force) => new(
        DrawInjury(force ? 0.09 : 0.005, 0.08), DrawInjury(force ? 0.27 : 0.02, 0.09), DrawInjury(force ? 0.015 : 0.003, 0.05));

    private ContactResult DrawResult(bool crisis, bool feasible, bool force)
    {
        var disposition = random.Pick((crisis, force) switch
        {
            (true, true) => ForceInCrisisDispositions,
            (true, false) => CrisisDispositions,
            (false, true) => ForceDispositions,
            _ => Dispositions,
        });
        var outcome = force
            ? feasible && random.Chance(0.4) ? "less-force-than-authorized" : "force-used"
            : random.Chance(0.06) ? "disengaged" : "resolved-without-force";
        var referrals = disposition is "referral" || random.Chance(0.08) ? DrawSeveral(Referrals, random.Chance(0.2) ? 2 : 1) : null;
        return new ContactResult(outcome, disposition, referrals);
    }

    private string DrawInjury(double any, double seriousShare) =>
        !random.Chance(any) ? "N" : !random.Chance(seriousShare) ? "M" : random.Chance(0.6) ? "B" : "L";

    // Distinct values in the order drawn; null when there are none.
    private string? DrawSeveral(IReadOnlyList<Weighted<string>> values, int count)
    {
        var left = values.ToList();
        var drawn = new List<string>();
        for (var i = Math.Min(count, left.Count); i > 0; i--)
        {
            drawn.Add(random.Pick(left));
            left.RemoveAll(value => value.Value == drawn[^1]);
        }

        return drawn.Count == 0 ? null : string.Join('|', drawn);
    }
}
