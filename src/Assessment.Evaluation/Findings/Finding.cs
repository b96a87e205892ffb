namespace Assessment.Evaluation.Findings;

/// <summary>An estimate placed in its question.</summary>
public abstract record Finding
{
    /// <summary>The question, such as "Did knowledge change from pre-test to post-test?".</summary>
    public required string Question { get; init; }

    /// <summary>How far the design lets one speak of cause.</summary>
    public required DesignClass Design { get; init; }

    /// <summary>Whether the data carry it.</summary>
    public required DataVerdict Verdict { get; init; }

    /// <summary>Full sentences a reader needs to judge it; may be empty.</summary>
    public IReadOnlyList<string> Caveats { get; init; } = [];
}
