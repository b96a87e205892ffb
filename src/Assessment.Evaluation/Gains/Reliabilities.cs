using Assessment.Domain.Delivery;
using Assessment.Domain.Instruments;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Scores;
using Assessment.Statistics;

namespace Assessment.Evaluation.Gains;

/// <summary>How consistently each form version measured at each wave; blanks of a test count as 0, as in its score.</summary>
internal static class Reliabilities
{
    private const double LeastAlpha = 0.7;

    public static IReadOnlyList<ReliabilityFinding> Of(InstrumentScores instrument, double level)
    {
        if (instrument.Kind == InstrumentKind.FollowUpChecklist) return [];
        return
        [
            .. from form in Enumerable.Range(0, instrument.Forms.Count)
               from wave in Wave.All
               where instrument.ItemSums[form][wave.Ordinal].N > 0
               select Of(instrument, form, wave, level),
        ];
    }

    private static ReliabilityFinding Of(InstrumentScores instrument, int form, Wave wave, double level)
    {
        var (layout, sums) = (instrument.Forms[form], instrument.ItemSums[form][wave.Ordinal]);
        var alpha = sums.Alpha(level);
        return new()
        {
            Question = "How consistently did the form measure?",
            Design = DesignClass.D,
            Verdict = Verdict(alpha),
            Caveats = alpha is Estimate { Value: < LeastAlpha } ? ["Alpha is below 0.70: the form tells groups apart better than persons."] : [],
            Form = layout.Version,
            Wave = wave.Code,
            Items = sums.Items,
            N = sums.N,
            Alpha = alpha,
            StandardErrorOfMeasurement = sums.StandardErrorOfMeasurement * instrument.ScorePerTick(form),
        };
    }

    private static DataVerdict Verdict(Estimation alpha)
    {
        const string Purpose = "comparing groups by this form";
        return alpha switch
        {
            Estimate { Value: >= LeastAlpha } => new(VerdictOutcome.Sufficient, Purpose, "alpha is at least 0.70"),
            Estimate => new(VerdictOutcome.Undetermined, Purpose, "alpha is below 0.70"),
            NotEstimable none => new(VerdictOutcome.Undetermined, Purpose, $"alpha is not estimable: {none.Reason}"),
            _ => throw new InvalidOperationException("An estimation is an estimate or not estimable."),
        };
    }
}
