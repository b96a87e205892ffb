using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Ratings;
using Assessment.Api.Features.Reports;
using Assessment.Data;
using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.Forms;

/// <summary>What scoring again did.</summary>
/// <param name="Attempts">Submitted attempts scored again, in all agencies.</param>
/// <param name="Changed">Those whose scores changed, by agency.</param>
internal sealed record RescoringCounts(int Attempts, IReadOnlyDictionary<int, int> Changed);

/// <summary>Scores every submitted attempt of a form version again under a new key, in the transaction that makes the key.</summary>
internal static class Rescoring
{
    /// <summary>Writes the sheets that change, each with a note of its points before and after.</summary>
    /// <param name="session">The transaction; it holds the form version (<see cref="ItemKeyStore.Lock"/>).</param>
    /// <param name="form">The form with the new key.</param>
    /// <param name="key">The new key.</param>
    public static async Task<RescoringCounts> RunAsync(Session session, LoadedForm form, ItemKeyRow key)
    {
        var (store, ratings) = (new RescoringStore(session), new RatingStore(session));
        var rated = form.Form.Items.Any(item => item is ConstructedResponse);
        var answers = (await store.Answers(key.FormVersionNo)).ToLookup(row => (row.AgencyId, row.AttemptNo));
        var sheets = await store.Sheets(key.FormVersionNo);
        var changed = new SortedDictionary<int, int>();
        foreach (var sheet in sheets)
        {
            var levels = rated ? await ratings.OfAttempt(sheet.AgencyId, sheet.AttemptNo) : [];
            var score = SubmitAttempt.Score(form, ScoreCheck.Readable(form, answers[(sheet.AgencyId, sheet.AttemptNo)]), RatedSheet.Points(form, levels));
            var agrees = score.Points == sheet.Points && score.Scores.AsSpan().SequenceEqual(sheet.Scores);
            if (!agrees && await store.Replace(Change(sheet, key, score.Points), score.Scores))
            {
                changed[sheet.AgencyId] = changed.GetValueOrDefault(sheet.AgencyId) + 1;
            }
        }

        return new RescoringCounts(sheets.Count, changed);
    }

    private static RescoringRow Change(ScoreSheetRow sheet, ItemKeyRow key, int points) => new()
    {
        AgencyId = sheet.AgencyId,
        AttemptNo = sheet.AttemptNo,
        FormVersionNo = sheet.FormVersionNo,
        ItemNo = key.ItemNo,
        KeyVersion = key.KeyVersion,
        At = key.MadeAt,
        PointsBefore = sheet.Points,
        PointsAfter = points,
    };
}
