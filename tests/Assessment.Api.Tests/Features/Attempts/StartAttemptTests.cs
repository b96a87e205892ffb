using Assessment.Api.Features.Attempts;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Attempts;

public sealed class StartAttemptTests : ApplicationTests
{
    private AssessmentApplicationClass people = null!;
    private Guid[] forms = [];

    [SetUp]
    public async Task NewClass()
    {
        var agency = await Application.NewAgencyAsync();
        forms = await agency.PublishKnowledgeAsync();
        people = await agency.ClassAsync(4);
    }

    [Test]
    public async Task The_same_request_again_continues_the_same_attempt()
    {
        var start = people.Start(await people.OpenAsync("pre", forms));
        var first = await AssessmentApplicationAttempt.StartAsync(Application.Nobody, start);
        (await first.SaveAsync("a1", "b", 1)).EnsureSuccessStatusCode();
        var again = await AssessmentApplicationAttempt.StartAsync(Application.Nobody, start);
        again.Id.Should().Be(start.AttemptId);
        (await again.ShowAsync()).Responses.Should().Equal(new ShowAttempt.Saved("a1", "b", 1));
    }

    [Test]
    public async Task Equal_requests_at_once_start_one_attempt()
    {
        var door = await people.OpenAsync("pre", forms);
        var start = people.Start(door);
        var started = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AssessmentApplicationAttempt.StartAsync(Application.Nobody, start)));
        started.Select(attempt => attempt.Id).Distinct().Should().Equal(start.AttemptId);
        var shown = await people.Agency.Admin.GetAsync<Counts>($"/api/administrations/{door.AdministrationId}");
        shown.Started.Should().Be(1);
    }

    [Test]
    public async Task Another_device_cannot_start_a_second_attempt()
    {
        var door = await people.OpenAsync("pre", forms);
        await people.StartAsync(door);
        var problem = await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", people.Start(door, device: "phone")));
        problem.Code.Should().Be("attempt-exists");
    }

    [Test]
    public async Task An_id_that_another_attempt_has_is_refused()
    {
        var door = await people.OpenAsync("pre", forms);
        var first = await people.StartAsync(door, 0);
        var problem = await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", people.Start(door, 1) with { AttemptId = first.Id }));
        problem.Code.Should().Be("attempt-exists");
    }

    [Test]
    public async Task At_the_post_test_everybody_takes_the_form_not_taken_at_the_pre_test()
    {
        var (pre, post) = (await people.OpenAsync("pre", forms), await people.OpenAsync("post", forms));
        var taken = new List<string>();
        for (var person = 0; person < people.People.Count; person++)
        {
            var before = (await people.StartAsync(pre, person)).Form.Identifier;
            (await people.StartAsync(post, person)).Form.Identifier.Should().NotBe(before);
            taken.Add(before);
        }

        taken.Should().Equal("know-a", "know-b", "know-a", "know-b");
    }

    [TestCase("0000-0000-0000-0000")]
    [TestCase("no token")]
    public async Task A_token_that_nobody_has_opens_nothing(string token)
    {
        var door = await people.OpenAsync("pre", forms);
        var problem = await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", people.Start(door) with { Token = token }));
        problem.Should().BeEquivalentTo(new { Status = 404, Code = "token-unknown" });
        problem.Text.Should().NotContain(token);
    }

    [Test]
    public async Task A_token_of_another_class_or_another_agency_opens_nothing()
    {
        var door = await people.OpenAsync("pre", forms);
        var (sister, stranger) = (await people.Agency.ClassAsync(1), await (await Application.NewAgencyAsync()).ClassAsync(1));
        foreach (var other in new[] { sister, stranger })
        {
            (await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", other.Start(door)))).Code.Should().Be("token-unknown");
        }
    }

    [Test]
    public async Task A_token_is_read_as_people_type_it()
    {
        var start = people.Start(await people.OpenAsync("pre", forms));
        var typed = start with { Token = start.Token.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), JoinCode = start.JoinCode.ToLowerInvariant() };
        (await AssessmentApplicationAttempt.StartAsync(Application.Nobody, typed)).Wave.Should().Be("pre");
    }

    [Test]
    public async Task A_research_instrument_asks_for_the_decision_about_consent_first()
    {
        var door = await people.OpenAsync("pre", forms);
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", people.Start(door, consent: null)))).Code.Should().Be("consent-missing");
        (await people.StartAsync(door, consent: "refused")).Form.Items.Should().HaveCount(4, "who refuses may take the test all the same");
    }

    [Test]
    public async Task A_training_instrument_needs_no_consent()
    {
        var form = await people.Agency.PublishAsync(AssessmentApplicationForms.Knowledge("A", "certificate", "training"));
        var door = await people.OpenAsync("post", form);
        (await AssessmentApplicationAttempt.StartAsync(Application.Nobody, people.Start(door, consent: null))).Form.Identifier.Should().Be("certificate-a");
    }

    [Test]
    public async Task A_closed_door_lets_nobody_in()
    {
        var door = await people.OpenAsync("pre", forms);
        (await people.Agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", people.Start(door)))).Code.Should().Be("administration-closed");
    }

    [Test]
    public async Task A_second_go_is_refused_unless_the_administration_allows_it()
    {
        var once = await people.OpenAsync("pre", forms);
        await (await people.StartAsync(once)).SubmitAsync();
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", people.Start(once)))).Code.Should().Be("attempts-used");

        var twice = await people.OpenAsync("post", forms, new { attemptsAllowed = 2 });
        var first = await people.StartAsync(twice);
        await first.SubmitAsync();
        var second = await people.StartAsync(twice);
        second.Form.Identifier.Should().NotBe(first.Form.Identifier, "a second go takes the next form");
        await second.SubmitAsync();
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", people.Start(twice)))).Code.Should().Be("attempts-used");
    }

    [Test]
    public async Task Forms_dealt_at_random_are_balanced_in_each_pair_and_turn_with_the_wave()
    {
        var random = new { assignment = "random" };
        var (pre, post) = (await people.OpenAsync("pre", forms, random), await people.OpenAsync("post", forms, random));
        var taken = new List<string>();
        for (var person = 0; person < people.People.Count; person++)
        {
            taken.Add((await people.StartAsync(pre, person)).Form.Identifier);
            (await people.StartAsync(post, person)).Form.Identifier.Should().NotBe(taken[^1]);
        }

        taken.Take(2).Should().BeEquivalentTo("know-a", "know-b");
        taken.Skip(2).Should().BeEquivalentTo("know-a", "know-b");
    }

    private sealed record Counts(int Started);
}
