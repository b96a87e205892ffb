using Assessment.Api.Features.Forms;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Forms;

public sealed class PublishFormTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;

    [SetUp]
    public async Task NewAgency() => agency = await Application.NewAgencyAsync();

    [Test]
    public async Task Publishing_twice_is_refused_because_the_version_is_frozen()
    {
        var form = await agency.PublishAsync(AssessmentApplicationForms.Scale);
        (await Problem.OfAsync(agency.Admin.PostAsync($"/api/forms/{form}/publish"))).Should().BeEquivalentTo(new { Status = 409, Code = "form-frozen" });
    }

    [Test]
    public async Task A_form_of_another_agency_looks_like_none()
    {
        var form = await agency.ImportAsync(AssessmentApplicationForms.Scale);
        var other = await Application.NewAgencyAsync();
        (await Problem.OfAsync(other.Admin.PostAsync($"/api/forms/{form}/publish"))).Should().BeEquivalentTo(new { Status = 404, Code = "not-found" });
        (await agency.Admin.PostAsync<PublishForm.Answer>($"/api/forms/{form}/publish")).Version.Should().Be(1);
    }

    [Test]
    public async Task A_form_of_another_agency_may_be_given_only_when_it_is_shared()
    {
        var own = await agency.PublishAsync(AssessmentApplicationForms.Scale);
        var shared = await agency.Admin.PostAsync<ImportForm.Answer>(
            "/api/forms?shared=true", AssessmentApplicationForms.File(AssessmentApplicationForms.Knowledge("A")));
        (await agency.Admin.PostAsync($"/api/forms/{shared.FormId}/publish")).EnsureSuccessStatusCode();
        var other = await (await Application.NewAgencyAsync()).ClassAsync(1);
        var address = $"/api/deliveries/{other.Id}/administrations";
        (await Problem.OfAsync(other.Agency.Admin.PostAsync(address, new { wave = "pre", forms = new[] { own } }))).Code.Should().Be("not-found");
        (await other.OpenAsync("pre", shared.FormId)).JoinCode.Should().HaveLength(6);
    }

    [Test]
    public async Task A_draft_after_a_published_version_does_not_change_what_is_given()
    {
        var form = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"));
        await agency.ImportAsync(AssessmentApplicationForms.Knowledge("A").Replace("A leaflet", "A flyer", StringComparison.Ordinal));
        var people = await agency.ClassAsync(1);
        var attempt = await people.StartAsync(await people.OpenAsync("pre", form));
        attempt.Form.Items[3].Options![1].Text.Should().Be("A leaflet");
    }
}
