namespace Assessment.Evaluation.Matching;

/// <summary>The same people at two waves: one place a pair in each column.</summary>
internal sealed class MatchedPairs
{
    public required PairFlow Flow { get; init; }

    /// <summary>Enrollment of each pair.</summary>
    public required int[] Enrollments { get; init; }

    /// <summary>Row of the earlier score.</summary>
    public required int[] Earlier { get; init; }

    /// <summary>Row of the later score.</summary>
    public required int[] Later { get; init; }

    public int Count => Enrollments.Length;
}
