using Assessment.Testing;

namespace Assessment.Api.Tests.Durability;

/// <summary>What the service says while a class works: nothing of any person.</summary>
public sealed class LogPrivacyTests
{
    [Test]
    public async Task No_name_token_code_key_ticket_or_answer_is_in_the_log()
    {
        var file = Path.Combine(Path.GetTempPath(), $"assessment_log_{Guid.NewGuid():N}.db");
        var secrets = new List<string> { "Quillfeather", "Planted-answer" };
        var served = await ServedProcess.StartAsync(file);
        await using (served)
        {
            secrets.Add(served.OperatorKey!);
            var agency = await AssessmentApplicationAgency.AddAsync(served.Nobody.WithKey(served.OperatorKey!), served.Nobody, "law-enforcement");
            var people = await agency.ClassAsync(2, ["Ada Quillfeather", "Bo Quillfeather"]);
            var door = await people.OpenAsync("post", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
            var attempt = await people.StartAsync(door);
            (await Problem.OfAsync(attempt.SaveAsync("a1", "Planted-answer", 1))).Text.Should().NotContain("Planted-answer");
            (await Problem.OfAsync(attempt.SaveAsync("a1", new { Planted = "Planted-answer" }, 0))).Text.Should().NotContain("Planted-answer");
            var unread = AssessmentApplicationForms.File("""{"value": "a", "revision": "Planted-answer", "device": "x"}""");
            var problem = await Problem.OfAsync(attempt.Holder.SendAsync(HttpMethod.Put, $"/api/attempts/{attempt.Id}/responses/a1", unread));
            problem.Text.Should().NotContain("Planted-answer");
            await attempt.SubmitAsync();
            secrets.AddRange([agency.AdminKey, people.People[0].Token!, people.People[1].Token!, door.JoinCode, attempt.Ticket]);
        }

        served.Said.Should().Contain(line => line.StartsWith("Serving on", StringComparison.Ordinal));
        string.Join('\n', served.Said).Should().NotContainAny(secrets);
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
    }
}
