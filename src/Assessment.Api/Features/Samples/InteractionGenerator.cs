namespace Assessment.Api.Features.Samples;

/// <summary>
/// Draws the reported interactions of each agency-month, with force and without: <c>interactions.csv</c>. Force falls and
/// reports of tactics rise by the planted ratios once an agency has held its last class.
/// </summary>
internal sealed class InteractionGenerator(Pcg32 random, StudyTruth truth, IReadOnlyList<ClassSize> classes)
{
    private readonly InteractionTables tables = new(random);

    /// <summary>The interactions of a month, in order of time; none is a normal answer of a small agency.</summary>
    public IReadOnlyList<Interaction> Draw(AgencyMonth month)
    {
        var scale = month.Contacts / 1000.0 * Math.Exp(random.Normal(-truth.MonthLogSd * truth.MonthLogSd / 2, truth.MonthLogSd));
        var withForce = random.Poisson(scale * truth.ForcePerThousand * (month.AfterTraining ? truth.ForceRateRatioAfter : 1));
        var without = random.Poisson(scale * truth.TacticsPerThousand * (month.AfterTraining ? truth.TacticsRateRatioAfter : 1));
        return
        [
            .. Enumerable.Range(0, withForce + without)
                .Select(index => DrawOne(month, force: index < withForce))
                .OrderBy(interaction => interaction.OccurredOn).ThenBy(interaction => interaction.Hour),
        ];
    }

    private Interaction DrawOne(AgencyMonth month, bool force)
    {
        var day = month.Month.AddDays(random.Below(DateTime.DaysInMonth(month.Month.Year, month.Month.Month)));
        var crisis = random.Chance(force ? 0.35 : 0.60);
        var officers = 1 + random.Poisson(force ? 1.3 : 0.8);
        return new Interaction
        {
            Ori = month.Ori,
            OccurredOn = day,
            Hour = (14 + (int)random.Normal(5, 5) + 24) % 24,
            Setting = tables.DrawSetting(crisis),
            Officers = officers,
            TrainedOfficers = Enumerable.Range(0, officers).Count(_ => random.Chance(TrainedShare(month, day))),
            Subject = tables.DrawSubject(crisis, force),
            Conduct = tables.DrawConduct(crisis, force),
            Injuries = tables.DrawInjuries(force),
            MinutesOnScene = Math.Max(4, (int)random.Normal(crisis ? 48 : 27, 12)),
            MinutesToReport = Math.Max(3, (int)random.Normal(force ? 16 : 8, 3)),
        };
    }

    private double TrainedShare(AgencyMonth month, DateOnly day) =>
        classes.Where(one => one.Ori == month.Ori && one.EndsOn < day).Sum(one => one.Officers) / (month.OfficerMonths + 0.01);
}

/// <summary>How many officers of an agency finished a class, and when.</summary>
internal sealed record ClassSize(string Ori, DateOnly EndsOn, int Officers);
