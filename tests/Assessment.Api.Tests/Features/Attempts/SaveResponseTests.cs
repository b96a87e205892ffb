using System.Net.Http.Json;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Demo;
using Assessment.Testing;
using CsCheck;

namespace Assessment.Api.Tests.Features.Attempts;

public sealed class SaveResponseTests : ApplicationTests
{
    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!;

    [SetUp]
    public async Task OpenDoor()
    {
        var agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(8);
        door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
    }

    [Test]
    public async Task Each_type_of_item_takes_its_shape_of_answer()
    {
        var attempt = await people.StartAsync(door);
        (await SavedAsync(attempt, "a1", "b", 1)).Should().Be(new SaveResponse.Answer(1, "saved"));
        (await SavedAsync(attempt, "a2", new[] { "c", "a" }, 1)).State.Should().Be("saved");
        (await SavedAsync(attempt, "a3", false, 1)).State.Should().Be("saved");
        (await SavedAsync(attempt, "a4", null, 1)).State.Should().Be("saved");
        (await attempt.ShowAsync()).Responses.Should().BeEquivalentTo(new ShowAttempt.Saved[]
        {
            new("a1", "b", 1), new("a2", "a|c", 1), new("a3", "false", 1), new("a4", null, 1),
        });
    }

    [TestCase("a1", "z")]
    [TestCase("a1", true)]
    [TestCase("a1", 1)]
    [TestCase("a2", new[] { "a", "a" })]
    [TestCase("a2", new[] { "a", "z" })]
    [TestCase("a3", "perhaps")]
    public async Task An_answer_that_does_not_fit_the_item_is_refused(string item, object value)
    {
        var attempt = await people.StartAsync(door);
        (await Problem.OfAsync(attempt.SaveAsync(item, value, 1))).Should().BeEquivalentTo(new { Status = 422, Code = "response-invalid" });
        (await Problem.OfAsync(attempt.SaveAsync(item, new { a = 1 }, 1))).Code.Should().Be("response-invalid");
        (await attempt.ShowAsync()).Responses.Should().BeEmpty();
    }

    [Test]
    public async Task An_item_of_another_form_is_refused()
    {
        var attempt = await people.StartAsync(door);
        (await Problem.OfAsync(attempt.SaveAsync("b1", "a", 1))).Should().BeEquivalentTo(new { Status = 422, Code = "item-not-on-form" });
    }

    [Test]
    public async Task A_late_repeat_is_superseded_and_changes_nothing()
    {
        var attempt = await people.StartAsync(door);
        await SavedAsync(attempt, "a1", "a", 1);
        await SavedAsync(attempt, "a1", "b", 2);
        (await SavedAsync(attempt, "a1", "a", 1)).Should().Be(new SaveResponse.Answer(2, "superseded"));
        (await attempt.ShowAsync()).Responses.Should().Equal(new ShowAttempt.Saved("a1", "b", 2));
    }

    [Test]
    public async Task A_second_device_must_have_seen_the_newest_answer()
    {
        var attempt = await people.StartAsync(door);
        await SavedAsync(attempt, "a1", "b", 2);
        var stale = await Problem.OfAsync(attempt.SaveAsync("a1", "a", 2, "phone"));
        stale.Should().BeEquivalentTo(new { Status = 409, Code = "stale-revision" });
        (await attempt.ShowAsync()).Responses.Should().Equal(new ShowAttempt.Saved("a1", "b", 2));
        (await Problem.OfAsync(attempt.SaveAsync("a1", "a", 3, "phone"))).Code.Should().Be("stale-revision", "edits that queued count up unseen");
        (await attempt.SaveAsync("a1", "a", 3, "phone", seen: 2)).EnsureSuccessStatusCode();
        (await attempt.ShowAsync()).Responses.Should().Equal(new ShowAttempt.Saved("a1", "a", 3));
    }

    [Test]
    public async Task Repeated_and_reordered_saves_end_in_the_newest_answer_of_each_item()
    {
        var save = Gen.Select(Gen.Bool.Select(first => first ? "a1" : "a4"), Gen.Int[1, 5]);
        var person = 0;
        await Gen.Select(save.Array[1, 12], Gen.Int[0, 1000]).SampleAsync(async (saves, seed) =>
        {
            var attempt = await people.StartAsync(door, Interlocked.Increment(ref person) - 1);
            var sent = saves.Concat(saves).ToArray();
            new Random(seed).Shuffle(sent);
            foreach (var (item, revision) in sent) (await attempt.SaveAsync(item, Value(revision), revision)).EnsureSuccessStatusCode();
            var expected = saves.GroupBy(one => one.Item1).Select(item => (item.Key, Newest: item.Max(one => one.Item2)))
                .Select(item => new ShowAttempt.Saved(item.Key, Value(item.Newest), item.Newest));
            (await attempt.ShowAsync()).Responses.Should().BeEquivalentTo(expected);
        }, iter: 8, threads: 1);

        static string Value(int revision) => revision % 2 == 0 ? "a" : "b";
    }

    [Test]
    public async Task After_the_end_and_the_grace_no_answer_is_taken_but_what_was_saved_is_kept_and_repeated()
    {
        var attempt = await people.StartAsync(door);
        await SavedAsync(attempt, "a1", "b", 1);
        (await people.Agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
        await SavedAsync(attempt, "a4", "a", 1);
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMinutes(11));
        (await Problem.OfAsync(attempt.SaveAsync("a1", "a", 2))).Code.Should().Be("administration-closed");
        (await SavedAsync(attempt, "a1", "b", 1)).State.Should().Be("saved", "a repeat of what is on disk is acknowledged");
        (await Problem.OfAsync(attempt.Holder.PostAsync($"/api/attempts/{attempt.Id}/submit"))).Code.Should().Be("administration-closed");
        (await attempt.ShowAsync()).Responses.Should().Equal(new ShowAttempt.Saved("a1", "b", 1), new ShowAttempt.Saved("a4", "a", 1));
    }

    [Test]
    public async Task The_ticket_of_another_participant_opens_nothing()
    {
        var (own, other) = (await people.StartAsync(door, 0), await people.StartAsync(door, 1));
        var body = new { value = "a", revision = 1, device = "tablet" };
        (await Problem.OfAsync(other.Holder.PutAsync($"/api/attempts/{own.Id}/responses/a1", body))).Status.Should().Be(404);
        (await own.ShowAsync()).Responses.Should().BeEmpty();
    }

    [TestCase("""{"value": "a", "revision": 0, "device": "tablet"}""", "revision")]
    [TestCase("""{"value": "a", "revision": 1, "device": ""}""", "device")]
    [TestCase("""{"value": "a", "revision": 1, "device": "tablet", "points": 5}""", "$.points")]
    [TestCase("""{"value": "a", "revision": "one", "device": "tablet"}""", "$.revision")]
    public async Task A_request_of_the_wrong_shape_is_told_where(string body, string place)
    {
        var attempt = await people.StartAsync(door);
        var sent = attempt.Holder.SendAsync(HttpMethod.Put, $"/api/attempts/{attempt.Id}/responses/a1", AssessmentApplicationForms.File(body));
        var problem = await Problem.OfAsync(sent);
        problem.Status.Should().Be(400);
        problem.Text.Should().ContainEquivalentOf(place);
    }

    private static async Task<SaveResponse.Answer> SavedAsync(AssessmentApplicationAttempt attempt, string item, object? value, long revision)
    {
        using var response = await attempt.SaveAsync(item, value, revision);
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<SaveResponse.Answer>(ApiClient.Json))!;
    }
}
