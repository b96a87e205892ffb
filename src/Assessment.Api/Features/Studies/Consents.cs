using Assessment.Data;
using Assessment.Domain.Delivery;
using Assessment.Evaluation.Scores;

namespace Assessment.Api.Features.Studies;

/// <summary>
/// Which waves of a participant research may use. A decision holds until the next one; somebody who never came to decide has
/// no data and is counted as absent, not as refusing.
/// </summary>
internal sealed class Consents(IEnumerable<ConsentRow> rows)
{
    private readonly ILookup<(int Agency, int Participant), ConsentRow> decisions =
        rows.ToLookup(row => (row.AgencyId, row.ParticipantNo));

    public ConsentedWaves Of(int agency, int participant)
    {
        var waves = ConsentedWaves.None;
        var holds = true;
        foreach (var wave in Wave.All)
        {
            var decision = decisions[(agency, participant)].FirstOrDefault(row => row.Wave == wave.Code);
            holds = decision is null ? holds : decision.Decision != "refused" && decision.WithdrawnAt is null;
            waves |= holds ? (ConsentedWaves)(1 << wave.Ordinal) : ConsentedWaves.None;
        }

        return waves;
    }
}
