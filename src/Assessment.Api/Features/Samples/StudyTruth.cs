namespace Assessment.Api.Features.Samples;

/// <summary>
/// What the generator plants, so that estimates can be held against it. Abilities are in logits; one person differs
/// from another by about one. Written to <c>expected/truth.json</c> with the same names.
/// </summary>
internal sealed record StudyTruth
{
    /// <summary>Ability gained from pre-test to post-test, by topic, for a person of average learning.</summary>
    public IReadOnlyDictionary<string, double> GainLogits { get; init; } = new SortedDictionary<string, double>(StringComparer.Ordinal)
    {
        ["DE_ALT"] = 0.95,
        ["CRISIS_DIS"] = 0.85,
        ["CIT_PART"] = 0.75,
        ["REFERRAL"] = 0.65,
    };

    /// <summary>Share of the gain that is lost by the follow-up after six months.</summary>
    public double FollowUpLossShare { get; init; } = 0.30;

    /// <summary>Standard deviation between people of the factor that multiplies the gain (mean 1).</summary>
    public double GainFactorPersonSd { get; init; } = 0.40;

    /// <summary>Standard deviation between classes of the same factor.</summary>
    public double GainFactorClassSd { get; init; } = 0.20;

    /// <summary>Standard deviation of ability between people of one class.</summary>
    public double PersonSd { get; init; } = 0.75;

    /// <summary>Standard deviation of mean ability between classes of one agency.</summary>
    public double ClassSd { get; init; } = 0.20;

    /// <summary>Standard deviation of mean ability between agencies.</summary>
    public double AgencySd { get; init; } = 0.25;

    /// <summary>Standard deviation of a good or bad day of a person, at the post-test and at the follow-up.</summary>
    public double OccasionSd { get; init; } = 0.25;

    /// <summary>Mean ability of officers without earlier training at the pre-test.</summary>
    public double MeanAbility { get; init; } = 0.45;

    /// <summary>How much more able a person with earlier crisis intervention training is at the pre-test.</summary>
    public double PriorTrainingLogits { get; init; } = 0.30;

    /// <summary>How much more able a mental health professional is at the pre-test.</summary>
    public double ProfessionalLogits { get; init; } = 0.40;

    /// <summary>Mean difficulty of form B minus that of form A.</summary>
    public double FormBHarderLogits { get; init; } = 0.20;

    /// <summary>Probability that one item of the knowledge test is left blank.</summary>
    public double TestBlankRate { get; init; } = 0.012;

    /// <summary>Probability that one item of the scale or the checklist is left blank.</summary>
    public double ScaleBlankRate { get; init; } = 0.003;

    /// <summary>Probability that an answer was first given otherwise and then changed.</summary>
    public double ChangedAnswerRate { get; init; } = 0.04;

    /// <summary>Probability of missing the pre-test.</summary>
    public double MissPreRate { get; init; } = 0.03;

    /// <summary>Probability of missing the post-test.</summary>
    public double MissPostRate { get; init; } = 0.07;

    /// <summary>Log odds of missing the follow-up for a person of average ability at the pre-test.</summary>
    public double MissFollowUpIntercept { get; init; } = -0.90;

    /// <summary>Change of these log odds per logit of ability: the less able are lost a little more often.</summary>
    public double MissFollowUpSlope { get; init; } = -0.30;

    /// <summary>Probability of taking the knowledge test of a wave but not the confidence scale.</summary>
    public double SkipConfidenceRate { get; init; } = 0.02;

    /// <summary>Probability of refusing consent to research.</summary>
    public double RefuseConsentRate { get; init; } = 0.04;

    /// <summary>Mean shift of felt confidence from pre-test to post-test, in steps of the scale.</summary>
    public double ConfidenceGainSteps { get; init; } = 0.55;

    /// <summary>Standard deviation of this shift between people, in steps.</summary>
    public double ConfidenceGainPersonSd { get; init; } = 0.40;

    /// <summary>Log odds by which supervisors report an indicator as shown less often than people say of themselves.</summary>
    public double SupervisorEffectLogits { get; init; } = -0.50;

    /// <summary>Standard deviation of severity between supervisors.</summary>
    public double SupervisorSd { get; init; } = 0.30;

    /// <summary>Probability that an officer is rated by a supervisor.</summary>
    public double SupervisorCoverage { get; init; } = 0.75;

    /// <summary>Interactions with force per 1,000 contacts before the training of an agency is finished.</summary>
    public double ForcePerThousand { get; init; } = 0.90;

    /// <summary>Rate ratio of force in the months after an agency's last class.</summary>
    public double ForceRateRatioAfter { get; init; } = 0.80;

    /// <summary>Reported interactions without force per 1,000 contacts before.</summary>
    public double TacticsPerThousand { get; init; } = 1.30;

    /// <summary>Rate ratio of reported interactions without force in the months after.</summary>
    public double TacticsRateRatioAfter { get; init; } = 1.15;

    /// <summary>Standard deviation of the log rate between agency-months (overdispersion).</summary>
    public double MonthLogSd { get; init; } = 0.25;
}
