using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Domain;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assessment.Api.Features.Home;

/// <summary>The readable API page: made from the endpoints themselves, so it cannot go stale.</summary>
[OpenStaffPage("It describes the API and holds no data.")]
public sealed class ApiModel : PageModel
{
    public ApiModel(EndpointDataSource endpoints) => Groups = Read(endpoints);

    internal IReadOnlyList<EndpointGroup> Groups { get; }

    internal static IReadOnlyList<RefusalCode> Refusals => RefusalCatalogue.All;

    private static List<EndpointGroup> Read(EndpointDataSource source) =>
        source.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<WhoMayCall>() is not null)
            .GroupBy(endpoint => endpoint.Metadata.GetMetadata<ITagsMetadata>()?.Tags[0] ?? "Service")
            .Select(group => new EndpointGroup(group.Key, group.Select(Line).ToList()))
            .ToList();

    private static EndpointLine Line(RouteEndpoint endpoint) => new(
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET",
        endpoint.RoutePattern.RawText!,
        endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "",
        endpoint.Metadata.GetMetadata<WhoMayCall>()!.Words);
}

internal sealed record EndpointGroup(string Name, IReadOnlyList<EndpointLine> Endpoints);

internal sealed record EndpointLine(string Method, string Path, string Summary, string Who);
