namespace Assessment.Evaluation.Scores;

/// <summary>The waves for which a participant's consent (or an ethics board's waiver of it) covers research; the bit is 1 &lt;&lt; ordinal.</summary>
[Flags]
public enum ConsentedWaves
{
    /// <summary>No consent at any wave.</summary>
    None = 0,

    /// <summary>Pre-test.</summary>
    Pre = 1,

    /// <summary>Post-test.</summary>
    Post = 2,

    /// <summary>Follow-up at 6 months.</summary>
    FollowUp6 = 4,

    /// <summary>Follow-up at 12 months.</summary>
    FollowUp12 = 8,

    /// <summary>Every wave.</summary>
    All = 15,
}
