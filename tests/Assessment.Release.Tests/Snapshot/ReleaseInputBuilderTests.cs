using Assessment.Release.Snapshot;

namespace Assessment.Release.Tests.Snapshot;

public class ReleaseInputBuilderTests
{
    private static readonly Guid Agency = new(1, 0, 0, new byte[8]);
    private static readonly Guid Person = new(2, 0, 0, new byte[8]);
    private static readonly DateOnly Ended = new(2025, 1, 31);
    private static readonly Dictionary<string, string?> NoFields = [];

    private static ReleaseInputBuilder Builder() => new ReleaseInputBuilder("r", [new("dekt", "test")], SimulatedStudy.Waves)
        .AddAgency(Agency, "OH", 30)
        .AddPerson(Person, Agency, ConsentDecision.Granted, Ended, NoFields);

    /// <summary>30.4375 days make a month, so day 30 is still month 0, day 31 month 1, day 182 month 5 and day 183 month 6.</summary>
    [TestCase("post", 0, 0)]
    [TestCase("post", 30, 0)]
    [TestCase("post", 31, 1)]
    [TestCase("follow-up-6m", 182, 5)]
    [TestCase("follow-up-6m", 183, 6)]
    [TestCase("post", -1, -1)]
    [TestCase("pre", 0, -1)]
    public void Months_are_whole_months_since_the_end_of_training(string wave, int days, int months)
    {
        var input = Builder().AddScore(Person, "dekt", wave, 20, Ended.AddDays(days)).Build();

        input.Persons.Single().Waves.Single().MonthsSinceTraining.Should().Be(months);
    }

    [Test]
    public void First_day_of_a_wave_counts_and_waves_come_in_the_order_of_the_study()
    {
        var builder = new ReleaseInputBuilder("r", [new("dekt", "test"), new("conf", "scale")], SimulatedStudy.Waves)
            .AddAgency(Agency, "OH", 30)
            .AddPerson(Person, Agency, ConsentDecision.Granted, Ended, NoFields)
            .AddScore(Person, "conf", "post", 3.5, Ended.AddDays(40))
            .AddScore(Person, "dekt", "post", 21, Ended.AddDays(20))
            .AddScore(Person, "dekt", "pre", 15, Ended);

        var waves = builder.Build().Persons.Single().Waves;

        waves.Select(wave => (wave.Wave, wave.MonthsSinceTraining)).Should().Equal(("pre", -1), ("post", 0));
        waves[1].Scores.Should().BeEquivalentTo(new Dictionary<string, double> { ["conf"] = 3.5, ["dekt"] = 21 });
    }

    [Test]
    public void Region_is_the_census_region_of_the_state() =>
        Builder().Build().Agencies.Single().Region.Should().Be("Midwest");

    [Test]
    public void Wrong_use_throws()
    {
        var stranger = new Guid(9, 0, 0, new byte[8]);
        var builder = Builder().AddScore(Person, "dekt", "pre", 15, Ended);

        builder.Invoking(one => one.AddAgency(Agency, "OH", 30)).Should().Throw<ArgumentException>("an agency comes once");
        builder.Invoking(one => one.AddAgency(stranger, "XX", 30)).Should().Throw<ArgumentException>("XX is no State");
        builder.Invoking(one => one.AddAgency(stranger, "OH", 0)).Should().Throw<ArgumentException>("an agency has officers");
        builder.Invoking(one => one.AddPerson(Person, Agency, ConsentDecision.Granted, Ended, NoFields)).Should().Throw<ArgumentException>("a person comes once");
        builder.Invoking(one => one.AddPerson(stranger, stranger, ConsentDecision.Granted, Ended, NoFields)).Should().Throw<ArgumentException>("the agency is unknown");
        builder.Invoking(one => one.AddScore(Person, "dekt", "pre", 16, Ended)).Should().Throw<ArgumentException>("a score comes once");
        builder.Invoking(one => one.AddScore(Person, "dekt", "later", 16, Ended)).Should().Throw<ArgumentException>("the wave is unknown");
        builder.Invoking(one => one.AddScore(Person, "conf", "post", 16, Ended)).Should().Throw<ArgumentException>("the instrument is unknown");
        builder.Invoking(one => one.AddScore(stranger, "dekt", "post", 16, Ended)).Should().Throw<ArgumentException>("the person is unknown");
    }

    [Test]
    public void Every_State_has_one_of_the_four_regions()
    {
        const string States = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY";

        States.Split(' ').Select(CensusRegion.Of).Distinct().Should().BeEquivalentTo("South", "West", "Northeast", "Midwest");
        CensusRegion.Of("PR").Should().Be("Territories");
        CensusRegion.Of("oh").Should().BeNull();
    }
}
