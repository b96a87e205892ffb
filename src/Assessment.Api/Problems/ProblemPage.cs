using System.Globalization;
using Assessment.Api.Features.Layout;
using Assessment.Api.Features.Take;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Assessment.Api.Problems;

/// <summary>Whatever goes wrong outside <c>/api</c> is told to a browser as a page, in the language of its pages; programs get the document.</summary>
internal sealed class ProblemPage(IModelMetadataProvider metadata) : IProblemDetailsWriter
{
    private const string View = "/Features/Layout/ProblemPage.cshtml";

    public bool CanWrite(ProblemDetailsContext context)
    {
        var request = context.HttpContext.Request;
        return !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            && request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
    }

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
            http.Request.Path.StartsWithSegments("/take", StringComparison.Ordinal) ? Look.Of(http.Request).Language : await StaffLanguage.OfAsync(http));
        var page = new ViewResult
        {
            ViewName = View,
            ViewData = new ViewDataDictionary<ProblemDetails>(metadata, new ModelStateDictionary()) { Model = context.ProblemDetails },
            StatusCode = http.Response.StatusCode,
        };
        await page.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }
}
