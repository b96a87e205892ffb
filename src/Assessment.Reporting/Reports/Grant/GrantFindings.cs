using Assessment.Domain.Delivery;
using Assessment.Domain.Instruments;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Scores;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>The findings this report prints, picked from the stored document by name.</summary>
internal sealed class GrantFindings(StudyFindings? findings)
{
    public const string Pre = "pre", Post = "post";

    public InstrumentFindings? Test { get; } = findings?.Instruments.FirstOrDefault(instrument => instrument.Kind == InstrumentKind.KnowledgeTest);

    public double Level => findings?.Level ?? 0.95;

    public int Agencies => findings?.Agencies ?? 0;

    /// <summary>Total, topics, knowledge and skill, pre to post, everybody.</summary>
    public IReadOnlyList<GainFinding> Gains => Of(Pre, Post, gain => gain.Group == PairGroup.All && gain.Scale.Group != ScaleGroup.Objective);

    /// <summary>The total by order of the forms.</summary>
    public IReadOnlyList<GainFinding> Orders => Of(Pre, Post, gain => gain.Group.Code.StartsWith("order:", StringComparison.Ordinal) && gain.Scale.Group == ScaleGroup.Total);

    public GainFinding? Total => Test?.Gain(Scale.Total.Code, Pre, Post);

    public AttritionFinding? Attrition => Test is { Attrition: [var attrition, ..] } ? attrition : null;

    public PassFinding? Pass => Test?.PassChanges.FirstOrDefault(pass => pass is { Earlier: Pre, Later: Post });

    /// <summary>Every follow-up, with who filled it in.</summary>
    public IReadOnlyList<(InstrumentFindings Instrument, FollowUpFinding FollowUp)> FollowUps =>
    [
        .. from wave in Wave.All
           from instrument in findings?.Instruments ?? []
           where instrument.Kind != InstrumentKind.Scale
           from followUp in instrument.FollowUps
           where followUp.Wave == wave.Code
           select (instrument, followUp),
    ];

    public GainFinding? Retention(string wave) => Test?.Gain(Scale.Total.Code, Post, wave);

    private IReadOnlyList<GainFinding> Of(string earlier, string later, Func<GainFinding, bool> chosen) =>
        [.. Test?.Gains.Where(gain => gain.Earlier == earlier && gain.Later == later && chosen(gain)) ?? []];
}
