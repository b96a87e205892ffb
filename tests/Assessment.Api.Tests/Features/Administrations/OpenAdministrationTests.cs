using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Administrations;

public sealed class OpenAdministrationTests : ApplicationTests
{
    private AssessmentApplicationClass people = null!;
    private Guid[] forms = [];

    [SetUp]
    public async Task NewClass()
    {
        var agency = await Application.NewAgencyAsync();
        forms = await agency.PublishKnowledgeAsync();
        people = await agency.ClassAsync(2);
    }

    [TestCase("follow-up-6m", 0, TestName = "A_follow_up_cannot_be_opened_right_after_the_class")]
    [TestCase("follow-up-12m", 200, TestName = "The_second_follow_up_cannot_be_opened_in_the_time_of_the_first")]
    [TestCase("pre", 2, TestName = "A_pre_test_cannot_be_opened_after_the_class")]
    [TestCase("post", -1, TestName = "A_post_test_cannot_be_opened_before_the_class")]
    [TestCase("midterm", 0, TestName = "An_unknown_wave_cannot_be_opened")]
    public async Task Wrong_wave(string wave, int day)
    {
        Application.Clock.Set(AssessmentApplication.FirstDay.AddDays(day));
        (await OpenAsync(wave, forms)).Should().BeEquivalentTo(new { Status = 422, Code = "wave-wrong" });
    }

    [TestCase("pre", -30)]
    [TestCase("pre", 1)]
    [TestCase("post", 0)]
    [TestCase("follow-up-6m", 130)]
    [TestCase("follow-up-12m", 340)]
    public async Task A_wave_opens_in_its_time(string wave, int day)
    {
        Application.Clock.Set(AssessmentApplication.FirstDay.AddDays(day));
        (await people.OpenAsync(wave, forms)).JoinCode.Should().MatchRegex("^[A-Z]{6}$");
    }

    [Test]
    public async Task A_draft_cannot_be_given()
    {
        var draft = await people.Agency.ImportAsync(AssessmentApplicationForms.Scale);
        (await OpenAsync("pre", draft)).Should().BeEquivalentTo(new { Status = 409, Code = "form-not-published" });
    }

    [Test]
    public async Task Forms_of_two_instruments_or_the_same_form_twice_contradict()
    {
        var scale = await people.Agency.PublishAsync(AssessmentApplicationForms.Scale);
        (await OpenAsync("pre", forms[0], scale)).Code.Should().Be("request-contradicts");
        (await OpenAsync("pre", forms[0], forms[0])).Code.Should().Be("request-contradicts");
    }

    [Test]
    public async Task An_instrument_is_given_once_at_a_wave()
    {
        await people.OpenAsync("pre", forms);
        (await OpenAsync("pre", forms)).Should().BeEquivalentTo(new { Status = 409, Code = "already-there" });
    }

    [Test]
    public async Task A_class_of_another_agency_looks_like_none()
    {
        var other = await Application.NewAgencyAsync();
        var sent = other.Admin.PostAsync($"/api/deliveries/{people.Id}/administrations", new { wave = "pre", forms });
        (await Problem.OfAsync(sent)).Code.Should().Be("not-found");
    }

    [Test]
    public async Task Without_a_form_the_field_is_named() => (await OpenAsync("pre")).Should().Match<Problem>(problem =>
        problem.Status == 400 && problem.Text.Contains("\"forms\""));

    private Task<Problem> OpenAsync(string wave, params Guid[] given) =>
        Problem.OfAsync(people.Agency.Admin.PostAsync($"/api/deliveries/{people.Id}/administrations", new { wave, forms = given }));
}
