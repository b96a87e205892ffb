using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Demo;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Administrations;

public sealed class TakeHandoverTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!;
    private AssessmentApplicationAttempt attempt = null!;

    private string Address => $"/api/administrations/{door.AdministrationId}/handovers";

    [SetUp]
    public async Task Start()
    {
        Application.Clock.Set(AssessmentApplication.FirstDay);
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(2);
        door = await people.OpenAsync("pre", [await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"))], new { timeLimitMinutes = 30 });
        attempt = await people.StartAsync(door);
    }

    [Test]
    public async Task Answers_of_the_file_are_saved_by_the_rules_of_an_upload()
    {
        (await attempt.SaveAsync("a1", "a", 3)).EnsureSuccessStatusCode();
        (await attempt.SaveAsync("a4", "a", 2, device: "phone")).EnsureSuccessStatusCode();
        var file = await SealedFile.OfAsync(
            Application, attempt, Answer("a1", "b", 2), Answer("a2", new[] { "a", "c" }, 1), Answer("a3", null, 1), Answer("a4", "b", 5), Answer("a9", "x", 1));

        var taken = await TakeAsync(agency.Admin, file);
        (taken.AttemptId, taken.Saved, taken.Superseded).Should().Be((attempt.Id, 2, 1));
        taken.Refused.Select(one => (one.Code, one.Answers)).Should().BeEquivalentTo([("stale-revision", 1), ("item-not-on-form", 1)]);
        (await attempt.ShowAsync()).Responses.Select(one => (one.Item, one.Value, one.Revision))
            .Should().BeEquivalentTo([("a1", (string?)"a", 3L), ("a2", "a|c", 1L), ("a3", null, 1L), ("a4", "a", 2L)]);
        (await TakeAsync(agency.Admin, file)).Should().BeEquivalentTo(taken, "the same file may come twice");
    }

    [Test]
    public async Task The_ticket_in_the_file_proves_whose_answers_they_are_also_when_it_has_expired()
    {
        var other = await people.StartAsync(door, 1);
        var numbers = attempt.Ticket.Split('.');
        foreach (var ticket in new[] { string.Join('.', numbers[0], numbers[1], other.Ticket.Split('.')[2]), numbers[0] + "." + numbers[1] + ".AAAAAAAAAAAAAAAAAAAAAA", "" })
        {
            var forged = await SealedFile.OfAsync(Application, new { attempt = attempt.Id, ticket, device = "tablet", answers = new[] { Answer("a1", "b", 1) } });
            (await Problem.OfAsync(SendAsync(agency.Admin, forged))).Code.Should().Be("handover-unreadable");
        }

        Application.Clock.Set(AssessmentApplication.FirstDay.AddDays(2));
        (await agency.Admin.PostAsync($"/api/attempts/{attempt.Id}/extra-time", new { minutes = 5 })).EnsureSuccessStatusCode();
        (await TakeAsync(agency.Admin, await SealedFile.OfAsync(Application, attempt, Answer("a1", "b", 1)))).Saved.Should().Be(1);
    }

    [Test]
    public async Task After_the_end_the_answers_wait_until_the_attempt_is_reopened()
    {
        var file = await SealedFile.OfAsync(Application, attempt, Answer("a1", "b", 1), Answer("a2", new[] { "a" }, 1));
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMinutes(41));
        (await TakeAsync(agency.Admin, file)).Refused.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Code = "time-expired", Answers = 2 });
        (await agency.Admin.PostAsync($"/api/attempts/{attempt.Id}/reopen", new { minutes = 5 })).EnsureSuccessStatusCode();
        (await TakeAsync(agency.Admin, file)).Saved.Should().Be(2);
    }

    [Test]
    public async Task A_changed_file_another_installation_another_administration_and_another_agency_are_refused()
    {
        var file = await SealedFile.OfAsync(Application, attempt, Answer("a1", "b", 1));
        var changed = (byte[])file.Clone();
        changed[^6] ^= 1;
        (await Problem.OfAsync(SendAsync(agency.Admin, changed))).Should().BeEquivalentTo(new { Status = 422, Code = "handover-unreadable" });
        (await Problem.OfAsync(SendAsync(agency.Admin, []))).Code.Should().Be("handover-unreadable");
        await using var elsewhere = await AssessmentApplication.StartAsync();
        (await Problem.OfAsync(SendAsync(agency.Admin, await SealedFile.OfAsync(elsewhere, attempt, Answer("a1", "b", 1))))).Code.Should().Be("handover-unreadable");

        var second = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A", "second", "training")));
        (await Problem.OfAsync(SendAsync(agency.Admin, file, $"/api/administrations/{second.AdministrationId}/handovers"))).Code.Should().Be("request-contradicts");
        var foreign = await Application.NewAgencyAsync();
        (await Problem.OfAsync(SendAsync(foreign.Admin, file))).Code.Should().Be("not-found");
        (await Problem.OfAsync(SendAsync(await agency.KeyAsync("supervisor"), file))).Status.Should().Be(403);
        (await attempt.ShowAsync()).Responses.Should().BeEmpty();
    }

    [Test]
    public async Task The_trainer_who_carries_it_learns_counts_alone_and_it_is_in_the_audit()
    {
        var trainer = await agency.KeyAsync("trainer");
        using var answer = await SendAsync(trainer, await SealedFile.OfAsync(Application, attempt, Answer("a1", "b", 1), Answer("a2", "no such option", 1)));
        var text = await answer.Content.ReadAsStringAsync();
        text.Should().NotContainAny("\"a1\"", "\"a2\"", "no such option", "\"b\"", attempt.Ticket);
        (await Application.AuditAsync(agency)).Should().ContainSingle(entry => entry.Action == "take.handover")
            .Which.Should().BeEquivalentTo(new { ObjectId = attempt.Id.ToString("D"), Role = "trainer", Reason = (string?)null });
    }

    [Test]
    public async Task The_key_outlives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("assessment-handover-").FullName;
        try
        {
            var file = Path.Combine(folder, "assessment.db");
            byte[] answers;
            Guid administration;
            string admin;
            await using (var first = await AssessmentApplication.StartAsync(file))
            {
                var owner = await first.NewAgencyAsync();
                var taught = await owner.ClassAsync(1);
                var opened = await taught.OpenAsync("pre", await owner.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
                answers = await SealedFile.OfAsync(first, await taught.StartAsync(opened), Answer("a1", "b", 1));
                (administration, admin) = (opened.AdministrationId, owner.AdminKey);
            }

            await using var second = await AssessmentApplication.StartAgainAsync(file);
            using var content = new ByteArrayContent(answers);
            (await second.Nobody.WithKey(admin).PostAsync<TakeHandover.Answer>($"/api/administrations/{administration}/handovers", content)).Saved.Should().Be(1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static object Answer(string item, object? value, long revision) => new { item, value, revision, seen = 0 };

    private async Task<TakeHandover.Answer> TakeAsync(ApiClient staff, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        return await staff.PostAsync<TakeHandover.Answer>(Address, content);
    }

    private Task<HttpResponseMessage> SendAsync(ApiClient staff, byte[] file, string? address = null) => staff.PostAsync(address ?? Address, new ByteArrayContent(file));
}
