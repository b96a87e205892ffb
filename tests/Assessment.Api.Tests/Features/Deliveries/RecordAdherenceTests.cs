using Assessment.Api.Features.Demo;
using Assessment.Api.Features.Deliveries;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Deliveries;

public sealed class RecordAdherenceTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(1);
    }

    [Test]
    public async Task A_trainer_records_the_checklist_with_reasons()
    {
        var trainer = await agency.KeyAsync("trainer");
        (await trainer.PutAsync<RecordAdherence.Answer>(Address, Body())).Should().Be(new RecordAdherence.Answer(2, 1));
        (await Application.AuditedAsync(agency, "record.adherence")).Should().Be(1);
    }

    [Test]
    public async Task The_same_list_again_changes_nothing_and_another_needs_a_reason()
    {
        await agency.Admin.PutAsync<RecordAdherence.Answer>(Address, Body());
        await agency.Admin.PutAsync<RecordAdherence.Answer>(Address, Body());
        (await RefusedAsync(agency.Admin, Body(second: "no"))).Code.Should().Be("request-contradicts");
        (await Application.AuditedAsync(agency, "record.adherence")).Should().Be(1);

        await agency.Admin.PutAsync<RecordAdherence.Answer>(Address, Body(second: "no", correction: "Typed the wrong line."));
        (await Application.AuditAsync(agency))[^1].Should().BeEquivalentTo(new { Action = "record.adherence", Reason = "Typed the wrong line." });
        (await agency.Admin.GetAsync<ShowAdherence.Answer>(Address)).Elements[1].Trainer!.Delivered.Should().Be("no");
    }

    [Test]
    public async Task An_element_not_in_full_without_a_reason_is_refused_and_not_audited()
    {
        (await RefusedAsync(agency.Admin, Body(reason: null))).Code.Should().Be("request-contradicts");
        (await Application.AuditedAsync(agency, "record.adherence")).Should().Be(0);
    }

    [TestCase(1, 1)]
    [TestCase(1, 3)]
    public async Task A_list_that_does_not_name_each_element_once_is_refused(int first, int second) =>
        (await RefusedAsync(agency.Admin, new { observer = "trainer", elements = new[] { new { number = first, delivered = "full" }, new { number = second, delivered = "full" } } }))
            .Code.Should().Be("request-contradicts");

    [Test]
    public async Task Another_agency_finds_no_such_class()
    {
        var other = await Application.NewAgencyAsync();
        (await RefusedAsync(other.Admin, Body())).Code.Should().Be("not-found");
        (await Application.AuditedAsync(other, "record.adherence")).Should().Be(0);
    }

    private string Address => $"/api/deliveries/{people.Id}/adherence";

    private static object Body(string second = "partial", string? reason = "Ran out of time.", string? correction = null) => new
    {
        observer = "trainer",
        elements = new object[] { new { number = 2, delivered = second, reason }, new { number = 1, delivered = "full" } },
        correctionReason = correction,
    };

    private Task<Problem> RefusedAsync(ApiClient caller, object body) => Problem.OfAsync(caller.PutAsync(Address, body));
}
