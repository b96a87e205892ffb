using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Interchange.Forms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Forms;

/// <summary>
/// Makes the next key of a situational judgement item from its panel and scores all submitted attempts of the form version
/// again, in one transaction. Older keys stay; every change of a score sheet is noted.
/// </summary>
internal static class MakeKey
{
    private const int MostKeys = 100;

    private const string Action = "make.key";

    /// <param name="Method">mean-weight, consensus or proportion-endorsement; mean-rating where each option is rated.</param>
    /// <param name="Reason">Why; kept with the key and in the audit.</param>
    internal sealed record Request(
        [property: Required, AllowedValues("mean-weight", "consensus", "proportion-endorsement", "mean-rating")] string Method,
        [property: Required, StringLength(500, MinimumLength = 1)] string Reason);

    /// <param name="KeyVersion">The new version; it counts from now on.</param>
    /// <param name="Weights">Part of the points by option.</param>
    /// <param name="Rescored">Submitted attempts that were scored again, in all agencies.</param>
    /// <param name="Changed">How many of them changed.</param>
    internal sealed record Answer(int KeyVersion, IReadOnlyDictionary<string, decimal> Weights, int Rescored, int Changed);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/forms/{formId:guid}/items/{item}/keys", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Forms")
        .WithSummary("Makes the next key of an item from its panel and scores every submitted attempt on the form version again; answers counts only.");

    [Audited(Action)]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid formId, string item, int? version, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var made = await database.WriteAsync(async session =>
        {
            var form = await OwnForm.FindAsync(session, staff, formId, version);
            if (form.IsRefused)
            {
                return form.Refusal!;
            }

            await new ItemKeyStore(session).Lock(form.Value.FormVersionNo);
            var judgement = await OwnJudgement.ReadAsync(session, form.Value, item);
            var keyed = judgement.Then(one => Keyed(one, request.Method));
            if (keyed.IsRefused)
            {
                return keyed.Refusal!;
            }

            var row = MadeKeys.Row(form.Value, judgement.Value.ItemNo, keyed.Value) with { Reason = request.Reason, MadeAt = now, KeyNo = staff.KeyNo };
            await new ItemKeyStore(session).Add(row);
            var counts = await Rescoring.RunAsync(session, judgement.Value.Form.With([row]), row);
            await RecordAsync(session, staff, formId, row, counts);
            return (Result<Answer>)new Answer(row.KeyVersion, keyed.Value.Key.Weights, counts.Attempts, counts.Changed.Values.Sum());
        }, stop);
        return made.ToOk();
    }

    private static Result<SituationalJudgement> Keyed(OwnJudgement judgement, string method) => judgement switch
    {
        { Panel: null } => Refusals.RequestContradicts.Because("Nobody has rated this item; enter the panel's ratings first."),
        { Item.Keys.Count: >= MostKeys } => Refusals.RequestContradicts.Because($"An item has {MostKeys} keys at most; import the form as a new version."),
        _ => judgement.Item.WithKey(FormWords.Method(method)!.Value, judgement.Panel),
    };

    /// <summary>An agency that gives a shared form finds the change of its scores in its own chain.</summary>
    private static async Task RecordAsync(Session session, Staff staff, Guid formId, ItemKeyRow key, RescoringCounts counts)
    {
        await Audit.RecordAsync(session, staff, Action, formId, key.MadeAt, key.Reason);
        foreach (var agencyId in counts.Changed.Keys.Where(agencyId => agencyId != staff.AgencyId))
        {
            await Audit.RecordElsewhereAsync(session, agencyId, staff, Action, formId, key.MadeAt, key.Reason);
        }
    }
}
