using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Domain.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Ratings;

/// <summary>How far raters agree about an instrument in the own agency, wave by wave: agreement drifts, so waves are not pooled.</summary>
internal static class ShowAgreement
{
    /// <param name="Wave">The wave.</param>
    /// <param name="Form">The form.</param>
    /// <param name="Item">The item.</param>
    /// <param name="Rated">Responses with a whole first rating.</param>
    /// <param name="RatedTwice">Of these, with a whole second rating; the coefficients rest on them.</param>
    /// <param name="Agreement">The coefficients.</param>
    internal sealed record OfItem(string Wave, string Form, string Item, int Rated, int RatedTwice, RaterAgreement.OfItem Agreement);

    internal sealed record Answer(Guid InstrumentId, IReadOnlyList<OfItem> Items);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/instruments/{instrumentId:guid}/agreement", Handle)
        .RequireStaff(Role.Evaluator).WithTags("Ratings")
        .WithSummary("Shows percent agreement, kappa, weighted kappa and ICC of first and second ratings, per wave and item.");

    [NotAudited("Coefficients of the own agency's ratings; no person's row is shown.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid instrumentId, Staff staff, Database database, FormVersions forms, CancellationToken stop)
    {
        var read = await database.ReadAsync(async session => await new InstrumentStore(session).FindVisible(staff.AgencyId, instrumentId) is { } instrument
            ? (Levels: await new RatingStore(session).OfInstrument(staff.AgencyId, instrument.InstrumentNo), Waves: await new WaveStore(session).List(staff.AgencyId))
            : ((IReadOnlyList<RatedLevelRow> Levels, IReadOnlyList<WaveRow> Waves)?)null, stop);
        if (read is not { } found)
        {
            return Refusals.NotFound.Because("There is no instrument with this id that this agency may see.").ToProblem();
        }

        var items = new List<OfItem>();
        var codes = found.Waves.Select(wave => wave.Code).ToList();
        foreach (var rated in found.Levels.GroupBy(row => (Wave: codes.IndexOf(row.Wave), row.FormVersionNo, row.ItemNo)).OrderBy(group => group.Key))
        {
            var form = await forms.FindAsync(rated.Key.FormVersionNo, stop);
            items.Add(Of(codes[rated.Key.Wave], form.Form.Identifier, (ConstructedResponse)form.Form.Items[rated.Key.ItemNo - 1], rated));
        }

        return TypedResults.Ok(new Answer(instrumentId, items));
    }

    private static OfItem Of(string wave, string form, ConstructedResponse item, IEnumerable<RatedLevelRow> levels)
    {
        var firsts = 0;
        var pairs = new List<(RubricRating First, RubricRating Second)>();
        foreach (var response in levels.GroupBy(row => row.AttemptNo))
        {
            var first = RatedSheet.Whole(item.Rubric, response.Where(row => !row.Second));
            var second = RatedSheet.Whole(item.Rubric, response.Where(row => row.Second));
            firsts += first.Count > 0 ? 1 : 0;
            if (first.Count > 0 && second.Count > 0)
            {
                pairs.Add((first[0], second[0]));
            }
        }

        return new OfItem(wave, form, item.Identifier, firsts, pairs.Count, RaterAgreement.Of(item.Rubric, pairs));
    }
}
