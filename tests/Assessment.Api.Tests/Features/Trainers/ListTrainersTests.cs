using Assessment.Api.Features.Trainers;

namespace Assessment.Api.Tests.Features.Trainers;

public sealed class ListTrainersTests : ApplicationTests
{
    private static readonly object Person = new { name = "T. Example", background = "lived-experience" };

    [Test]
    public async Task A_trainer_is_listed_with_credentials_in_the_own_agency_alone()
    {
        var (agency, other) = (await Application.NewAgencyAsync(), await Application.NewAgencyAsync());
        var id = (await agency.Admin.PostAsync<AddTrainer.Answer>("/api/trainers", Person)).TrainerId;
        (await agency.Admin.PostAsync<AddCredential.Answer>($"/api/trainers/{id}/credentials", Credential())).Number.Should().Be(1);
        (await agency.Admin.PostAsync<AddCredential.Answer>($"/api/trainers/{id}/credentials", Credential())).Number.Should().Be(2);

        var trainer = (await agency.Admin.GetAsync<ListTrainers.Answer>("/api/trainers")).Trainers.Should().ContainSingle().Subject;
        trainer.Should().BeEquivalentTo(new { TrainerId = id, Name = "T. Example", Background = "lived-experience" });
        trainer.Credentials[0].Should().Be(new ListTrainers.Credential(
            1, "training-of-trainers", "Regional training", "COPS Office", new DateOnly(2026, 1, 10), new DateOnly(2029, 1, 9), 2400));
        (await other.Admin.GetAsync<ListTrainers.Answer>("/api/trainers")).Trainers.Should().BeEmpty();
        (await Application.AuditedAsync(agency, "add.trainer")).Should().Be(1);
        (await Application.AuditedAsync(agency, "add.credential")).Should().Be(2);
    }

    [TestCase("2026-01-09")]
    [TestCase("2026-01-10", "2026-03-03")]
    public async Task A_credential_out_of_time_is_refused_and_not_audited(string expiresOn, string completedOn = "2026-01-10")
    {
        var agency = await Application.NewAgencyAsync();
        var id = (await agency.Admin.PostAsync<AddTrainer.Answer>("/api/trainers", Person)).TrainerId;
        (await Problem.OfAsync(agency.Admin.PostAsync($"/api/trainers/{id}/credentials", Credential(completedOn, expiresOn)))).Code.Should().Be("request-contradicts");
        (await Application.AuditedAsync(agency, "add.credential")).Should().Be(0);
    }

    private static object Credential(string completedOn = "2026-01-10", string expiresOn = "2029-01-09") =>
        new { kind = "training-of-trainers", course = "Regional training", issuer = "COPS Office", completedOn, expiresOn, minutes = 2400 };
}
