using Assessment.Domain.Instruments;
using Assessment.Evaluation.Matching;

namespace Assessment.Evaluation.Findings;

/// <summary>Everything found with one instrument and source.</summary>
public sealed record InstrumentFindings
{
    /// <summary>Instrument identifier.</summary>
    public required string Instrument { get; init; }

    /// <summary>How it is summed.</summary>
    public required InstrumentKind Kind { get; init; }

    /// <summary>Training or research plane.</summary>
    public required Plane Plane { get; init; }

    /// <summary>"self" or "supervisor"; null when it has no source.</summary>
    public string? Source { get; init; }

    /// <summary>Unit of its scores, such as "percent of points".</summary>
    public required string Unit { get; init; }

    /// <summary>Name of the rule for unanswered items.</summary>
    public required string MissingItems { get; init; }

    /// <summary>Blank items of scored attempts on which that rule acted, over all waves; 0 for checklists, where it is no opportunity.</summary>
    public required long BlankItems { get; init; }

    /// <summary>What there is at each wave.</summary>
    public required IReadOnlyList<WaveCount> Waves { get; init; }

    /// <summary>From enrolled to paired, pre to post; null for checklists.</summary>
    public PairFlow? Pairing { get; init; }

    /// <summary>Gains and retention, the total of everybody from pre to post first.</summary>
    public required IReadOnlyList<GainFinding> Gains { get; init; }

    /// <summary>Passed at each wave, of all tested there; empty without a pass mark.</summary>
    public required IReadOnlyList<WavePass> Passes { get; init; }

    /// <summary>Change of the pass rate; empty without a pass mark.</summary>
    public required IReadOnlyList<PassFinding> PassChanges { get; init; }

    /// <summary>Per form version and wave; empty for checklists.</summary>
    public required IReadOnlyList<ReliabilityFinding> Reliabilities { get; init; }

    /// <summary>Baseline of lost against kept.</summary>
    public required IReadOnlyList<AttritionFinding> Attrition { get; init; }

    /// <summary>Follow-up waves: due, done, score.</summary>
    public required IReadOnlyList<FollowUpFinding> FollowUps { get; init; }

    /// <summary>The gain on a scale between two waves for a group, or null when it was not asked.</summary>
    public GainFinding? Gain(string scale, string earlier, string later, string group = "all") =>
        Gains.FirstOrDefault(gain => gain.Scale.Code == scale && gain.Earlier == earlier && gain.Later == later && gain.Group.Code == group);
}
