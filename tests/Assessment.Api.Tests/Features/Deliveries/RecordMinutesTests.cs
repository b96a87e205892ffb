using Assessment.Api.Features.Deliveries;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Deliveries;

public sealed class RecordMinutesTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(1);
    }

    [Test]
    public async Task Minutes_are_recorded_once_and_corrected_with_a_reason_that_keeps_the_old_ones()
    {
        await agency.Admin.PutAsync<RecordMinutes.Answer>(Address, Body(900, 200));
        await agency.Admin.PutAsync<RecordMinutes.Answer>(Address, Body(900, 200));
        (await Application.AuditedAsync(agency, "record.minutes")).Should().Be(1);

        (await RefusedAsync(Body(960, 240))).Code.Should().Be("request-contradicts");
        await agency.Admin.PutAsync<RecordMinutes.Answer>(Address, Body(960, 240, "The second evening was left out."));

        (await Application.AuditAsync(agency))[^1].Reason.Should().Be("was 900 minutes, 200 in scenarios: The second evening was left out.");
        (await agency.Admin.GetAsync<ShowAdherence.Answer>($"/api/deliveries/{people.Id}/adherence")).Dose
            .Should().Be(new ShowAdherence.Dose(16, 16, 240, 240), "960 minutes are 16 hours, as planned");
    }

    [Test]
    public async Task More_scenario_minutes_than_minutes_are_refused_and_not_audited()
    {
        (await RefusedAsync(Body(100, 101))).Code.Should().Be("request-contradicts");
        (await Application.AuditedAsync(agency, "record.minutes")).Should().Be(0);
    }

    [TestCase("COOKING", 60)]
    [TestCase("DE_ALT", 1000)]
    public async Task A_topic_that_is_none_or_longer_than_the_class_is_refused(string topic, int minutes) =>
        (await RefusedAsync(new { minutesDelivered = 900, scenarioMinutes = 0, topicMinutes = new Dictionary<string, int> { [topic] = minutes } }))
            .Code.Should().Be("request-contradicts");

    [Test]
    public async Task A_topic_left_out_of_the_minutes_was_not_taught()
    {
        await agency.Admin.PutAsync<RecordMinutes.Answer>(
            Address, new { minutesDelivered = 900, scenarioMinutes = 0, topicMinutes = new Dictionary<string, int> { ["REFERRAL"] = 60 } });
        var topics = await TopicsAsync();
        topics.Should().Equal("REFERRAL 60");
    }

    [Test]
    public async Task Another_agency_finds_no_such_class()
    {
        var other = await Application.NewAgencyAsync();
        (await Problem.OfAsync(other.Admin.PutAsync(Address, Body(1, 1)))).Code.Should().Be("not-found");
    }

    private string Address => $"/api/deliveries/{people.Id}/minutes";

    private static object Body(int minutes, int scenario, string? correction = null) =>
        new { minutesDelivered = minutes, scenarioMinutes = scenario, correctionReason = correction };

    private Task<Problem> RefusedAsync(object body) => Problem.OfAsync(agency.Admin.PutAsync(Address, body));

    private Task<IReadOnlyList<string>> TopicsAsync() => Application.ReadAsync(session => session.List<string>(
        "SELECT topic_code || ' ' || minutes FROM delivery_topic WHERE agency_id = @Number", new { agency.Number }));
}
