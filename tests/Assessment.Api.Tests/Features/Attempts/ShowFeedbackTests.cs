using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Forms;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Attempts;

public sealed class ShowFeedbackTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private Guid form;

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(1);
        form = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"));
    }

    [Test]
    public async Task Feedback_by_objective_comes_after_the_last_form_of_the_wave()
    {
        (await agency.Admin.PutAsync($"/api/forms/{form}/feedback", new { feedback = "objectives" })).EnsureSuccessStatusCode();
        var (door, scale) = (await people.OpenAsync("pre", form), await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Scale)));
        var attempt = await people.StartAsync(door);
        (await attempt.SaveAsync("a1", "b", 1)).EnsureSuccessStatusCode();
        (await attempt.SaveAsync("a2", new[] { "a" }, 1)).EnsureSuccessStatusCode();
        await attempt.SubmitAsync();
        (await Problem.OfAsync(attempt.Holder.SendAsync(HttpMethod.Get, $"/api/attempts/{attempt.Id}/feedback"))).Code.Should().Be("feedback-withheld");
        await (await people.StartAsync(scale)).SubmitAsync();

        // a1 (1 of 1) is of the only objective; a2 gives half of its 2 points; the form has 5.
        (await attempt.Holder.GetAsync<ShowFeedback.Answer>($"/api/attempts/{attempt.Id}/feedback")).Objectives.Should().Equal(
            new ShowFeedback.Line("DE_ALT.1", "Use time and distance.", 1, 1), new ShowFeedback.Line("all", null, 2, 5));
    }

    [Test]
    public async Task Without_a_policy_there_is_none_and_only_the_owner_sets_it()
    {
        var attempt = await people.StartAsync(await people.OpenAsync("pre", form));
        await attempt.SubmitAsync();
        (await Problem.OfAsync(attempt.Holder.SendAsync(HttpMethod.Get, $"/api/attempts/{attempt.Id}/feedback"))).Code.Should().Be("feedback-withheld");
        var other = (await Application.NewAgencyAsync()).Admin;
        (await Problem.OfAsync(other.PutAsync($"/api/forms/{form}/feedback", new { feedback = "objectives" }))).Code.Should().Be("not-found");
        (await Problem.OfAsync(other.SendAsync(HttpMethod.Get, $"/api/forms/{form}/exposure"))).Code.Should().Be("not-found");
    }

    [Test]
    public async Task Exposure_counts_attempts_and_classes_and_a_new_administration_tells_what_the_class_has_seen()
    {
        (await people.OpenAsync("pre", form)).ItemsSeenBefore.Should().Be(0);
        var second = await agency.ClassAsync(2);
        var door = await second.OpenAsync("pre", form);
        await second.StartAsync(door, 0);
        await second.StartAsync(door, 1);
        (await agency.Admin.GetAsync<ShowExposure.Answer>($"/api/forms/{form}/exposure")).Items.Should().Equal(
            new ShowExposure.Line("a1", 2, 1), new ShowExposure.Line("a2", 2, 1), new ShowExposure.Line("a3", 2, 1), new ShowExposure.Line("a4", 2, 1));
        var other = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("B"));
        (await second.OpenAsync("post", form, other)).ItemsSeenBefore.Should().Be(4);
    }
}
