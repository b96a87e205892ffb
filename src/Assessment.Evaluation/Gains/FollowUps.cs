using Assessment.Domain.Delivery;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Scores;
using Assessment.Statistics.Descriptive;
using Assessment.Statistics.Gains;

namespace Assessment.Evaluation.Gains;

/// <summary>Who was due for a follow-up, who did it, and what it showed.</summary>
internal static class FollowUps
{
    public static FollowUpFinding Of(StudyScores study, InstrumentScores instrument, Wave wave, GainOptions options)
    {
        int due = 0, open = 0, notYet = 0, refused = 0, done = 0, early = 0;
        List<double> scores = [];
        List<int> classes = [];
        for (var i = 0; i < study.Enrollments.Count; i++)
        {
            var (state, delivery) = (instrument.StateOf(i, wave.Ordinal), study.Enrollments.DeliveryColumn[i]);
            if (state == WaveState.NoConsent)
            {
                refused++;
                continue;
            }

            var window = WindowOf(wave, options.TrainingEnds[delivery], options.AsOf);
            _ = window switch { Window.Closed => due++, Window.Open => open++, _ => notYet++ };
            if (state is WaveState.Absent or WaveState.Unsubmitted) continue;
            _ = window == Window.Closed ? done++ : early++;
            if (state != WaveState.Scored) continue;
            scores.Add(instrument.Score(instrument.RowOf(i, wave.Ordinal), 0));
            classes.Add(delivery);
        }

        var (of, clustered) = (Descriptives.Of([.. scores], options.Level), ClusteredMean.Of([.. scores], [.. classes], options.Level));
        return new()
        {
            Question = "How much is used on the job after return to duty?",
            Design = DesignClass.D,
            Verdict = DataVerdict.ByShare(done, due, "describing all people whose follow-up was due"),
            Wave = wave.Code,
            Due = due,
            Open = open,
            NotYet = notYet,
            NoConsent = refused,
            Response = Share.Of(done, due, options.Level),
            DoneEarly = early,
            Score = of.Mean,
            ClusteredScore = clustered.Mean,
            SdScore = of.Sd,
        };
    }

    private static Window WindowOf(Wave wave, DateOnly trainingEnd, DateOnly asOf) =>
        asOf > trainingEnd.AddMonths(wave.ToMonth!.Value) ? Window.Closed
        : asOf >= trainingEnd.AddMonths(wave.FromMonth!.Value) ? Window.Open
        : Window.NotYet;

    private enum Window
    {
        NotYet,
        Open,
        Closed,
    }
}
