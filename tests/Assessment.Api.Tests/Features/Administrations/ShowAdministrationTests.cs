using Assessment.Api.Features.Administrations;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Administrations;

public sealed class ShowAdministrationTests : ApplicationTests
{
    [Test]
    public async Task Counts_of_people_and_whether_the_door_is_open()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(3);
        var door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
        await people.TakeAsync(door, 0, right: true);
        await people.StartAsync(door, 1);
        var trainer = await agency.KeyAsync("trainer");
        var shown = await trainer.GetAsync<ShowAdministration.Answer>($"/api/administrations/{door.AdministrationId}");
        shown.Should().Be(new ShowAdministration.Answer(door.AdministrationId, "pre", true, Enrolled: 3, Started: 2, Submitted: 1, Waits: false));
    }

    [Test]
    public async Task Another_agency_sees_and_closes_nothing()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(1);
        var door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Scale));
        var other = (await Application.NewAgencyAsync()).Admin;
        var address = $"/api/administrations/{door.AdministrationId}";
        (await Problem.OfAsync(other.SendAsync(HttpMethod.Get, address))).Code.Should().Be("not-found");
        (await Problem.OfAsync(other.PostAsync($"{address}/close"))).Code.Should().Be("not-found");
        (await agency.Admin.GetAsync<ShowAdministration.Answer>(address)).Open.Should().BeTrue();
    }
}
