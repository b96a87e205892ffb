using Assessment.Api.Features.Agencies;

namespace Assessment.Api.Tests.Features.Agencies;

public sealed class AddAgencyTests : ApplicationTests
{
    private static readonly object Strength = new { asOf = "2026-01-01", officersEmployed = 40, fte = 38.5, cmhpEmployed = 1, cmhpAgreement = 2 };

    [Test]
    public async Task A_new_agency_gets_a_working_key_for_its_administrator()
    {
        var body = new { name = "Example Sheriff's Office", kind = "law-enforcement", ori = "OH0010000", state = "OH", strength = Strength };
        var added = await Application.Operator.PostAsync<AddAgency.Answer>("/api/agencies", body);
        using var made = await Application.Nobody.WithKey(added.AdminKey).PostAsync("/api/keys", new { role = "trainer", label = "Trainer" });
        made.IsSuccessStatusCode.Should().BeTrue();
        (await Problem.OfAsync(Application.Operator.PostAsync("/api/agencies", body))).Should().BeEquivalentTo(new { Status = 409, Code = "already-there" });
    }

    [TestCase("ori", "OH1")]
    [TestCase("state", "Ohio")]
    [TestCase("kind", "club")]
    public async Task A_field_that_does_not_fit_is_named(string field, string value)
    {
        var body = new Dictionary<string, object> { ["name"] = "Example", ["kind"] = "academy", [field] = value };
        var problem = await Problem.OfAsync(Application.Operator.PostAsync("/api/agencies", body));
        problem.Status.Should().Be(400);
        problem.Text.Should().ContainEquivalentOf($"\"{field}\"");
    }
}
