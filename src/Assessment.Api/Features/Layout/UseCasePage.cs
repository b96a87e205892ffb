using System.ComponentModel.DataAnnotations;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Assessment.Api.Features.Layout;

/// <summary>
/// A page that carries out use cases: it calls the handler that the API calls, and shows a refusal above the form, with what was
/// typed still in it.
/// </summary>
public abstract class UseCasePage : PageModel
{
    /// <summary>What was refused; the partial Problem shows it.</summary>
    public ProblemDetails? Problem { get; private set; }

    private protected Database Database => Part<Database>();

    private protected TimeProvider Clock => Part<TimeProvider>();

    /// <summary>Sentences in the language of the page, for staff.</summary>
    private protected IStringLocalizer<StaffTexts> Text => Part<IStringLocalizer<StaffTexts>>();

    /// <summary>Who is signed in; null on open pages.</summary>
    private protected Staff? SignedIn => Staff.From(User);

    /// <summary>Who is signed in, on a page that nobody else sees.</summary>
    private protected Staff Staff => SignedIn!;

    /// <summary>Where the browser keeps what was chosen and not saved: apart for each account.</summary>
    public virtual string Draft => $"{Staff.AgencyId}.{Staff.KeyNo}/{Request.Path}";

    /// <summary>A part of the service that a use case asks for.</summary>
    private protected T Part<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    /// <summary>The value of a use case's answer; false after a refusal, which the page then shows.</summary>
    private protected bool Took<T>(INestedHttpResult answer, out T value)
    {
        value = answer.Result is IValueHttpResult<T> { Value: { } given } ? given : default!;
        return Took(answer);
    }

    /// <summary>True when a use case was carried out; false after a refusal, which the page then shows.</summary>
    private protected bool Took(INestedHttpResult answer)
    {
        if (answer.Result is ProblemHttpResult refused) Show(refused.ProblemDetails);
        return Problem is null;
    }

    /// <summary>False, and the refusal is shown.</summary>
    private protected bool Refuse(Refusal refusal)
    {
        Show(refusal.ToProblem().ProblemDetails);
        return false;
    }

    /// <summary>True when a request keeps the rules of its record; else its faults stand beside the fields of the same names.</summary>
    private protected bool Keeps(object request)
    {
        foreach (var (field, faults) in BodyRules.Faults(request) ?? new Dictionary<string, string[]>())
        {
            ModelState.AddModelError(char.ToUpperInvariant(field[0]) + field[1..], FaultOf(request, field, faults[0]));
        }

        return ModelState.IsValid;
    }

    /// <summary>A fault as the page says it: by the rule that is broken, since the framework's sentence is English and names the field as programs do.</summary>
    private protected string FaultOf(object request, string field, string otherwise)
    {
        var shape = BodyShape.Of(request.GetType()).Fields.FirstOrDefault(one => one.Name == field);
        return shape?.Rules.FirstOrDefault(rule => !rule.RequiresValidationContext && !rule.IsValid(shape.Read(request))) switch
        {
            RequiredAttribute => Text["This has to be filled in."],
            StringLengthAttribute length => Text["From {0} to {1} characters.", length.MinimumLength, length.MaximumLength],
            _ => Text[otherwise],
        };
    }

    private void Show(ProblemDetails problem)
    {
        Problem = problem;
        Response.StatusCode = problem.Status ?? StatusCodes.Status422UnprocessableEntity;
    }
}
