using System.Net;
using System.Text.RegularExpressions;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Ratings;

/// <summary>A trainer observes on the pages.</summary>
public sealed class ObservePageTests : ApplicationTests
{
    private AssessmentApplicationClass people = null!;
    private StaffMember trainer = null!;
    private PageClient browser = null!;

    [SetUp]
    public async Task NewClass()
    {
        var agency = await Application.NewAgencyAsync();
        (people, trainer) = (await agency.ClassAsync(2), await StaffMember.AddAsync(Application, agency, "trainer"));
        browser = await trainer.BrowserAsync(Application);
    }

    [TearDown]
    public void Close() => browser.Dispose();

    [Test]
    public async Task A_trainer_finds_the_exercise_watches_a_number_and_rates()
    {
        var door = await people.OpenAsync("post", await people.Agency.PublishAsync(AssessmentApplicationForms.Essay("training")));
        var address = $"/observe/{door.AdministrationId}";
        (await browser.GetAsync("/ratings")).Html.Should().Contain(address).And.Contain("Scenario exercise, Class");
        var page = await browser.GetAsync(address);
        var rubric = await browser.PostAsync(address, ("attempt", Attempt(page)), ("number", "2"));
        rubric.Path.Should().Be($"/ratings/{Attempt(page)}/e1");
        rubric.Html.Should().Contain("Rate an observed scenario").And.Contain("number 2 on the roster").And.Contain("rate what you saw");
        (await browser.PostAsync(rubric.Path, ("level-listening", "3"), ("level-options", "2"))).Path.Should().StartWith(rubric.Path);
        (await browser.GetAsync(address)).Html.Should().Contain(rubric.Path).And.Contain("rated").And.NotContain("<option value=\"2\">");
        (await Application.ReadAsync(session => session.List<int>("SELECT points FROM score_sheet WHERE agency_id = @Number", new { people.Agency.Number })))
            .Should().Equal(3 * 12_600);
        (await browser.PostAsync(address, ("attempt", Attempt(page)), ("number", "1"))).Html.Should().Contain("the id is in use");
        (await browser.PostAsync(address, ("attempt", Attempt(page)), ("number", "7"))).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_research_scenario_waits_for_consent_and_tells_no_number_in_the_list()
    {
        var door = await people.OpenAsync("pre", await people.Agency.PublishAsync(AssessmentApplicationForms.Essay()));
        var address = $"/observe/{door.AdministrationId}";
        var page = await browser.GetAsync(address);
        (await browser.PostAsync(address, ("attempt", Attempt(page)), ("number", "1"))).Html.Should().Contain("The decision about consent is missing");
        await people.StartAsync(await people.OpenAsync("pre", await people.Agency.PublishAsync(AssessmentApplicationForms.Scale)));
        (await browser.PostAsync(address, ("attempt", Attempt(page)), ("number", "1"))).Path.Should().StartWith("/ratings/");
        (await browser.GetAsync("/ratings")).Html.Should().Contain("Observed scenario").And.NotContain("on the roster").And.NotContain(people.People[0].ParticipantId.ToString());
    }

    [Test]
    public async Task Another_agencys_exercise_is_not_found_a_closed_one_says_so_and_other_roles_are_kept_out()
    {
        var door = await people.OpenAsync("post", await people.Agency.PublishAsync(AssessmentApplicationForms.Essay("training")));
        var address = $"/observe/{door.AdministrationId}";
        using var stranger = await (await StaffMember.AddAsync(Application, await Application.NewAgencyAsync(), "trainer")).BrowserAsync(Application);
        (await stranger.GetAsync(address)).Status.Should().Be(HttpStatusCode.NotFound);
        (await stranger.PostAsync(address, ("attempt", Guid.NewGuid().ToString()), ("number", "1"))).Status.Should().Be(HttpStatusCode.NotFound);
        using var supervisor = await (await StaffMember.AddAsync(Application, people.Agency, "supervisor")).BrowserAsync(Application);
        (await supervisor.GetAsync(address)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await people.Agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
        (await browser.GetAsync(address)).Html.Should().Contain("Nothing can be observed here now");
        var knowledge = await people.OpenAsync("pre", await people.Agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
        (await browser.GetAsync("/ratings")).Html.Should().NotContain(knowledge.AdministrationId.ToString(), "people answer that form themselves");
    }

    private static string Attempt(ShownPage page) => Regex.Match(page.Html, "name=\"attempt\" value=\"([^\"]+)\"").Groups[1].Value;
}
