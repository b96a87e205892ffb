using Assessment.Domain.Delivery;
using Assessment.Domain.Instruments;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Matching;
using Assessment.Evaluation.Scores;

namespace Assessment.Evaluation.Gains;

/// <summary>All findings of one instrument and source.</summary>
internal sealed class InstrumentAnalysis(StudyScores study, InstrumentScores instrument, GainOptions options)
{
    private static readonly (Wave Earlier, Wave Later)[] Retention =
    [
        (Wave.Post, Wave.FollowUp6), (Wave.Pre, Wave.FollowUp6), (Wave.Post, Wave.FollowUp12), (Wave.Pre, Wave.FollowUp12),
    ];

    private readonly FormLayout form = instrument.Forms[0];

    public InstrumentFindings Findings()
    {
        var waves = Wave.All.Select(wave => WaveMatching.Count(study, instrument, wave)).ToArray();
        var comparisons = Comparisons(waves).Select(pair => new Comparison(study, instrument, pair.Earlier, pair.Later)).ToArray();
        return new()
        {
            Instrument = form.Instrument,
            Kind = form.Kind,
            Plane = form.Plane,
            Source = form.Source,
            Unit = UnitOf(form.Kind),
            MissingItems = NameOf(instrument.Rule),
            BlankItems = instrument.BlankItems,
            Waves = waves,
            Pairing = comparisons.FirstOrDefault()?.Pairs.Flow,
            Gains = new ScaleGains(study, instrument, options.Level).Of(comparisons),
            Passes = PassRates.ByWave(study, instrument, options.Level),
            PassChanges = [.. comparisons.Select(comparison => PassRates.Change(comparison, options.Level)).OfType<PassFinding>()],
            Reliabilities = Reliabilities.Of(instrument, options.Level),
            Attrition = [.. comparisons.Select(comparison => LostAndKept.Of(study, comparison, options.Level))],
            FollowUps = [.. FollowUpWaves(waves).Select(wave => FollowUps.Of(study, instrument, wave, options))],
        };
    }

    // Pre to post is always asked, so that "nobody has a pair" is an answer; retention only where the wave was given at all.
    private IEnumerable<(Wave Earlier, Wave Later)> Comparisons(WaveCount[] waves) => form.Kind == InstrumentKind.FollowUpChecklist
        ? []
        : [(Wave.Pre, Wave.Post), .. Retention.Where(pair => waves[pair.Later.Ordinal].Scored > 0)];

    private IEnumerable<Wave> FollowUpWaves(WaveCount[] waves) =>
        Wave.All.Where(wave => wave.IsFollowUp && (form.Kind == InstrumentKind.FollowUpChecklist || waves[wave.Ordinal].Scored > 0));

    private static string UnitOf(InstrumentKind kind) => kind switch
    {
        InstrumentKind.KnowledgeTest => "percent of points",
        InstrumentKind.Scale => "mean item value",
        _ => "percent of applicable indicators shown",
    };

    private static string NameOf(MissingItemRule rule) => rule switch
    {
        MissingItemRule.BlankEarnsNothing => "blank earns nothing",
        MissingItemRule.CompleteOnly => "complete answers only",
        _ => "applicable indicators only",
    };
}
