using Assessment.Api.Features.Attempts;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Attempts;

public sealed class UploadResponsesTests : ApplicationTests
{
    private AssessmentApplicationAttempt attempt = null!;
    private AssessmentApplicationAttempt other = null!;

    [SetUp]
    public async Task Start()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(2);
        var door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
        (attempt, other) = (await people.StartAsync(door, 0), await people.StartAsync(door, 1));
    }

    [Test]
    public async Task Each_answer_is_acknowledged_on_its_own()
    {
        var uploaded = await UploadAsync(
            new { item = "a1", value = "b", revision = 1 },
            new { item = "a1", value = "a", revision = 2 },
            new { item = "a2", value = new[] { "c", "a" }, revision = 1 },
            new { item = "a3", value = "perhaps", revision = 1 },
            new { item = "b9", value = "a", revision = 1 },
            new { item = "a4", value = "a", revision = 0 });
        uploaded.Select(one => (one.State, one.Code)).Should().Equal(
            ("saved", null), ("saved", null), ("saved", null), ("refused", "response-invalid"), ("refused", "item-not-on-form"), ("refused", "response-invalid"));
        (await attempt.ShowAsync()).Responses.Should().Equal(new ShowAttempt.Saved("a1", "a", 2), new ShowAttempt.Saved("a2", "a|c", 1));
    }

    [Test]
    public async Task The_same_upload_again_ends_in_the_same_state()
    {
        object[] answers = [new { item = "a1", value = "b", revision = 3 }, new { item = "a4", value = "a", revision = 1 }];
        await UploadAsync(answers);
        var again = await UploadAsync(answers);
        again.Select(one => (one.State, one.Revision)).Should().Equal(("saved", 3), ("saved", 1));
        (await UploadAsync(new { item = "a1", value = "a", revision = 2 })).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { State = "superseded", Revision = 3 });
    }

    [Test]
    public async Task The_ticket_of_another_attempt_uploads_nothing()
    {
        var sent = other.Holder.PutAsync($"/api/attempts/{attempt.Id}/responses", Body(new { item = "a1", value = "b", revision = 1 }));
        (await Problem.OfAsync(sent)).Code.Should().Be("not-found");
        (await attempt.ShowAsync()).Responses.Should().BeEmpty();
    }

    [Test]
    public async Task An_empty_upload_is_told_where()
    {
        var problem = await Problem.OfAsync(attempt.Holder.PutAsync($"/api/attempts/{attempt.Id}/responses", Body()));
        problem.Status.Should().Be(400);
        problem.Text.Should().ContainEquivalentOf("answers");
    }

    private async Task<IReadOnlyList<UploadResponses.Acknowledged>> UploadAsync(params object[] answers) =>
        (await attempt.Holder.PutAsync<UploadResponses.Answer>($"/api/attempts/{attempt.Id}/responses", Body(answers))).Answers;

    private static object Body(params object[] answers) => new { answers, device = "tablet" };
}
