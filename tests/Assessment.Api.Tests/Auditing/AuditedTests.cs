using System.Net.Http.Json;
using System.Reflection;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Demo;
using Assessment.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Auditing;

/// <summary>Every audited use case leaves exactly one entry when it is done, and none when it is refused.</summary>
public sealed class AuditedTests : ApplicationTests
{
    private AuditedDeeds deeds = null!;

    public static IEnumerable<string> Actions => typeof(AuditedAttribute).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
        .Select(handler => handler.GetCustomAttribute<AuditedAttribute>()?.Action).OfType<string>();

    [OneTimeSetUp]
    public async Task SetSceneAsync() => deeds = new AuditedDeeds(await AuditedScene.SetAsync(Application));

    [Test]
    public void Every_address_that_is_audited_has_an_action_of_its_own()
    {
        var mapped = Application.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()?.GetCustomAttribute<AuditedAttribute>()?.Action).OfType<string>();
        mapped.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(Actions);
        deeds.Known.Should().BeEquivalentTo(Actions, "an audited use case has a deed in AuditedDeeds, and only such");
    }

    [TestCaseSource(nameof(Actions))]
    public async Task A_refusal_leaves_no_entry_and_the_deed_exactly_one(string action)
    {
        var (done, refused) = deeds.Of(action);
        (await AuditTrail.GainedAsync(Application, async () => (await SendAsync(refused)).Should().BeInRange(400, 499))).Should().BeEmpty();
        if (done is not null)
        {
            (await AuditTrail.GainedAsync(Application, async () => (await SendAsync(done)).Should().BeInRange(200, 299))).Should().Equal(action);
        }
    }

    [Test]
    public async Task What_changes_nothing_leaves_no_entry()
    {
        var (close, _) = deeds.Of("close.administration");
        await SendAsync(close!);
        (await AuditTrail.GainedAsync(Application, async () => (await SendAsync(close! with { AfterMonths = 1 })).Should().Be(204))).Should().BeEmpty();
    }

    private async Task<int> SendAsync(AuditedCall call)
    {
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(call.AfterMonths));
        using var response = await call.Who.SendAsync(call.Method, call.Path, call.Method == HttpMethod.Get ? null : Content(call.Body?.Invoke()));
        TestContext.Out.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return (int)response.StatusCode;
    }

    private static HttpContent Content(object? body) => body as HttpContent ?? JsonContent.Create(body ?? new { }, options: ApiClient.Json);
}
