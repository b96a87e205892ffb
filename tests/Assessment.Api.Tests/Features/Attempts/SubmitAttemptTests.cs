using Assessment.Api.Features.Administrations;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Attempts;

public sealed class SubmitAttemptTests : ApplicationTests
{
    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!;

    [SetUp]
    public async Task OpenDoor()
    {
        var agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(2);
        door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
    }

    [Test]
    public async Task Submitting_again_answers_the_same_receipt()
    {
        var attempt = await people.StartAsync(door);
        var first = await attempt.SubmitAsync();
        Application.Clock.Set(AssessmentApplication.FirstDay.AddHours(1));
        (await attempt.SubmitAsync()).Should().Be(first);
        var shown = await attempt.ShowAsync();
        (shown.Submitted, shown.Receipt).Should().Be((true, first.Code));
    }

    [Test]
    public async Task At_once_from_several_tabs_there_is_one_receipt()
    {
        var attempt = await people.StartAsync(door);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => attempt.SubmitAsync()));
        receipts.Select(receipt => receipt.Code).Distinct().Should().ContainSingle();
    }

    [Test]
    public async Task What_is_handed_in_stands()
    {
        var attempt = await people.StartAsync(door);
        (await attempt.SaveAsync("a1", "b", 1)).EnsureSuccessStatusCode();
        await attempt.SubmitAsync();
        (await Problem.OfAsync(attempt.SaveAsync("a1", "a", 2))).Should().BeEquivalentTo(new { Status = 409, Code = "already-submitted" });
        (await attempt.ShowAsync()).Responses.Should().ContainSingle(response => response.Value == "b");
    }

    [Test]
    public async Task The_ticket_of_another_participant_cannot_hand_in()
    {
        var (own, other) = (await people.StartAsync(door, 0), await people.StartAsync(door, 1));
        (await Problem.OfAsync(other.Holder.PostAsync($"/api/attempts/{own.Id}/submit"))).Should().BeEquivalentTo(new { Status = 404, Code = "not-found" });
        (await own.ShowAsync()).Submitted.Should().BeFalse();
    }
}
