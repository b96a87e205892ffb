using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Scores;
using Assessment.Statistics.Descriptive;

namespace Assessment.Evaluation.Gains;

/// <summary>Earlier scores of the people who have a later score against those of the people who have none.</summary>
internal static class LostAndKept
{
    public static AttritionFinding Of(StudyScores study, Comparison comparison, double level)
    {
        var instrument = comparison.Instrument;
        List<double> kept = [], lost = [];
        for (var i = 0; i < study.Enrollments.Count; i++)
        {
            if (instrument.StateOf(i, comparison.Earlier.Ordinal) != WaveState.Scored) continue;
            var later = instrument.StateOf(i, comparison.Later.Ordinal);
            if (later == WaveState.NoConsent) continue;
            (later == WaveState.Scored ? kept : lost).Add(instrument.Score(instrument.RowOf(i, comparison.Earlier.Ordinal), 0));
        }

        Descriptives of = Descriptives.Of([.. kept], level), without = Descriptives.Of([.. lost], level);
        return new()
        {
            Question = "Did those without a later score start out different?",
            Design = DesignClass.D,
            Verdict = DataVerdict.ByShare(kept.Count + lost.Count, comparison.Pairs.Flow.Enrolled, "comparing those lost with those kept"),
            Earlier = comparison.Earlier.Code,
            Later = comparison.Later.Code,
            Kept = of.Mean,
            Lost = without.Mean,
            NKept = kept.Count,
            NLost = lost.Count,
            SdKept = of.Sd,
            SdLost = without.Sd,
        };
    }
}
