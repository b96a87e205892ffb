using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Ratings;
using Assessment.Api.Features.Studies;
using Assessment.Data;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;

namespace Assessment.Api.Features.Reports;

/// <summary>A submitted attempt, its stored scores and what its answers score now.</summary>
/// <param name="Stored">The attempt with its stored scores.</param>
/// <param name="Points">Points that the answers give, ticks.</param>
/// <param name="Scores">Ticks per item that the answers give, packed.</param>
internal sealed record Rescored(StoredScoreRow Stored, int Points, byte[] Scores)
{
    public bool Agrees => Stored.Points == Points && Stored.Scores is { } scores && scores.AsSpan().SequenceEqual(Scores);

    public SheetKey Key(int agencyId) => new(agencyId, Stored.DeliveryNo, Stored.ParticipantNo, Stored.WaveOrdinal, Stored.FormVersionNo);
}

/// <summary>Scores every submitted attempt of an agency again from its stored answers and ratings.</summary>
internal static class ScoreCheck
{
    public static async Task<IReadOnlyList<Rescored>> RunAsync(Session session, FormVersions forms, int agencyId, CancellationToken stop)
    {
        var queries = new RescoringQueries(session, agencyId);
        var answers = (await queries.Answers()).ToLookup(row => row.AttemptNo);
        var levels = (await new RatingStore(session).OfAgency(agencyId)).ToLookup(row => row.AttemptNo);
        var rescored = new List<Rescored>();
        var scoring = new Dictionary<int, LoadedForm>();
        foreach (var stored in await queries.Scores())
        {
            if (!scoring.TryGetValue(stored.FormVersionNo, out var form))
            {
                scoring[stored.FormVersionNo] = form = await forms.ForScoringAsync(session, stored.FormVersionNo, stop);
            }

            var score = SubmitAttempt.Score(form, Readable(form, answers[stored.AttemptNo]), RatedSheet.Points(form, levels[stored.AttemptNo]));
            rescored.Add(new(stored, score.Points, score.Scores));
        }

        return rescored;
    }

    /// <summary>
    /// The answers that their items can take. The service stores no others; one that was put there otherwise counts as a blank,
    /// so that the score which it was stored with no longer follows.
    /// </summary>
    internal static Dictionary<int, string> Readable(LoadedForm form, IEnumerable<AnswerRow> answers) => answers
        .Where(row => row.ItemNo <= form.Form.Items.Count && Fits(form.Form.Items[row.ItemNo - 1], row.Value))
        .ToDictionary(row => row.ItemNo, row => row.Value);

    private static bool Fits(Item item, string stored) => !ItemResponse.Read(item, ItemResponse.Values(item, stored)).IsRefused;
}
