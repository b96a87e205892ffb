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

/// <summary>Enters or corrects the ratings of one expert. No score changes by it: that takes a new key.</summary>
internal static class RatePanel
{
    private const int MostRaters = 100, LongestCode = 64;

    /// <param name="Effectiveness">Step of every option by its identifier, 1 for the least effective.</param>
    /// <param name="Steps">Steps of the rating scale; needed with the first ratings of an item whose file has no panel.</param>
    internal sealed record Request([property: Required] Dictionary<string, int> Effectiveness, [property: Range(2, 100)] int? Steps = null);

    /// <param name="Rater">Code of the expert.</param>
    /// <param name="Revision">1 for the first ratings entered here, more for corrections.</param>
    /// <param name="Raters">Experts on the panel now.</param>
    internal sealed record Answer(string Rater, int Revision, int Raters);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/forms/{formId:guid}/items/{item}/panel/{rater}", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Forms")
        .WithSummary("Enters or corrects an expert's ratings of a situational judgement item; of the newest published version, or of ?version=.");

    [Audited("rate.item")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid formId, string item, string rater, int? version, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var rated = await database.WriteAsync(async session =>
        {
            var form = await OwnForm.FindAsync(session, staff, formId, version);
            if (form.IsRefused)
            {
                return form.Refusal!;
            }

            await new ItemKeyStore(session).Lock(form.Value.FormVersionNo);
            var judgement = await OwnJudgement.ReadAsync(session, form.Value, item);
            var ratings = judgement.Then(one => Read(one, rater, request));
            if (ratings.IsRefused)
            {
                return ratings.Refusal!;
            }

            var revision = await new PanelStore(session).Add(Row(judgement.Value, ratings.Value, request) with { KeyNo = staff.KeyNo, EnteredAt = now });
            await Audit.RecordAsync(session, staff, "rate.item", formId, now);
            var others = judgement.Value.Panel?.Ratings.Count(other => other.Rater != rater) ?? 0;
            return (Result<Answer>)new Answer(rater, revision, others + 1);
        }, stop);
        return rated.ToOk();
    }

    private static PanelRatingRow Row(OwnJudgement judgement, ExpertRatings ratings, Request request) => new()
    {
        FormVersionNo = judgement.Version.FormVersionNo,
        ItemNo = judgement.ItemNo,
        Rater = ratings.Rater,
        Steps = judgement.Steps ?? request.Steps!.Value,
        Effectiveness = PanelJson.Write(ratings.Effectiveness),
    };

    private static Result<ExpertRatings> Read(OwnJudgement judgement, string rater, Request request)
    {
        var known = judgement.Panel?.Ratings ?? [];
        var isKnown = known.Any(other => other.Rater == rater);
        if (!isKnown && (rater.Length > LongestCode || rater.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))))
        {
            return Refusals.RequestContradicts.Because("A rater has a code of 1 to 64 letters, digits, '-', '_' or '.', not a name.");
        }

        if (!isKnown && known.Count >= MostRaters)
        {
            return Refusals.RequestContradicts.Because($"A panel has {MostRaters} experts at most.");
        }

        if ((judgement.Steps ?? request.Steps) is not { } steps || (request.Steps ?? steps) != steps)
        {
            return Refusals.RequestContradicts.Because(judgement.Steps is { } set
                ? $"The panel rates on {set} steps; leave steps out or say the same."
                : "The item has no panel yet; say the steps of the rating scale.");
        }

        var places = Faults(judgement.Item, request.Effectiveness, steps).ToList();
        return places.Count == 0
            ? new ExpertRatings(rater, request.Effectiveness)
            : Refusals.RequestContradicts.Because($"An expert rates every option of the item from 1 to {steps}.", places);
    }

    private static IEnumerable<Place> Faults(SituationalJudgement item, Dictionary<string, int> ratings, int steps)
    {
        var options = item.Options.Select(option => option.Identifier).ToList();
        return options.Where(option => !ratings.ContainsKey(option)).Select(option => new Place($"effectiveness.{option}", "Missing."))
            .Concat(ratings.Keys.Except(options).Select(option => new Place($"effectiveness.{option}", "The item has no such option.")))
            .Concat(ratings.Where(rating => options.Contains(rating.Key) && (rating.Value < 1 || rating.Value > steps))
                .Select(rating => new Place($"effectiveness.{rating.Key}", $"Not within 1 to {steps}.")));
    }
}
