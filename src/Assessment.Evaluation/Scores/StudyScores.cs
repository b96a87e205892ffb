namespace Assessment.Evaluation.Scores;

/// <summary>Everything an analysis reads: who was enrolled, and the scale scores of each instrument and wave. Made by <see cref="StudyScoresBuilder"/>.</summary>
public sealed class StudyScores
{
    internal StudyScores(Enrollments enrollments, IReadOnlyList<InstrumentScores> instruments, string inputSha256) =>
        (Enrollments, Instruments, InputSha256) = (enrollments, instruments, inputSha256);

    /// <summary>Who was enrolled.</summary>
    public Enrollments Enrollments { get; }

    /// <summary>One per instrument and source, in order of their first form.</summary>
    public IReadOnlyList<InstrumentScores> Instruments { get; }

    /// <summary>SHA-256 (hex) over layouts, enrollments and packed rows in canonical order: same data, same hash.</summary>
    public string InputSha256 { get; }
}
