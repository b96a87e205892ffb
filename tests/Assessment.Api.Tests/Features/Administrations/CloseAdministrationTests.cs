using System.Net;
using Assessment.Api.Features.Administrations;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Administrations;

public sealed class CloseAdministrationTests : ApplicationTests
{
    [Test]
    public async Task Closing_twice_is_no_error()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(1);
        var door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Scale));
        for (var i = 0; i < 2; i++)
        {
            using var closed = await agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close");
            closed.StatusCode.Should().Be(HttpStatusCode.NoContent);
        }

        (await agency.Admin.GetAsync<ShowAdministration.Answer>($"/api/administrations/{door.AdministrationId}")).Open.Should().BeFalse();
    }
}
