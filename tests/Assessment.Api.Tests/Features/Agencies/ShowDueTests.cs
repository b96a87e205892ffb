using Assessment.Api.Features.Agencies;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Agencies;

public sealed class ShowDueTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(3);
    }

    // The class ends on 2026-03-03.
    [TestCase("2026-07-02", 0)]
    [TestCase("2026-07-03", 1)]
    [TestCase("2026-11-02", 1)]
    [TestCase("2026-11-03", 0)]
    [TestCase("2027-02-03", 1)]
    [TestCase("2027-07-02", 1)]
    [TestCase("2027-07-03", 0)]
    public async Task A_class_is_due_in_its_windows(string on, int classes) => (await DueAsync(on)).Classes.Should().HaveCount(classes);

    [Test]
    public async Task Who_has_handed_everything_in_is_not_due()
    {
        var before = (await DueAsync("2026-08-01")).Classes.Single();
        (before.Wave, before.Opened, before.Enrolled, before.Done).Should().Be(("follow-up-6m", false, 3, 0));

        Application.Clock.Set(new DateTimeOffset(2026, 8, 1, 15, 0, 0, TimeSpan.Zero));
        var door = await people.OpenAsync("follow-up-6m", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
        await people.TakeAsync(door, 1, right: true);
        await people.StartAsync(door, 2);
        var after = (await DueAsync(null)).Classes.Single();
        (after.Opened, after.Done).Should().Be((true, 1));
        after.Due.Should().Equal(new ShowDue.Person(1, people.People[0].ParticipantId), new ShowDue.Person(3, people.People[2].ParticipantId));
    }

    [Test]
    public async Task Today_is_the_day_at_the_agency()
    {
        // Four hours after midnight UTC on 1 August it is still 31 July in Ohio (UTC - 4 in summer) for one more second.
        Application.Clock.Set(new DateTimeOffset(2026, 8, 1, 3, 0, 0, TimeSpan.Zero));
        (await DueAsync(null)).On.Should().Be(new DateOnly(2026, 7, 31));
    }

    [Test]
    public async Task An_agency_may_agree_on_another_window()
    {
        (await agency.Admin.PutAsync("/api/waves/follow-up-6m/window", new { fromMonths = 3, toMonths = 3 })).EnsureSuccessStatusCode();
        (await DueAsync("2026-06-03")).Classes.Single().ClosesOn.Should().Be(new DateOnly(2026, 7, 2));
        (await DueAsync("2026-07-03")).Classes.Should().BeEmpty();
        Application.Clock.Set(new DateTimeOffset(2026, 6, 3, 12, 0, 0, TimeSpan.Zero));
        (await people.OpenAsync("follow-up-6m", await agency.PublishAsync(AssessmentApplicationForms.Scale))).JoinCode.Should().HaveLength(6);
    }

    [Test]
    public async Task A_window_that_cannot_be_is_refused()
    {
        (await Problem.OfAsync(agency.Admin.PutAsync("/api/waves/post/window", new { fromMonths = 1, toMonths = 2 }))).Code.Should().Be("wave-wrong");
        (await Problem.OfAsync(agency.Admin.PutAsync("/api/waves/follow-up-6m/window", new { fromMonths = 5, toMonths = 2 }))).Code.Should().Be("request-contradicts");
        (await Problem.OfAsync(agency.Admin.SendAsync(HttpMethod.Get, "/api/due?on=yesterday"))).Code.Should().Be("request-contradicts");
    }

    [Test]
    public async Task Another_agency_sees_only_its_own_classes()
    {
        var other = await Application.NewAgencyAsync();
        (await other.Admin.GetAsync<ShowDue.Answer>("/api/due?on=2026-08-01")).Classes.Should().BeEmpty();
    }

    private Task<ShowDue.Answer> DueAsync(string? on) => agency.Admin.GetAsync<ShowDue.Answer>(on is null ? "/api/due" : $"/api/due?on={on}");
}
