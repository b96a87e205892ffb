using System.Reflection;
using Assessment.Api.Auditing;
using Assessment.Api.Security;
using Assessment.Domain.People;
using Assessment.Testing;

using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features;

/// <summary>Walks every address of the service, so that none is open or unaudited by accident.</summary>
public sealed class EndpointWalkTests : ApplicationTests
{
    private const string Staff = "staff: ", Everybody = "everybody: ";

    /// <summary>The address without a use case: it describes the API and holds no data.</summary>
    private const string Document = "openapi/{documentName}.json";

    [Test]
    public void Every_use_case_says_who_may_call_it_and_whether_it_is_audited()
    {
        UseCases().Should().HaveCountGreaterThan(20);
        foreach (var endpoint in UseCases())
        {
            endpoint.Metadata.GetMetadata<WhoMayCall>().Should().NotBeNull("{0} must say who may call it", endpoint.RoutePattern.RawText);
            var handler = endpoint.Metadata.GetMetadata<MethodInfo>()!;
            var marks = (handler.GetCustomAttribute<AuditedAttribute>() is null ? 0 : 1) + (handler.GetCustomAttribute<NotAuditedAttribute>() is null ? 0 : 1);
            marks.Should().Be(1, "{0} is audited or says why not", endpoint.RoutePattern.RawText);
        }
    }

    [Test]
    public async Task Every_page_is_open_for_a_stated_reason_or_sends_strangers_to_sign_in()
    {
        var pages = Routes().Where(IsPage).ToList();
        pages.Should().HaveCountGreaterThan(5);
        foreach (var page in pages)
        {
            var open = page.Metadata.GetMetadata<OpenPageAttribute>();
            (open is null).Should().Be(page.Metadata.GetMetadata<StaffPageAttribute>() is not null, "{0} is for everybody or for staff", page.RoutePattern.RawText);
            if (open is not null)
            {
                (open is OpenStaffPageAttribute).Should().Be(
                    page.RoutePattern.RawText!.Trim('/').Split('/')[0] != "take", "{0}: forms in the head of staff's pages are sealed for who is signed in", page.RoutePattern.RawText);
                continue;
            }

            using var answer = await Application.Nobody.SendAsync(HttpMethod.Get, PathOf(page), null);
            answer.RequestMessage!.RequestUri!.AbsolutePath.Should().Be("/sign-in", page.RoutePattern.RawText);
        }
    }

    [Test]
    public async Task Without_credentials_every_closed_address_answers_401()
    {
        foreach (var endpoint in UseCases().Where(endpoint => !Words(endpoint).StartsWith(Everybody, StringComparison.Ordinal)))
        {
            (await SendAsync(Application.Nobody, endpoint)).Status.Should().Be(401, "{0} is closed", endpoint.RoutePattern.RawText);
        }
    }

    [Test]
    public async Task A_key_of_a_wrong_role_answers_403()
    {
        var agency = await Application.NewAgencyAsync();
        foreach (var role in Role.All)
        {
            var key = role == Role.Operator ? Application.Operator : await agency.KeyAsync(role);
            foreach (var endpoint in UseCases().Where(endpoint => Words(endpoint).StartsWith(Staff, StringComparison.Ordinal)))
            {
                if (Words(endpoint)[Staff.Length..].Split(", ").Contains(role)) continue;
                var problem = await SendAsync(key, endpoint);
                (problem.Status, problem.Code).Should().Be((403, "role-missing"), "{0} may not call {1}", role, endpoint.RoutePattern.RawText);
            }
        }
    }

    [Test]
    public async Task A_ticket_opens_no_address_of_staff_and_a_key_none_of_participants()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(1);
        var attempt = await people.StartAsync(await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Scale)));
        foreach (var endpoint in UseCases().Where(endpoint => !Words(endpoint).StartsWith(Everybody, StringComparison.Ordinal)))
        {
            var caller = Words(endpoint).StartsWith(Staff, StringComparison.Ordinal) ? attempt.Holder : agency.Admin;
            (await SendAsync(caller, endpoint)).Status.Should().Be(401, endpoint.RoutePattern.RawText);
        }
    }

    private static string Words(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<WhoMayCall>()!.Words;

    private List<RouteEndpoint> UseCases() => Routes()
        .Where(endpoint => !IsPage(endpoint) && endpoint.RoutePattern.RawText!.TrimStart('/') != Document).ToList();

    private IEnumerable<RouteEndpoint> Routes() =>
        Application.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    private static Task<Problem> SendAsync(Api.Features.Demo.ApiClient caller, RouteEndpoint endpoint)
    {
        var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
        var path = PathOf(endpoint);
        var body = new StringContent("{}");
        var accepted = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>()?.ContentTypes[0];
        body.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(accepted ?? "application/json");
        return Problem.OfAsync(caller.SendAsync(new HttpMethod(method), path, method == "GET" ? null : body));
    }

    private static string PathOf(RouteEndpoint endpoint) => '/' + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts[0] switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "int") => "7",
        _ => Guid.NewGuid().ToString(),
    }));
}
