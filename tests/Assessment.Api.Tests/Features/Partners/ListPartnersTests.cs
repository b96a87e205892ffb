using Assessment.Api.Features.Deliveries;
using Assessment.Api.Features.Partners;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Partners;

public sealed class ListPartnersTests : ApplicationTests
{
    [Test]
    public async Task A_partner_is_listed_in_the_own_agency_alone()
    {
        var (agency, other) = (await Application.NewAgencyAsync(), await Application.NewAgencyAsync());
        var id = (await agency.Admin.PostAsync<AddPartner.Answer>("/api/partners", Body())).PartnerId;

        (await agency.Admin.GetAsync<ListPartners.Answer>("/api/partners")).Partners
            .Should().Equal(new ListPartners.Partner(id, "County Mental Health", "mental-health", new DateOnly(2020, 1, 1), null));
        (await other.Admin.GetAsync<ListPartners.Answer>("/api/partners")).Partners.Should().BeEmpty();
        (await Application.AuditedAsync(agency, "add.partner")).Should().Be(1);
    }

    [Test]
    public async Task A_partner_that_ends_before_it_begins_is_refused_and_not_audited()
    {
        var agency = await Application.NewAgencyAsync();
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/partners", Body("2019-12-31")))).Code.Should().Be("request-contradicts");
        (await Application.AuditedAsync(agency, "add.partner")).Should().Be(0);
    }

    [Test]
    public async Task A_session_outside_the_time_of_a_partner_and_one_of_another_agency_are_refused()
    {
        var (agency, other) = (await Application.NewAgencyAsync(), await Application.NewAgencyAsync());
        var people = await agency.ClassAsync(1);
        var ended = (await agency.Admin.PostAsync<AddPartner.Answer>("/api/partners", Body("2026-03-01"))).PartnerId;
        var theirs = (await other.Admin.PostAsync<AddPartner.Answer>("/api/partners", Body())).PartnerId;

        (await SessionAsync(agency, people, ended)).Code.Should().Be("request-contradicts");
        (await SessionAsync(agency, people, theirs)).Code.Should().Be("not-found");
        (await Application.AuditedAsync(agency, "record.partner-session")).Should().Be(0);
    }

    private static Task<Problem> SessionAsync(AssessmentApplicationAgency agency, AssessmentApplicationClass people, Guid partner) =>
        Problem.OfAsync(agency.Admin.PutAsync($"/api/deliveries/{people.Id}/partners/{partner}", new RecordPartnerSession.Request("Panel", 30, true)));

    private static object Body(string? until = null) => new { name = "County Mental Health", kind = "mental-health", since = "2020-01-01", until };
}
