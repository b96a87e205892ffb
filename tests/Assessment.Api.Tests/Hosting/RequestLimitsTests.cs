using Assessment.Testing;

namespace Assessment.Api.Tests.Hosting;

public sealed class RequestLimitsTests : ApplicationTests
{
    [Test]
    public async Task A_body_above_the_limit_is_413()
    {
        var agency = await Application.NewAgencyAsync();
        var label = new string('x', 65 * 1024);
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/keys", new { role = "trainer", label }))).Status.Should().Be(413);
    }

    [Test]
    public async Task An_upload_may_be_larger_than_other_bodies_but_not_above_its_own_limit()
    {
        var agency = await Application.NewAgencyAsync();
        var padded = AssessmentApplicationForms.Scale + new string(' ', 200 * 1024);
        (await agency.ImportAsync(padded)).Should().NotBeEmpty();
        using var http = new HttpClient { BaseAddress = Application.Address };
        using var huge = new HttpRequestMessage(HttpMethod.Post, "/api/forms") { Content = AssessmentApplicationForms.File(new string(' ', 4097 * 1024)) };
        huge.Headers.Authorization = new("Bearer", agency.AdminKey);
        huge.Headers.ExpectContinue = true;
        (await Problem.OfAsync(http.SendAsync(huge))).Status.Should().Be(413);
    }

    [Test]
    public async Task Another_media_type_is_415_and_no_JSON_is_400()
    {
        var agency = await Application.NewAgencyAsync();
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/keys", new StringContent("role=trainer")))).Status.Should().Be(415);
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/keys", AssessmentApplicationForms.File("{")))).Status.Should().Be(400);
    }
}
