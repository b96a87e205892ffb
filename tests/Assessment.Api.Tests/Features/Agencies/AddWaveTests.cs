using Assessment.Api.Features.Agencies;
using Assessment.Api.Features.FollowUps;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Agencies;

/// <summary>Waves beyond the four of every installation. The class ends on 2026-03-03.</summary>
public sealed class AddWaveTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;

    [OneTimeSetUp]
    public async Task AddWaves()
    {
        await AddAsync("follow-up-3m", 2, 3);
        await AddAsync("follow-up-18m", 16, 20);
    }

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(2);
    }

    [Test]
    public async Task Waves_are_listed_in_the_order_of_their_windows_and_tell_which_are_analysed() =>
        (await WavesAsync()).Should().Equal(
            new("pre", "Pre-test", null, null, true),
            new("post", "Post-test", null, null, true),
            new("follow-up-3m", "Label of follow-up-3m", 2, 3, false),
            new("follow-up-6m", "Follow-up at 6 months", 4, 7, true),
            new("follow-up-12m", "Follow-up at 12 months", 11, 15, true),
            new("follow-up-18m", "Label of follow-up-18m", 16, 20, false));

    [Test]
    public async Task An_added_wave_is_due_opened_and_followed_up_in_its_window()
    {
        var form = await agency.PublishAsync(AssessmentApplicationForms.Checklist);
        At(new DateOnly(2026, 5, 2));
        (await Problem.OfAsync(agency.Admin.PostAsync(Administrations, new { wave = "follow-up-3m", forms = new[] { form } }))).Code.Should().Be("wave-wrong");
        (await DueAsync()).Should().BeEmpty();

        At(new DateOnly(2026, 5, 3));
        (await DueAsync()).Single().Should().BeEquivalentTo(new { Wave = "follow-up-3m", ClosesOn = new DateOnly(2026, 7, 2), Enrolled = 2 });
        await (await people.StartAsync(await people.OpenAsync("follow-up-3m", form))).SubmitAsync();
        (await DueAsync()).Single().Done.Should().Be(1);
        await (await agency.KeyAsync("supervisor")).PostAsync<RecordFollowUp.Answer>($"/api/deliveries/{people.Id}/follow-ups", new
        {
            participantId = people.People[0].ParticipantId, wave = "follow-up-3m", formId = form, indicators = new[] { new { item = "f1", value = "shown" } },
        });
        (await agency.Admin.GetAsync<ShowFollowUps.Answer>($"/api/deliveries/{people.Id}/follow-ups")).Responses
            .Where(response => response.Wave == "follow-up-3m" && response.Begun).Select(response => (response.Source, response.Due, response.Done))
            .Should().Equal(("self", 2, 1), ("supervisor", 2, 1));
    }

    [Test]
    public async Task An_agency_moves_the_window_of_an_added_wave_within_those_beside_it()
    {
        (await WindowAsync("follow-up-3m", 1, 3)).EnsureSuccessStatusCode();
        (await WavesAsync())[2].Should().BeEquivalentTo(new { Code = "follow-up-3m", FromMonths = 1, ToMonths = 3 });
        (await Problem.OfAsync(WindowAsync("follow-up-3m", 2, 4))).Code.Should().Be("request-contradicts", "month 4 is the next wave's");
        (await Problem.OfAsync(WindowAsync("follow-up-9m", 8, 10))).Code.Should().Be("wave-wrong");
        At(new DateOnly(2026, 4, 3));
        (await DueAsync()).Single().Wave.Should().Be("follow-up-3m");
    }

    /// <summary>Two forms: whoever took A takes B the next time, also at a wave that was added between others.</summary>
    [Test]
    public async Task Parallel_forms_turn_from_wave_to_wave()
    {
        var forms = await agency.PublishKnowledgeAsync();
        var taken = new List<string>();
        foreach (var (wave, day) in new[] { ("pre", new DateOnly(2026, 3, 2)), ("post", new(2026, 3, 3)), ("follow-up-3m", new(2026, 5, 10)), ("follow-up-6m", new(2026, 8, 10)) })
        {
            At(day);
            var attempt = await people.StartAsync(await people.OpenAsync(wave, forms));
            taken.Add(attempt.Form.Identifier[^1..].ToUpperInvariant());
            await attempt.SubmitAsync();
        }

        taken.Should().Equal("A", "B", "A", "B");
    }

    [TestCase("follow-up-24m", 20, 26, "request-contradicts", Description = "month 20 is the 18-month wave's")]
    [TestCase("follow-up-24m", 26, 24, "request-contradicts")]
    [TestCase("follow-up-18m", 24, 26, "already-there")]
    [TestCase("pre", 24, 26, null)]
    [TestCase("Follow-Up-24m", 24, 26, null)]
    [TestCase("follow-up-", 24, 26, null)]
    public async Task A_wave_that_does_not_fit_is_refused(string code, int fromMonths, int toMonths, string? refusal)
    {
        var refused = await Problem.OfAsync(Application.Operator.PostAsync("/api/waves", new { code, label = "Later", fromMonths, toMonths }));
        (refused.Code, refused.Status).Should().Be((refusal, refusal switch { null => 400, "already-there" => 409, _ => 422 }));
    }

    [Test]
    public async Task Waves_are_the_operators_to_add() =>
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/waves", new { code = "follow-up-24m", label = "Later", fromMonths = 24, toMonths = 26 }))).Code.Should().Be("role-missing");

    private string Administrations => $"/api/deliveries/{people.Id}/administrations";

    private void At(DateOnly day) => Application.Clock.Set(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero));

    private Task<AddWave.Answer> AddAsync(string code, int fromMonths, int toMonths) =>
        Application.Operator.PostAsync<AddWave.Answer>("/api/waves", new { code, label = $"Label of {code}", fromMonths, toMonths });

    private Task<HttpResponseMessage> WindowAsync(string wave, int fromMonths, int toMonths) =>
        agency.Admin.PutAsync($"/api/waves/{wave}/window", new { fromMonths, toMonths });

    private async Task<IReadOnlyList<ListWaves.Planned>> WavesAsync() => (await agency.Admin.GetAsync<ListWaves.Answer>("/api/waves")).Waves;

    private async Task<IReadOnlyList<ShowDue.Class>> DueAsync() => (await agency.Admin.GetAsync<ShowDue.Answer>("/api/due")).Classes;
}
