using Assessment.Data;
using Assessment.Domain.Delivery;
using Assessment.Evaluation.Scores;

namespace Assessment.Api.Features.Studies;

/// <summary>
/// Which waves of a participant research may use. A decision holds until the next one, at whatever wave it was made; somebody who never came to decide has
/// no data and is counted as absent, not as refusing.
/// </summary>
internal sealed class Consents(IEnumerable<ConsentRow> rows, IReadOnlyList<WaveRow> order)
{
    /// <summary>The decisions of a study's participants, with the waves in the order of the installation's windows.</summary>
    public static async Task<Consents> ReadAsync(Session session, int hostAgencyId, int studyNo) =>
        new(await new ConsentStore(session).OfStudy(hostAgencyId, studyNo), await new WaveStore(session).List(0));

    private readonly ILookup<(int Agency, int Participant), ConsentRow> decisions =
        rows.ToLookup(row => (row.AgencyId, row.ParticipantNo));

    public ConsentedWaves Of(int agency, int participant)
    {
        var waves = ConsentedWaves.None;
        var holds = true;
        foreach (var wave in order)
        {
            var decision = decisions[(agency, participant)].FirstOrDefault(row => row.Wave == wave.Code);
            holds = decision is null ? holds : decision.Decision != "refused" && decision.WithdrawnAt is null;
            waves |= holds && Wave.Find(wave.Code) is { } analysed ? (ConsentedWaves)(1 << analysed.Ordinal) : ConsentedWaves.None;
        }

        return waves;
    }
}
