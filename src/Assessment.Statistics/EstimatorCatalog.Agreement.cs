namespace Assessment.Statistics;

/// <content>How far raters agree.</content>
public static partial class EstimatorCatalog
{
    private const string AgreementPage = "docs/methods/rater-agreement.md";

    /// <summary>Cohen's kappa.</summary>
    public static readonly Estimator CohensKappa = new("cohens-kappa", "Cohen's kappa", "κ", "Cohen (1960), eq. 1; Fleiss, Cohen and Everitt (1969), eq. 8", AgreementPage) { Lower = -1, Upper = 1, NullValue = 0 };

    /// <summary>Fleiss' kappa.</summary>
    public static readonly Estimator FleissKappa = new("fleiss-kappa", "Fleiss' kappa", "κ", "Fleiss (1971), eq. 7; Fleiss, Nee and Landis (1979), eq. 12", AgreementPage) { Lower = -1, Upper = 1, NullValue = 0 };

    /// <summary>ICC(1,1).</summary>
    public static readonly Estimator Icc1 = new("icc-1", "Intraclass correlation, other raters per target", "ICC(1,1)", "Shrout and Fleiss (1979), p. 423", AgreementPage) { Upper = 1, NullValue = 0 };

    /// <summary>ICC(2,1).</summary>
    public static readonly Estimator Icc2 = new("icc-2", "Intraclass correlation, agreement of one rater", "ICC(2,1)", "Shrout and Fleiss (1979), p. 423", AgreementPage) { Upper = 1, NullValue = 0 };

    /// <summary>ICC(2,k).</summary>
    public static readonly Estimator Icc2K = new("icc-2k", "Intraclass correlation, agreement of the raters' mean", "ICC(2,k)", "Shrout and Fleiss (1979), p. 426", AgreementPage) { Upper = 1, NullValue = 0 };

    /// <summary>ICC(3,1).</summary>
    public static readonly Estimator Icc3 = new("icc-3", "Intraclass correlation, consistency of one rater", "ICC(3,1)", "Shrout and Fleiss (1979), p. 423", AgreementPage) { Upper = 1, NullValue = 0 };

    /// <summary>Krippendorff's alpha.</summary>
    public static readonly Estimator KrippendorffAlpha = new("krippendorff-alpha", "Krippendorff's alpha", "α", "Krippendorff (2011)", AgreementPage) { Upper = 1, NullValue = 0 };
}
