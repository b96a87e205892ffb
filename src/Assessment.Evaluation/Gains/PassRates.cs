using Assessment.Domain.Delivery;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Scores;
using Assessment.Statistics.Gains;

namespace Assessment.Evaluation.Gains;

/// <summary>Pass rates at each wave of all tested, and their change among pairs.</summary>
internal static class PassRates
{
    public static IReadOnlyList<WavePass> ByWave(StudyScores study, InstrumentScores instrument, double level)
    {
        if (instrument.Forms.All(form => form.PassMarkTicks is null)) return [];
        return [.. Wave.All.Select(wave => new WavePass(wave.Code, Passed(study, instrument, wave.Ordinal, level))).Where(pass => pass.Passed.N > 0)];
    }

    /// <summary>Null when no form has a pass mark. Pairs with a form without one are left out.</summary>
    public static PassFinding? Change(Comparison comparison, double level)
    {
        var instrument = comparison.Instrument;
        if (instrument.Forms.All(form => form.PassMarkTicks is null)) return null;
        int passPass = 0, passFail = 0, failPass = 0, failFail = 0;
        for (var i = 0; i < comparison.Pairs.Count; i++)
        {
            if (instrument.Passed(comparison.Pairs.Earlier[i]) is not { } before || instrument.Passed(comparison.Pairs.Later[i]) is not { } after) continue;
            _ = (before, after) switch
            {
                (true, true) => passPass++,
                (true, false) => passFail++,
                (false, true) => failPass++,
                (false, false) => failFail++,
            };
        }

        var change = McNemar.Of(passPass, passFail, failPass, failFail, level);
        return new()
        {
            Question = "Did more of the same people pass?",
            Design = DesignClass.C,
            Verdict = DataVerdict.ByShare(change.N, comparison.Pairs.Flow.Enrolled, "describing the change of the pass rate among all enrolled people"),
            Earlier = comparison.Earlier.Code,
            Later = comparison.Later.Code,
            PassedEarlier = Share.Of(passPass + passFail, change.N, level),
            PassedLater = Share.Of(passPass + failPass, change.N, level),
            FailPass = failPass,
            PassFail = passFail,
            Difference = change.Difference,
            PExact = change.PExact,
        };
    }

    private static Share Passed(StudyScores study, InstrumentScores instrument, int wave, double level)
    {
        int passed = 0, tested = 0;
        for (var i = 0; i < study.Enrollments.Count; i++)
        {
            if (instrument.StateOf(i, wave) != WaveState.Scored || instrument.Passed(instrument.RowOf(i, wave)) is not { } pass) continue;
            tested++;
            passed += pass ? 1 : 0;
        }

        return Share.Of(passed, tested, level);
    }
}
