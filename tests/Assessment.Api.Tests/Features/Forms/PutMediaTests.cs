using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Assessment.Api.Tests.Features.Attempts;

namespace Assessment.Api.Tests.Features.Forms;

/// <summary>Pictures and videos from upload to the participant's device.</summary>
public sealed class PutMediaTests : ApplicationTests
{
    [Test]
    public async Task A_form_is_published_only_with_every_file_it_names_and_is_frozen_with_them()
    {
        var agency = await Application.NewAgencyAsync();
        var form = await agency.ImportAsync(FormViewTests.Json);
        var missing = await Problem.OfAsync(agency.Admin.PostAsync($"/api/forms/{form}/publish"));
        (missing.Code, missing.Places).Should().BeEquivalentTo(("form-invalid", new[] { "man.png" }));
        (await Problem.OfAsync(agency.PutMediaAsync(form, "woman.png"))).Code.Should().Be("form-invalid");
        (await agency.PutMediaAsync(form, "man.png")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await agency.Admin.PostAsync($"/api/forms/{form}/publish")).EnsureSuccessStatusCode();
        (await Problem.OfAsync(agency.PutMediaAsync(form, "man.png"))).Code.Should().Be("form-frozen");
        var other = await Application.NewAgencyAsync();
        (await Problem.OfAsync(other.PutMediaAsync(form, "man.png"))).Code.Should().Be("not-found");
    }

    [Test]
    public async Task A_participant_gets_the_files_of_the_own_form_whole_or_in_parts()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(2);
        var door = await people.OpenAsync("pre", await agency.PublishAsync(FormViewTests.Json, "man.png"));
        var (attempt, other) = (await people.StartAsync(door, 0), await people.StartAsync(door, 1));
        Encoding.UTF8.GetString(await attempt.Holder.GetBytesAsync($"/api/attempts/{attempt.Id}/media/man.png")).Should().Be("man.png");
        (await Problem.OfAsync(attempt.Holder.SendAsync(HttpMethod.Get, $"/api/attempts/{attempt.Id}/media/woman.png"))).Code.Should().Be("not-found");
        (await Problem.OfAsync(other.Holder.SendAsync(HttpMethod.Get, $"/api/attempts/{attempt.Id}/media/man.png"))).Code.Should().Be("not-found");

        using var http = new HttpClient { BaseAddress = Application.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/attempts/{attempt.Id}/media/man.png");
        request.Headers.Authorization = new AuthenticationHeaderValue("Ticket", attempt.Ticket);
        request.Headers.Range = new RangeHeaderValue(0, 2);
        using var part = await http.SendAsync(request);
        (part.StatusCode, part.Content.Headers.ContentType?.MediaType, await part.Content.ReadAsStringAsync()).Should().Be(
            (HttpStatusCode.PartialContent, "image/png", "man"));
    }
}
