namespace Assessment.Domain.Instruments;

/// <summary>How the weights of a situational judgement item came about; formulas at <see cref="ExpertPanel.Weights"/>.</summary>
public enum KeyMethod
{
    /// <summary>Set by the author or taken from another system.</summary>
    Authored,

    /// <summary>Mean effectiveness, stretched to 0 … 1.</summary>
    MeanWeight,

    /// <summary>1 for the option that most raters find best, 0 for the others.</summary>
    Consensus,

    /// <summary>Share of raters who find the option best, relative to the most endorsed one.</summary>
    ProportionEndorsement,

    /// <summary>Place of the mean on the panel's scale, for items whose options are each rated.</summary>
    MeanRating,
}

/// <summary>How a situational judgement item is answered; points at <see cref="Scoring.JudgementScoring"/>.</summary>
public enum JudgementMode
{
    /// <summary>The best option is picked.</summary>
    Best,

    /// <summary>The best and the worst option are picked.</summary>
    BestAndWorst,

    /// <summary>Each option is rated on the panel's scale.</summary>
    RateEach,
}

/// <summary>One version of the key of a situational judgement item. A new key never replaces an older one.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="Method">How the weights came about.</param>
/// <param name="Weights">
/// Part of the points per option identifier, 0 to 1; the best has 1. Where each option is rated: the panel's mean, 0 for the lowest step and 1
/// for the highest.
/// </param>
public sealed record PanelKey(int Version, KeyMethod Method, IReadOnlyDictionary<string, decimal> Weights);

/// <summary>What is the best thing to do here, or how good is each? Options are weighted by the ratings of an expert panel.</summary>
/// <param name="Identifier">Unique within the form.</param>
/// <param name="Stem">The situation as shown.</param>
/// <param name="Tags">Topic, objective, ability, tactics.</param>
/// <param name="MaxPoints">Most points the item gives.</param>
/// <param name="Options">At least two.</param>
/// <param name="Keys">At least one; versions count from 1 and rise.</param>
/// <param name="Panel">The ratings that the newest key comes from; null for an authored key.</param>
public sealed record SituationalJudgement(
    string Identifier, string Stem, ItemTags Tags, Points MaxPoints,
    IReadOnlyList<Option> Options, IReadOnlyList<PanelKey> Keys, ExpertPanel? Panel)
    : Item(Identifier, Stem, Tags, MaxPoints)
{
    /// <inheritdoc />
    public override string Type => "situational-judgement";

    /// <summary>How it is answered.</summary>
    public JudgementMode Mode { get; init; }

    /// <summary>Where each option is rated, the names of the steps from the lowest, 3 to 11, as many as the panel's; else none.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The methods by which a key for this way of answering comes from a panel.</summary>
    public IReadOnlyList<KeyMethod> Methods =>
        Mode == JudgementMode.RateEach ? [KeyMethod.MeanRating] : [KeyMethod.MeanWeight, KeyMethod.Consensus, KeyMethod.ProportionEndorsement];

    /// <summary>The newest key: the one that counts unless another version is asked for.</summary>
    public PanelKey Key => Keys[^1];

    /// <summary>The same item with one key more, made from its panel, so that answers can be scored again under it.</summary>
    /// <param name="method">How to make the weights.</param>
    /// <param name="panel">The ratings.</param>
    /// <returns>The item, or why the panel gives no key.</returns>
    public Result<SituationalJudgement> WithKey(KeyMethod method, ExpertPanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        if (!Methods.Contains(method))
        {
            return Refusals.RequestContradicts.Because(Mode == JudgementMode.RateEach
                ? "Options of this item are each rated; its key is the panel's mean rating."
                : "Options of this item are picked; a key of mean ratings is for options that are each rated.");
        }

        return panel.Weights(method).Then(weights =>
            (Result<SituationalJudgement>)(this with { Keys = [.. Keys, new PanelKey(Key.Version + 1, method, weights)], Panel = panel }));
    }
}
