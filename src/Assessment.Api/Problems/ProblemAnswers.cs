using System.Text.RegularExpressions;
using Assessment.Api.Security;
using Assessment.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Problems;

/// <summary>The one place where a refusal becomes an HTTP answer: ProblemDetails with type <c>urn:ledta:problem:&lt;code&gt;</c>.</summary>
internal static class ProblemAnswers
{
    /// <summary>The problem of a refusal.</summary>
    public static ProblemHttpResult ToProblem(this Refusal refusal)
    {
        var details = new ProblemDetails
        {
            Type = $"urn:ledta:problem:{refusal.Code.Code}",
            Title = refusal.Code.Title,
            Detail = refusal.Reason,
            Status = StatusOf(refusal.Code.Kind),
        };
        details.Extensions["code"] = refusal.Code.Code;
        if (refusal.Places.Count > 0)
        {
            details.Extensions["places"] = refusal.Places;
        }

        return TypedResults.Problem(details);
    }

    /// <summary>200 with the value, or the problem.</summary>
    public static Results<Ok<T>, ProblemHttpResult> ToOk<T>(this Result<T> result) =>
        result.IsRefused ? result.Refusal!.ToProblem() : TypedResults.Ok(result.Value);

    /// <summary>201 with the value and its address, or the problem.</summary>
    public static Results<Created<T>, ProblemHttpResult> ToCreated<T>(this Result<T> result, Func<T, string> address) =>
        result.IsRefused ? result.Refusal!.ToProblem() : TypedResults.Created(address(result.Value), result.Value);

    /// <summary>HTTP status of a kind of refusal.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Busy => StatusCodes.Status503ServiceUnavailable,
        RefusalKind.Full => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

/// <summary>
/// Bad requests say which part of the body is wrong; storage that is full or in use says so, since a device then keeps its
/// answers and sends them again; faults say nothing but their trace id.
/// </summary>
internal sealed partial class FaultHandler(IProblemDetailsService problems, ILogger<FaultHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        SafeHeaders.Put(httpContext);
        if (StorageRefusal.Of(exception, log) is { } refusal)
        {
            if (refusal.Code == Refusals.StorageBusy)
            {
                httpContext.Response.Headers.RetryAfter = StorageRefusal.RetryAfterSeconds;
            }

            await refusal.ToProblem().ExecuteAsync(httpContext);
            return true;
        }

        var bad = exception as BadHttpRequestException;
        var status = bad?.StatusCode ?? StatusCodes.Status500InternalServerError;
        var details = bad is null
            ? new ProblemDetails { Status = status, Title = "The service has a fault; it is logged under the trace id." }
            : new ProblemDetails { Status = status, Title = "The request cannot be read", Detail = Sentence(bad) };
        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details });
    }

    /// <summary>
    /// The JSON reader's path is ours to tell where it is made of plain names; its message may quote the input, so it is not
    /// passed on.
    /// </summary>
    private static string Sentence(BadHttpRequestException bad) => (bad.StatusCode, bad.InnerException) switch
    {
        (StatusCodes.Status413PayloadTooLarge, _) => "The body is larger than this address takes.",
        (_, System.Text.Json.JsonException { Path: { } path }) when PlainPath().IsMatch(path) => $"The body does not have the expected shape at {path}.",
        _ => "The address or body does not have the expected shape.",
    };

    [GeneratedRegex(@"^\$[A-Za-z0-9.\[\]]{0,100}$")]
    private static partial Regex PlainPath();
}
