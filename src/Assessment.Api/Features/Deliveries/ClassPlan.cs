using Assessment.Api.Features.Administrations;
using Assessment.Data;
using Assessment.Domain.Delivery;
using Microsoft.Extensions.Localization;

namespace Assessment.Api.Features.Deliveries;

/// <summary>A test that was given to a class.</summary>
/// <param name="Administration">The administration.</param>
/// <param name="Instrument">Its instrument.</param>
/// <param name="Progress">How many are enrolled, have started, have handed in.</param>
public sealed record GivenTest(AdministrationRow Administration, InstrumentRow Instrument, ProgressRow Progress)
{
    /// <summary>The state in words.</summary>
    public string StateAt(DateTimeOffset now, IStringLocalizer texts) =>
        Administration.HasEnded(now) ? texts["Ended"]
        : Administration.Waits ? texts["Open, not started"]
        : Administration.IsDoorClosed(now) ? texts["Running, door closed"]
        : texts["Running"];
}

/// <summary>A planned occasion of a class: when it counts, what was given, what is proposed.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="From">First day; null for "from now".</param>
/// <param name="To">Last day that counts; null for no end.</param>
/// <param name="Given">Tests given.</param>
/// <param name="Proposals">What may be given, the best first.</param>
public sealed record PlannedWave(
    Wave Wave, DateOnly? From, DateOnly? To, IReadOnlyList<GivenTest> Given, IReadOnlyList<FormProposal> Proposals)
{
    /// <summary>Whether a test may be opened on a day; a pre-test after the class would not be one, a late follow-up is.</summary>
    public bool MayOpen(DateOnly day) => !(day < From) && (Wave.Code != Wave.Pre.Code || !(day > To));

    /// <summary>When it counts, in words.</summary>
    public string When(IStringLocalizer texts) => (From, To) switch
    {
        (null, { } to) => texts["up to {0:yyyy-MM-dd}", to],
        ({ } from, null) => texts["from {0:yyyy-MM-dd}", from],
        ({ } from, { } to) => texts["{0:yyyy-MM-dd} to {1:yyyy-MM-dd}", from, to],
        _ => "",
    };
}

/// <summary>A class with its tests, those to come included.</summary>
/// <param name="Delivery">The class.</param>
/// <param name="Course">Its course.</param>
/// <param name="People">How many are enrolled and have not left.</param>
/// <param name="Today">Day at the agency.</param>
/// <param name="Waves">Its occasions in order.</param>
public sealed record ClassPlan(DeliveryRow Delivery, CourseRow Course, int People, DateOnly Today, IReadOnlyList<PlannedWave> Waves)
{
    /// <summary>The occasion that comes next: the first that may be opened today and had no test.</summary>
    public PlannedWave? Next => Waves.FirstOrDefault(wave => wave.Given.Count == 0 && wave.MayOpen(Today));

    /// <summary>Reads the plan of a class.</summary>
    internal static async Task<ClassPlan> ReadAsync(Session session, DeliveryRow delivery, DateOnly today)
    {
        var agencyId = delivery.AgencyId;
        var course = await new CourseStore(session).Find(delivery.CourseNo);
        var administrations = new AdministrationStore(session);
        var taken = await administrations.List(agencyId, delivery.DeliveryNo);
        var instruments = new Dictionary<int, InstrumentRow>();
        var published = new List<(InstrumentRow, IReadOnlyList<FormVersionRow>)>();
        foreach (var instrument in await new InstrumentStore(session).ListVisible(agencyId))
        {
            instruments[instrument.InstrumentNo] = instrument;
            published.Add((instrument, await new FormStore(session).Published(instrument.InstrumentNo)));
        }

        var given = new List<GivenTest>();
        foreach (var one in taken)
        {
            var instrument = instruments.GetValueOrDefault(one.InstrumentNo) ?? (await new InstrumentStore(session).Find(one.InstrumentNo))!;
            given.Add(new GivenTest(one, instrument, await administrations.Progress(agencyId, one.AdministrationNo)));
        }

        var waves = from row in await new WaveStore(session).List(agencyId)
                    let window = row is { WindowFromMonths: { } first, WindowToMonths: { } last } ? FollowUpWindow.After(delivery.EndsOn, first, last) : (FollowUpWindow?)null
                    select new PlannedWave(
                        new Wave(row.Code, row.Ordinal, row.Label, row.WindowFromMonths, row.WindowToMonths),
                        window?.OpensOn ?? (row.Code == Wave.Post.Code ? delivery.StartsOn : null),
                        window?.ClosesOn ?? (row.Code == Wave.Pre.Code ? delivery.EndsOn : null),
                        [.. given.Where(one => one.Administration.Wave == row.Code)],
                        FormProposal.For(published, taken, row.Code, agencyId, course.CurriculumNo));
        return new ClassPlan(delivery, course, await new EnrollmentStore(session).Count(agencyId, delivery.DeliveryNo), today, [.. waves]);
    }
}
