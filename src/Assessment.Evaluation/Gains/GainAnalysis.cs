using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Matching;
using Assessment.Evaluation.Scores;

namespace Assessment.Evaluation.Gains;

/// <summary>
/// Answers what a training changed, from one group measured before and after: gains per scale and form order, pass rates,
/// retention, reliability, who was lost, and use on the job. Pure: same scores and options, same findings.
/// </summary>
public static class GainAnalysis
{
    /// <summary>Analyses a study. Too little data is an ordinary outcome: the finding then says why there is no estimate.</summary>
    /// <param name="study">Scores from <see cref="StudyScoresBuilder"/>.</param>
    /// <param name="options">Dates and level.</param>
    /// <exception cref="ArgumentException">A delivery has no last day in the options.</exception>
    public static StudyFindings Run(StudyScores study, GainOptions options)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var delivery in study.Enrollments.DeliveryColumn.Distinct())
        {
            if (!options.TrainingEnds.ContainsKey(delivery)) throw new ArgumentException($"Delivery {delivery} has no last day of training.", nameof(options));
        }

        return new()
        {
            Study = options.Study,
            AsOf = options.AsOf,
            ProgramVersion = options.ProgramVersion,
            InputSha256 = study.InputSha256,
            Level = options.Level,
            MatchingRule = WaveMatching.RuleName,
            Agencies = study.Enrollments.Agencies,
            Deliveries = study.Enrollments.Deliveries,
            Enrolled = study.Enrollments.Count,
            Instruments = [.. study.Instruments.Select(instrument => new InstrumentAnalysis(study, instrument, options).Findings())],
        };
    }
}
