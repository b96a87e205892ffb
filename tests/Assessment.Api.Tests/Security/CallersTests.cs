using System.Globalization;
using Assessment.Api.Features.Demo;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Security;

public sealed class CallersTests : ApplicationTests
{
    [Test]
    public async Task A_revoked_key_opens_nothing()
    {
        var agency = await Application.NewAgencyAsync();
        var key = StaffKey.Read(agency.AdminKey)!.Value;
        await Application.Services.GetRequiredService<Database>().WriteAsync(
            session => new KeyStore(session).Revoke(key.AgencyId, key.KeyNo, AssessmentApplication.FirstDay));
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/keys", new { role = "trainer", label = "Key" }))).Status.Should().Be(401);
    }

    [TestCase("0.1")]
    [TestCase("0.1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("one.two.three")]
    public async Task A_key_that_was_never_given_opens_nothing(string key) =>
        (await Problem.OfAsync(Application.Nobody.WithKey(key).PostAsync("/api/agencies"))).Status.Should().Be(401);

    [Test]
    public async Task A_ticket_expires_and_a_changed_ticket_opens_nothing()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(1);
        var attempt = await people.StartAsync(await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Scale)));
        var parts = attempt.Ticket.Split('.');
        var next = int.Parse(parts[1], CultureInfo.InvariantCulture) + 1;
        (await ShownAsync(Application.Nobody.WithTicket($"{parts[0]}.{next}.{parts[2]}"), attempt)).Status.Should().Be(401);
        Application.Clock.Set(AssessmentApplication.FirstDay.AddHours(25));
        (await ShownAsync(attempt.Holder, attempt)).Status.Should().Be(401);
    }

    private static Task<Problem> ShownAsync(ApiClient caller, AssessmentApplicationAttempt attempt) =>
        Problem.OfAsync(caller.SendAsync(HttpMethod.Get, $"/api/attempts/{attempt.Id}"));
}
