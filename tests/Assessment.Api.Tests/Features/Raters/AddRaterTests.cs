using Assessment.Api.Features.Raters;

namespace Assessment.Api.Tests.Features.Raters;

public sealed class AddRaterTests : ApplicationTests
{
    [Test]
    public async Task A_rater_is_listed_in_the_own_agency_alone()
    {
        var (agency, other) = (await Application.NewAgencyAsync(), await Application.NewAgencyAsync());
        var id = (await agency.Admin.PostAsync<AddRater.Answer>("/api/raters", Body(keyNumber: 1))).RaterId;

        (await agency.Admin.GetAsync<ListRaters.Answer>("/api/raters")).Raters.Should().Equal(new ListRaters.Rater(id, "coder", "Coder 1", 1));
        (await other.Admin.GetAsync<ListRaters.Answer>("/api/raters")).Raters.Should().BeEmpty();
        (await Application.AuditedAsync(agency, "add.rater")).Should().Be(1);
    }

    [Test]
    public async Task A_key_is_one_rater_s_and_must_be_there()
    {
        var agency = await Application.NewAgencyAsync();
        await agency.Admin.PostAsync<AddRater.Answer>("/api/raters", Body(keyNumber: 1));
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/raters", Body(keyNumber: 1)))).Code.Should().Be("already-there");
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/raters", Body(keyNumber: 99)))).Code.Should().Be("not-found");
        (await Application.AuditedAsync(agency, "add.rater")).Should().Be(1);
    }

    private static object Body(int? keyNumber) => new { kind = "coder", label = "Coder 1", keyNumber };
}
