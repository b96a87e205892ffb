namespace Assessment.Statistics.Models.Mixed;

/// <summary>Which criterion is minimized and what is computed beside the estimates.</summary>
/// <param name="Reml">Restricted maximum likelihood (default) or maximum likelihood.</param>
/// <param name="Level">Confidence level of the Wald intervals, in (0, 1).</param>
/// <param name="Satterthwaite">Whether Satterthwaite degrees of freedom are computed: some more evaluations of the criterion.</param>
/// <param name="KenwardRoger">
/// Whether Kenward–Roger errors and degrees of freedom are computed: only under REML and up to
/// <see cref="LinearMixedModel.MostKenwardRogerEffects"/> random effects, for they need a matrix of that order.
/// </param>
public sealed record MixedModelOptions(bool Reml = true, double Level = 0.95, bool Satterthwaite = false, bool KenwardRoger = false);
