using System.Reflection;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Durability;

/// <summary>The server's clock jumps in mid-attempt; the device's clock is nobody's business.</summary>
public sealed class ClockJumpTests : ApplicationTests
{
    private static readonly DateTimeOffset Start = AssessmentApplication.FirstDay;

    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!;

    [SetUp]
    public async Task OpenDoor()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(2);
        door = await people.OpenAsync("pre", [await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"))], new { timeLimitMinutes = 30 });
    }

    [Test]
    public async Task Back_by_a_day_revisions_alone_decide_the_order_and_the_attempt_can_be_handed_in()
    {
        var attempt = await people.StartAsync(door);
        await OkAsync(attempt.SaveAsync("a1", "a", 1));
        Application.Clock.Set(Start.AddDays(-1));
        await OkAsync(attempt.SaveAsync("a1", "b", 2));
        await OkAsync(attempt.SaveAsync("a1", "a", 1));
        await OkAsync(attempt.SaveAsync("a4", "a", 1));
        ShowAttempt.Saved[] expected = [new("a1", "b", 2), new("a4", "a", 1)];
        (await attempt.ShowAsync()).Responses.Should().Equal(expected, "the second answer was saved a day before the first, and is the newer one");

        var receipt = await attempt.SubmitAsync();
        receipt.SubmittedAt.Should().BeBefore(Start);
        Application.Clock.Set(Start);
        (await attempt.SubmitAsync()).Should().Be(receipt);
        (await PointsAsync(attempt)).Should().Be(2 * Points.TicksPerPoint, "a1 and a4 are right, one point each");
    }

    [Test]
    public async Task Forward_by_a_day_nothing_saved_is_lost_and_one_reopening_undoes_it()
    {
        var attempt = await people.StartAsync(door);
        await OkAsync(attempt.SaveAsync("a1", "b", 1));
        await OkAsync(attempt.SaveAsync("a4", "b", 1));
        var before = (await attempt.ShowAsync()).Responses;
        Application.Clock.Set(Start.AddDays(1).AddHours(-1));
        (await Problem.OfAsync(attempt.SaveAsync("a4", "a", 2))).Code.Should().Be("time-expired");
        await Application.Services.GetRequiredService<ExpiredAttempts>().HandInAsync(default);
        (await attempt.ShowAsync()).Should().BeEquivalentTo(new { Submitted = true, Responses = before });

        Application.Clock.Set(Start.AddMinutes(1));
        (await Problem.OfAsync(attempt.SaveAsync("a4", "a", 2))).Code.Should().Be("time-expired", "it was handed in by time");
        await OkAsync(agency.Admin.PostAsync($"/api/attempts/{attempt.Id}/reopen", new { minutes = 29 }));
        (await attempt.ShowAsync()).Should().BeEquivalentTo(new { Submitted = false, Responses = before });
        await OkAsync(attempt.SaveAsync("a4", "a", 2));
        (await attempt.SubmitAsync()).Code.Should().NotBeEmpty();
        (await attempt.ShowAsync()).Responses.Should().Equal(new("a1", "b", 1), new ShowAttempt.Saved("a4", "a", 2));
        (await PointsAsync(attempt)).Should().Be(2 * Points.TicksPerPoint);
    }

    [Test]
    public async Task A_ticket_that_the_jump_expired_opens_again_when_the_clock_is_right()
    {
        var attempt = await people.StartAsync(door);
        Application.Clock.Set(Start.AddHours(25));
        (await Problem.OfAsync(attempt.SaveAsync("a1", "b", 1))).Status.Should().Be(401);
        Application.Clock.Set(Start);
        await OkAsync(attempt.SaveAsync("a1", "b", 1));
    }

    [Test]
    public async Task A_ticket_made_before_a_jump_back_stays_good()
    {
        var attempt = await people.StartAsync(door);
        Application.Clock.Set(Start.AddDays(-1));
        await OkAsync(attempt.SaveAsync("a1", "b", 1));
        var other = await people.StartAsync(door, 1);
        Application.Clock.Set(Start.AddMinutes(1));
        (await Problem.OfAsync(other.SaveAsync("a1", "b", 1))).Status.Should().Be(401, "made a day early, it has had its 24 hours");
        var again = await AssessmentApplicationAttempt.StartAsync(Application.Nobody, people.Start(door, 1) with { AttemptId = other.Id });
        await OkAsync(again.SaveAsync("a1", "b", 1));
        (await again.ShowAsync()).EndsAt.Should().BeCloseTo(Start.AddMinutes(30), TimeSpan.FromMinutes(1), "the device has a fresh ticket, and a time that runs from the test's own start loses nothing");
        Application.Clock.Set(Start.AddMinutes(60));
        (await Problem.OfAsync(again.SaveAsync("a1", "a", 2))).Code.Should().Be("time-expired");
        await OkAsync(agency.Admin.PostAsync($"/api/attempts/{other.Id}/reopen", new { minutes = 30 }));
        await OkAsync(again.SaveAsync("a1", "a", 2));
    }

    [Test]
    public void No_request_of_a_participant_takes_a_time()
    {
        var bodies = Application.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<WhoMayCall>() is { } who && !who.Words.StartsWith("staff", StringComparison.Ordinal))
            .Select(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()).OfType<MethodInfo>()
            .SelectMany(handler => handler.GetParameters()).Select(parameter => parameter.ParameterType)
            .Where(type => type.Namespace?.StartsWith("Assessment.Api.Features", StringComparison.Ordinal) == true && type.Name == "Request")
            .Append(typeof(ItemAnswer)).ToList();
        bodies.Should().Contain([typeof(SaveResponse.Request), typeof(UploadResponses.Request), typeof(StartAttempt.Request), typeof(ContinueAttempt.Request)]);
        foreach (var member in bodies.SelectMany(body => body.GetProperties()))
        {
            (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType).Should().NotBe<DateTimeOffset>()
                .And.NotBe<DateTime>().And.NotBe<DateOnly>().And.NotBe<TimeOnly>().And.NotBe<TimeSpan>("{0} would take a device's time", member);
            member.Name.Should().NotMatchRegex("(?i)(time|clock|date|at)$");
        }
    }

    private Task<int> PointsAsync(AssessmentApplicationAttempt attempt)
    {
        var ticket = TicketText.Read(attempt.Ticket)!.Value;
        return Application.Services.GetRequiredService<Database>().ReadAsync(async session =>
            (await new ScoreSheetStore(session).Find(ticket.AgencyId, ticket.AttemptNo))!.Points);
    }

    private static async Task OkAsync(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
    }
}
