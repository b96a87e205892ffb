namespace Assessment.Evaluation.Scores;

/// <summary>What there is of a person at a wave.</summary>
internal enum WaveState
{
    /// <summary>No attempt.</summary>
    Absent,

    /// <summary>Begun and not submitted.</summary>
    Unsubmitted,

    /// <summary>Submitted without any answer that counts.</summary>
    NoAnswers,

    /// <summary>Some answers are missing where all are needed.</summary>
    Incomplete,

    /// <summary>A score.</summary>
    Scored,

    /// <summary>Whatever there is may not be used for research.</summary>
    NoConsent,
}
