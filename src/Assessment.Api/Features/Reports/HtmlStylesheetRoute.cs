using Assessment.Api.Auditing;
using Assessment.Api.Security;
using Assessment.Reporting.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Reports;

/// <summary>The style sheet of report pages, served apart because the content security policy takes no style from a page.</summary>
internal static class HtmlStylesheetRoute
{
    public const string Address = "/report.css";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, Handle)
        .OpenToAll("a style sheet holds no data").ExcludeFromDescription();

    [NotAudited("Reads nothing of anybody.")]
    internal static ContentHttpResult Handle() => TypedResults.Content(HtmlStylesheet.Css, "text/css");
}
