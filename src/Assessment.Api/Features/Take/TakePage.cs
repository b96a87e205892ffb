using Assessment.Api.Features.Layout;
using Assessment.Api.Problems;
using Assessment.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Assessment.Api.Features.Take;

/// <summary>A page of the participant: in the language and text size that the device keeps, never stored by the browser.</summary>
public abstract class TakePage : UseCasePage
{
    internal Look Look { get; private set; } = new("en", "normal");

    internal TakeTexts Texts => TakeTexts.In(Look.Language);

    /// <summary>What was refused, as the participant reads it; null when nothing was.</summary>
    internal virtual string? Trouble => Problem is null ? null : Texts.Of(Problem);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Look = Look.Of(Request);
        Response.Headers.CacheControl = "no-cache, no-store";
    }

    /// <summary>What a use case answers; storage that cannot be written is a refusal that the page shows, with what was entered still in it.</summary>
    private protected async Task<INestedHttpResult> StoredAsync<T>(Task<T> act)
        where T : INestedHttpResult
    {
        try
        {
            return await act;
        }
        catch (Exception exception) when (Dialect.TroubleOf(exception) != StorageTrouble.None)
        {
            var log = Part<ILogger<TakePage>>();
            return (Results<NoContent, ProblemHttpResult>)StorageRefusal.Of(exception, log)!.ToProblem();
        }
    }

    /// <summary>The attempt of the device's ticket; null when the ticket opens none.</summary>
    private protected Task<Sitting?> SitAsync(CancellationToken stop) => Sitting.LoadAsync(HttpContext, Look.Language, stop);

    /// <summary>Where a device without a ticket, or with one that has expired, goes.</summary>
    private protected LocalRedirectResult ToDoor() => LocalRedirect(TakeCookies.TicketOf(Request) is null ? "/take" : "/take/again");

    /// <summary>Where somebody belongs who cannot work on the test now; null for who can.</summary>
    private protected LocalRedirectResult? AwayFrom(Sitting? sitting) => sitting switch
    {
        null => ToDoor(),
        { Attempt.Submitted: true } => LocalRedirect("/take/receipt"),
        { Attempt.Waits: true } => LocalRedirect("/take/wait"),
        _ => null,
    };

    /// <summary>Changes language or text size.</summary>
    private protected void Choose(string? choice)
    {
        Look = Look.With(choice);
        Look.Keep(HttpContext);
    }
}
