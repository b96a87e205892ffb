using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Layout;
using Assessment.Api.Security;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Assessment.Api.Features.Ratings;

/// <summary>
/// A response, or an observed scenario, with the rubric beside it. Levels are saved as the rater goes; when the last one is,
/// the next response comes. No other rater's levels are read here.
/// </summary>
[StaffPage(Role.Trainer, Role.Supervisor, Role.Evaluator)]
public sealed class RateModel : UseCasePage
{
    private FormVersions Forms => Part<FormVersions>();

    /// <summary>What is rated; null when it is not the rater's.</summary>
    internal ListRatingWork.Work? Work { get; private set; }

    /// <summary>Id under which it is saved.</summary>
    internal Guid RatingId { get; private set; }

    /// <summary>Level by criterion: what stands, and over it what was chosen and not saved.</summary>
    internal IReadOnlyDictionary<string, int> Chosen { get; private set; } = new Dictionary<string, int>();

    public string? Reason { get; private set; }

    /// <summary>Responses that wait for a level.</summary>
    public int Left { get; private set; }

    /// <summary>Where finishing this one leads.</summary>
    public string Next { get; private set; } = RatingListModel.Address;

    /// <summary>The last step was saved.</summary>
    public bool Saved { get; private set; }

    internal static string AddressOf(ListRatingWork.Work work) => $"{RatingListModel.Address}/{work.AttemptId}/{work.Item}";

    /// <summary>Whose response it is, as far as the rater may know.</summary>
    internal static string? PersonOf(ListRatingWork.Work work, IStringLocalizer texts) =>
        work.Number is { } number ? texts["number {0} on the roster", number] : work.Person;

    internal bool Stands(string criterion) => Work!.Own?.Levels.ContainsKey(criterion) == true;

    public Task OnGetAsync(Guid attemptId, string item, bool saved, CancellationToken stop)
    {
        Saved = saved;
        return FindAsync(attemptId, item, stop);
    }

    /// <summary>The button: saves all that is chosen.</summary>
    public async Task<IActionResult> OnPostAsync(Guid attemptId, string item, CancellationToken stop)
    {
        var draft = RatingDraft.Read(attemptId, item, Request.Form);
        if (await SaveAsync(draft, stop) is { } saved)
        {
            var next = Request.Form["Next"].ToString();
            return LocalRedirect((saved.Complete && Url.IsLocalUrl(next) ? next : Request.Path) + "?saved=true");
        }

        await FindAsync(attemptId, item, stop);
        Reason = draft.Reason;
        Chosen = Chosen.Concat(draft.Levels).GroupBy(level => level.Key).ToDictionary(level => level.Key, level => level.Last().Value);
        return Page();
    }

    /// <summary>The script: saves criteria that the rater has left.</summary>
    public async Task<IActionResult> OnPostLevelsAsync(Guid attemptId, string item, CancellationToken stop)
    {
        var saved = await SaveAsync(RatingDraft.Read(attemptId, item, Request.Form), stop);
        return saved is null
            ? new JsonResult(new { text = $"{Text[Problem!.Title!]}. {Text[Problem.Detail!]}" }) { StatusCode = Response.StatusCode }
            : new JsonResult(new { text = (string)(saved.Complete ? Text["Saved. Every criterion is judged."] : Text["Saved. Criteria judged: {0}.", saved.Judged])! });
    }

    private async Task<SaveRating.Answer?> SaveAsync(RatingDraft draft, CancellationToken stop)
    {
        if (draft.Levels.Count == 0 || draft.Reason is { Length: < 2 or > 500 })
        {
            Refuse(Refusals.RequestContradicts.Because("Choose a level of one criterion or more. A reason has 2 to 500 characters."));
            return null;
        }

        var answer = await SaveRating.Handle(draft.RatingId, draft.Request, Staff, Database, Forms, Clock, stop);
        if (answer.Result is ProblemHttpResult { ProblemDetails: { } refused } && Equals(refused.Extensions["code"], Refusals.AlreadyThere.Code)
            && (await WorkAsync(stop)).FirstOrDefault(one => one.AttemptId == draft.AttemptId && one.Item == draft.Item) is { Own: not null } work)
        {
            var beside = draft.Beside(work);
            if (beside.IsRefused)
            {
                Refuse(beside.Refusal!);
                return null;
            }

            answer = await SaveRating.Handle(beside.Value.RatingId, beside.Value.Request, Staff, Database, Forms, Clock, stop);
        }

        return Took(answer, out SaveRating.Answer saved) ? saved : null;
    }

    private async Task<IReadOnlyList<ListRatingWork.Work>> WorkAsync(CancellationToken stop) =>
        (await ListRatingWork.Handle(Staff, Database, Forms, Clock, stop)).Result is Ok<ListRatingWork.Answer> { Value: { } work } ? work.Items : [];

    private async Task FindAsync(Guid attemptId, string item, CancellationToken stop)
    {
        var all = await WorkAsync(stop);
        var place = all.TakeWhile(one => one.AttemptId != attemptId || one.Item != item).Count();
        if (place == all.Count)
        {
            Refuse(Refusals.NotFound.Because("Nothing at this address is given to you to rate."));
            return;
        }

        Work = all[place];
        Left = all.Count(one => !one.Complete);
        RatingId = Work.Own?.RatingId ?? Secret.NewId();
        Chosen = Work.Own?.Levels ?? Chosen;
        Next = all.Skip(place + 1).Concat(all.Take(place)).FirstOrDefault(one => !one.Complete) is { } next ? AddressOf(next) : RatingListModel.Address;
    }
}
