using Assessment.Api.Features.Deliveries;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Deliveries;

public sealed class ReissueSlipsTests : ApplicationTests
{
    [Test]
    public async Task A_new_slip_opens_the_door_the_old_one_does_not_and_the_waves_stay_one_persons()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(2);
        var form = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"));
        var pre = await people.OpenAsync("pre", form);
        await people.TakeAsync(pre, 1, right: true);
        var slips = await agency.Admin.PostAsync<ReissueSlips.Answer>(
            $"/api/deliveries/{people.Id}/slips", new { participants = new[] { people.People[1].ParticipantId } });
        var slip = slips.Slips.Should().ContainSingle().Which;
        (slip.Number, slip.ParticipantId).Should().Be((2, people.People[1].ParticipantId));

        var start = people.Start(pre, 1);
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", start))).Code.Should().Be("token-unknown");
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", start with { Token = slip.Token }))).Code.Should().Be("attempts-used");
        var post = await people.OpenAsync("post", form);
        (await AssessmentApplicationAttempt.StartAsync(Application.Nobody, people.Start(post, 1) with { Token = slip.Token })).Wave.Should().Be("post");
    }

    [Test]
    public async Task Nobody_of_another_class_or_agency_gets_a_slip()
    {
        var agency = await Application.NewAgencyAsync();
        var (people, other) = (await agency.ClassAsync(1), await agency.ClassAsync(1));
        var address = $"/api/deliveries/{people.Id}/slips";
        var both = new { participants = new[] { people.People[0].ParticipantId, other.People[0].ParticipantId } };
        (await Problem.OfAsync(agency.Admin.PostAsync(address, both))).Code.Should().Be("not-found");
        (await Problem.OfAsync((await Application.NewAgencyAsync()).Admin.PostAsync(address, new { participants = new[] { people.People[0].ParticipantId } })))
            .Code.Should().Be("not-found");
    }
}
