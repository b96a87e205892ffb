using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features.Agencies;

public sealed class AddKeyTests : ApplicationTests
{
    [Test]
    public async Task Only_a_hash_of_the_key_is_stored()
    {
        var agency = await Application.NewAgencyAsync();
        var key = StaffKey.Read(await agency.KeyTextAsync(Role.Trainer))!.Value;
        var stored = await Application.Services.GetRequiredService<Database>()
            .ReadAsync(session => new KeyStore(session).Find(key.AgencyId, key.KeyNo));
        stored!.Role.Should().Be(Role.Trainer);
        stored.SecretHash.Should().Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key.Secret)));
    }

    [TestCase("operator")]
    [TestCase("wizard")]
    public async Task A_role_that_an_agency_cannot_give_is_refused(string role)
    {
        var agency = await Application.NewAgencyAsync();
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/keys", new { role, label = "Key" }))).Status.Should().Be(400);
    }
}
