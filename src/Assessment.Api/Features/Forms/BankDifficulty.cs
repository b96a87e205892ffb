using System.Text;
using Assessment.Api.Features.Attempts;
using Assessment.Data;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Features.Forms;

/// <summary>
/// How hard the items of a bank are: 1 − mean share of the points earned by those who answered, before training, wherever in the
/// installation the very same item was given in the instrument. Below <see cref="LeastAnswers"/> answers it is not known.
/// </summary>
internal static class BankDifficulty
{
    /// <summary>With 30 answers the standard error of a share is 0.09 at most (√(0.25 ÷ 30)).</summary>
    public const int LeastAnswers = 30;

    /// <summary>Difficulty by identifier, of the items for which it is known.</summary>
    /// <param name="session">A snapshot.</param>
    /// <param name="forms">The published forms.</param>
    /// <param name="instrumentNo">The bank's instrument.</param>
    /// <param name="bank">The bank with its newest keys.</param>
    /// <param name="stop">Stops reading.</param>
    public static async Task<IReadOnlyDictionary<string, double>> ReadAsync(
        Session session, FormVersions forms, int instrumentNo, Form bank, CancellationToken stop)
    {
        var contents = bank.Items.ToDictionary(item => item.Identifier, item => Content(bank, item));
        var shares = bank.Items.ToDictionary(item => item.Identifier, _ => new List<double>());
        foreach (var sheets in (await new DifficultyQueries(session).BeforeTraining(instrumentNo)).GroupBy(sheet => sheet.FormVersionNo))
        {
            var given = (await forms.ForScoringAsync(session, sheets.Key, stop)).Form.Items;
            for (var i = 0; i < given.Count; i++)
            {
                if (given[i].MaxPoints.Ticks > 0 && contents.GetValueOrDefault(given[i].Identifier) == Content(bank, given[i]))
                {
                    shares[given[i].Identifier].AddRange(Shares(sheets, i, given[i].MaxPoints.Ticks));
                }
            }
        }

        return shares.Where(item => item.Value.Count >= LeastAnswers).ToDictionary(item => item.Key, item => 1 - item.Value.Average());
    }

    private static IEnumerable<double> Shares(IEnumerable<GivenFormRow> sheets, int item, int mostTicks) => sheets
        .Select(sheet => ScoreSheet.Ticks(sheet.Scores, item))
        .Where(ticks => ticks != ScoreSheet.NotScored)
        .Select(ticks => (double)ticks / mostTicks);

    /// <summary>Everything about an item, its keys included, as text: an item that was changed is another item.</summary>
    private static string Content(Form bank, Item item) => Encoding.UTF8.GetString(FormJson.Write(bank with { Items = [item], Translations = [] }));
}
