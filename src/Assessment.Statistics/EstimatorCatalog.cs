namespace Assessment.Statistics;

/// <summary>
/// Every estimator that can stand in a table or plot. Reports, codebooks, the methods appendix and the <c>estimate</c> verb
/// read labels, bounds, sources and pages from here.
/// </summary>
public static partial class EstimatorCatalog
{
    private const string DescriptivesPage = "docs/methods/descriptives.md";
    private const string PairedGainPage = "docs/methods/paired-gain.md";
    private const string EffectSizesPage = "docs/methods/effect-sizes-paired.md";
    private const string HakePage = "docs/methods/hake-gain.md";
    private const string PassRatePage = "docs/methods/pass-rate-change.md";
    private const string ProportionPage = "docs/methods/proportion.md";
    private const string ClusteredPage = "docs/methods/clustered-mean.md";

    /// <summary>Arithmetic mean.</summary>
    public static readonly Estimator Mean = new("mean", "Mean", "x̄", "Student (1908)", DescriptivesPage);

    /// <summary>Mean of post − pre.</summary>
    public static readonly Estimator MeanGain = new("mean-gain", "Mean gain", "d̄", "Student (1908)", PairedGainPage) { NullValue = 0 };

    /// <summary>Mean under clustering.</summary>
    public static readonly Estimator ClusteredMean = new("clustered-mean", "Mean, clustered by class", "x̄", "Cameron and Miller (2015), eq. 11–12", ClusteredPage) { NullValue = 0 };

    /// <summary>Gain over the SD of the gain.</summary>
    public static readonly Estimator CohensDz = new("d-z", "Cohen's d (SD of the gain)", "d_z", "Cohen (1988), eq. 2.3.5", EffectSizesPage) { NullValue = 0 };

    /// <summary>Unbiased <see cref="CohensDz"/>.</summary>
    public static readonly Estimator HedgesGz = new("g-z", "Hedges' g (SD of the gain)", "g_z", "Hedges (1981), eq. 6e; Gibbons, Hedeker and Davis (1993)", EffectSizesPage) { NullValue = 0 };

    /// <summary>Gain over the average SD.</summary>
    public static readonly Estimator CohensDav = new("d-av", "Cohen's d (average SD)", "d_av", "Cumming (2012), eq. 11.9; interval Algina and Keselman (2003)", EffectSizesPage) { NullValue = 0 };

    /// <summary>Unbiased <see cref="CohensDav"/>.</summary>
    public static readonly Estimator HedgesGav = new("g-av", "Hedges' g (average SD)", "g_av", "Cumming (2012), eq. 11.9 with Hedges (1981), eq. 6e", EffectSizesPage) { NullValue = 0 };

    /// <summary>Gain over the SD of the gain corrected for correlation.</summary>
    public static readonly Estimator CohensDrm = new("d-rm", "Cohen's d (repeated measures)", "d_rm", "Morris and DeShon (2002), eq. 12", EffectSizesPage) { NullValue = 0 };

    /// <summary>Unbiased <see cref="CohensDrm"/>.</summary>
    public static readonly Estimator HedgesGrm = new("g-rm", "Hedges' g (repeated measures)", "g_rm", "Morris and DeShon (2002), eq. 12 with Hedges (1981), eq. 6e", EffectSizesPage) { NullValue = 0 };

    /// <summary>Gain over the SD before.</summary>
    public static readonly Estimator GlassDelta = new("glass-delta", "Glass's delta (SD before)", "Δ", "Becker (1988)", EffectSizesPage) { NullValue = 0 };

    /// <summary>Unbiased <see cref="GlassDelta"/>.</summary>
    public static readonly Estimator GlassDeltaUnbiased = new("glass-delta-unbiased", "Glass's delta, unbiased (SD before)", "Δ_J", "Becker (1988), eq. 5", EffectSizesPage) { NullValue = 0 };

    /// <summary>Φ(d_z).</summary>
    public static readonly Estimator CommonLanguage = new("common-language", "Common language effect size", "CL", "McGraw and Wong (1992)", EffectSizesPage) { Lower = 0, Upper = 1, NullValue = 0.5 };

    /// <summary>Observed share with a gain.</summary>
    public static readonly Estimator ProbabilityImproved = new("probability-improved", "Share that improved", "PS_dep", "Grissom and Kim (2012), ch. 5", EffectSizesPage) { Lower = 0, Upper = 1, NullValue = 0.5 };

    /// <summary>Class normalized gain.</summary>
    public static readonly Estimator HakeClassGain = new("hake-class-gain", "Normalized gain of the class", "⟨g⟩", "Hake (1998), eq. 1", HakePage) { Upper = 1, NullValue = 0 };

    /// <summary>Mean individual normalized gain.</summary>
    public static readonly Estimator HakeIndividualGain = new("hake-individual-gain", "Mean individual normalized gain", "g_ave", "Hake (1998); Bao (2006)", HakePage) { Upper = 1, NullValue = 0 };

    /// <summary>Mean normalized change.</summary>
    public static readonly Estimator NormalizedChange = new("normalized-change", "Mean normalized change", "c", "Marx and Cummings (2007)", HakePage) { Lower = -1, Upper = 1, NullValue = 0 };

    /// <summary>Paired difference of pass rates.</summary>
    public static readonly Estimator PassRateDifference = new("pass-rate-difference", "Change of the pass rate", "Δp", "Newcombe (1998b), method 10", PassRatePage) { Lower = -1, Upper = 1, NullValue = 0 };

    /// <summary>A single proportion.</summary>
    public static readonly Estimator Proportion = new("proportion", "Proportion", "p", "Wilson (1927); Brown, Cai and DasGupta (2001), eq. 4", ProportionPage) { Lower = 0, Upper = 1 };

    /// <summary>All estimators in the order of the methods documentation.</summary>
    public static IReadOnlyList<Estimator> All =>
    [
        Mean, MeanGain, ClusteredMean,
        CohensDz, HedgesGz, CohensDav, HedgesGav, CohensDrm, HedgesGrm, GlassDelta, GlassDeltaUnbiased, CommonLanguage, ProbabilityImproved,
        HodgesLehmann, HodgesLehmannShift, CliffsDelta, MeanDifference, CohensD, HedgesG, GlassDeltaIndependent, ReliablyImproved, Retained,
        Dppc2, AdjustedDifference, DifferenceInDifferences, FixedEffect, IccGroups, MedianGain,
        HakeClassGain, HakeIndividualGain, NormalizedChange, PassRateDifference, Proportion,
        CronbachAlpha, McDonaldOmega,
        CohensKappa, FleissKappa, Icc1, Icc2, Icc2K, Icc3, KrippendorffAlpha,
        .. Rates, .. MetaAnalysis, .. Power, .. MissingData,
    ];

    /// <summary>The estimator of an id, or null.</summary>
    /// <param name="id">Such as "d-av".</param>
    public static Estimator? Find(string id) => All.FirstOrDefault(e => e.Id == id);
}
