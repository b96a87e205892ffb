using Assessment.Api.Features.Deliveries;
using Assessment.Api.Features.Partners;
using Assessment.Api.Features.Trainers;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Deliveries;

public sealed class ShowAdherenceTests : ApplicationTests
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
    public async Task Both_observers_are_counted_apart()
    {
        (await ShowAsync()).Trainer.Should().BeNull("nobody has judged yet");
        await JudgeAsync("trainer", "full");
        await JudgeAsync("independent", "no");

        var shown = await ShowAsync();
        shown.Trainer.Should().Be(new ShowAdherence.Counted(2, 2, 1));
        shown.Independent.Should().Be(new ShowAdherence.Counted(2, 1, 0.5));
        shown.Elements.Select(element => (element.Number, element.Trainer!.Delivered, element.Independent!.Delivered))
            .Should().Equal((1, "full", "full"), (2, "full", "no"));
    }

    // The class lasts from 2026-03-02 to 2026-03-03.
    [TestCase("2024-03-01", "2026-03-03", "lead", "valid")]
    [TestCase("2024-03-01", null, "lead", "valid")]
    [TestCase("2024-03-01", "2026-03-02", "lead", "expired")]
    [TestCase("2026-03-02", null, "co-trainer", "valid")]
    [TestCase(null, null, "lead", "none")]
    [TestCase(null, null, "guest", "not-needed")]
    public async Task A_trainer_needs_a_credential_valid_on_every_day(string? issued, string? expires, string part, string standing)
    {
        var trainer = await AddTrainerAsync();
        if (issued is not null) await CredentialAsync(trainer, "training-of-trainers", issued, expires);
        await AssignAsync(trainer, part);

        var shown = await ShowAsync();
        shown.Trainers.Should().ContainSingle().Which.Credential.Should().Be(standing);
        shown.WithoutValidCredential.Should().Equal(standing is "valid" or "not-needed" ? [] : [trainer]);
    }

    [Test]
    public async Task A_training_taken_after_the_class_began_does_not_count_for_it()
    {
        var trainer = await AddTrainerAsync();
        Application.Clock.Set(AssessmentApplication.FirstDay.AddDays(1));
        await CredentialAsync(trainer, "training-of-trainers", "2026-03-03", null);
        await AssignAsync(trainer, "lead");
        (await ShowAsync()).Trainers[0].Credential.Should().Be("not-yet");
    }

    [Test]
    public async Task Continuing_education_alone_is_no_credential()
    {
        var trainer = await AddTrainerAsync();
        await CredentialAsync(trainer, "continuing-education", "2026-01-01", null);
        await AssignAsync(trainer, "lead");
        (await ShowAsync()).Trainers[0].Credential.Should().Be("none");
    }

    [Test]
    public async Task A_class_counts_as_certified_by_course_and_trainers()
    {
        (await ShowAsync()).NotCertifiedBecause.Should().Equal("no-trainer");
        var trainer = await AddTrainerAsync();
        await AssignAsync(trainer, "guest");
        (await ShowAsync()).NotCertifiedBecause.Should().Equal(["no-trainer"], "a guest gives no course");
        await AssignAsync(trainer, "lead");
        (await ShowAsync()).NotCertifiedBecause.Should().Equal("trainer-without-credential");
        await CredentialAsync(trainer, "training-of-trainers", "2025-03-01", null);
        (await ShowAsync()).NotCertifiedBecause.Should().BeEmpty("the course is certified since 2025-01-01");

        var early = await agency.Admin.PostAsync<AddDelivery.Answer>(
            "/api/deliveries", new { courseId = await agency.CourseAsync(), title = "Before", startsOn = "2024-12-30", endsOn = "2024-12-31" });
        (await agency.Admin.GetAsync<ShowAdherence.Answer>($"/api/deliveries/{early.DeliveryId}/adherence")).NotCertifiedBecause
            .Should().Equal("course-not-certified", "no-trainer");
    }

    [Test]
    public async Task Partners_are_shown_with_minutes_and_lived_experience()
    {
        var partner = (await agency.Admin.PostAsync<AddPartner.Answer>("/api/partners", new { name = "Peers", kind = "lived-experience", since = "2025-01-01" })).PartnerId;
        var address = $"/api/deliveries/{people.Id}/partners/{partner}";
        await agency.Admin.PutAsync<RecordPartnerSession.Answer>(address, new { part = "Panel", minutes = 45, livedExperience = false });
        await agency.Admin.PutAsync<RecordPartnerSession.Answer>(address, new { part = "Panel", minutes = 60, livedExperience = true });
        await agency.Admin.PutAsync<RecordPartnerSession.Answer>(address, new { part = "Panel", minutes = 60, livedExperience = true });

        (await ShowAsync()).Partners.Should().Equal(new ShowAdherence.Partner(partner, "Peers", "lived-experience", "Panel", 60, true));
        (await Application.AuditedAsync(agency, "record.partner-session")).Should().Be(2);
    }

    [Test]
    public async Task Another_agency_finds_no_such_class_trainer_or_partner()
    {
        var other = await Application.NewAgencyAsync();
        var trainer = await AddTrainerAsync();
        (await Problem.OfAsync(other.Admin.SendAsync(HttpMethod.Get, Address))).Code.Should().Be("not-found");
        var theirs = await other.ClassAsync(1);
        (await Problem.OfAsync(other.Admin.PutAsync($"/api/deliveries/{theirs.Id}/trainers/{trainer}", new { part = "lead", minutes = 1 }))).Code.Should().Be("not-found");
        (await Problem.OfAsync(other.Admin.PostAsync($"/api/trainers/{trainer}/credentials", Credential("training-of-trainers", "2026-01-01", null)))).Code.Should().Be("not-found");
        (await Application.AuditedAsync(other, "assign.trainer")).Should().Be(0);
    }

    private string Address => $"/api/deliveries/{people.Id}/adherence";

    private Task<ShowAdherence.Answer> ShowAsync() => agency.Admin.GetAsync<ShowAdherence.Answer>(Address);

    private Task<RecordAdherence.Answer> JudgeAsync(string observer, string second) => agency.Admin.PutAsync<RecordAdherence.Answer>(Address, new
    {
        observer, elements = new object[] { new { number = 1, delivered = "full" }, new { number = 2, delivered = second, reason = "Seen so." } },
    });

    private async Task<Guid> AddTrainerAsync() =>
        (await agency.Admin.PostAsync<AddTrainer.Answer>("/api/trainers", new { name = "T. Example", background = "officer" })).TrainerId;

    private static object Credential(string kind, string completedOn, string? expiresOn) =>
        new { kind, course = "Training of trainers", issuer = "Example Academy", completedOn, expiresOn, minutes = 2400 };

    private Task<AddCredential.Answer> CredentialAsync(Guid trainer, string kind, string completedOn, string? expiresOn) =>
        agency.Admin.PostAsync<AddCredential.Answer>($"/api/trainers/{trainer}/credentials", Credential(kind, completedOn, expiresOn));

    private Task<AssignTrainer.Answer> AssignAsync(Guid trainer, string part) =>
        agency.Admin.PutAsync<AssignTrainer.Answer>($"/api/deliveries/{people.Id}/trainers/{trainer}", new { part, minutes = 480 });
}
