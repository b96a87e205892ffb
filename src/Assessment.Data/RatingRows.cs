namespace Assessment.Data;

/// <summary>One rater's rating of one response.</summary>
public sealed record RatingRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int RatingNo { get; init; }

    /// <summary>Random id made by the rater's client.</summary>
    public Guid RatingId { get; init; }

    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>Item of the attempt's form version.</summary>
    public int ItemNo { get; init; }

    /// <summary>Revision of the answer that is judged; the rating stands while the answer has it.</summary>
    public long Revision { get; init; }

    /// <summary>Who judged.</summary>
    public int RaterNo { get; init; }

    /// <summary>The second, blind rating.</summary>
    public bool Second { get; init; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset RatedAt { get; init; }

    /// <summary>The rating this one corrects; null otherwise.</summary>
    public int? ReplacesNo { get; init; }

    /// <summary>Why it was corrected.</summary>
    public string? CorrectionReason { get; init; }
}

/// <summary>A level of a rating that stands.</summary>
public sealed record RatedLevelRow
{
    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>Item of the attempt's form version.</summary>
    public int ItemNo { get; init; }

    /// <summary>Who judged.</summary>
    public int RaterNo { get; init; }

    /// <summary>The second, blind rating.</summary>
    public bool Second { get; init; }

    /// <summary>The rating's id.</summary>
    public Guid RatingId { get; init; }

    /// <summary>Code of the attempt's wave.</summary>
    public string Wave { get; init; } = "";

    /// <summary>The attempt's form version.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>Criterion of the item's rubric.</summary>
    public string Criterion { get; init; } = "";

    /// <summary>Level, lowest 1.</summary>
    public int Level { get; init; }
}

/// <summary>An attempt given to a rater.</summary>
public sealed record AssignmentRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>The rater.</summary>
    public int RaterNo { get; init; }

    /// <summary>A second, blind rating.</summary>
    public bool Second { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset AssignedAt { get; init; }
}

/// <summary>An attempt with responses for raters.</summary>
public sealed record RateableRow
{
    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>Responses that are not the mark of an observed scenario.</summary>
    public int Written { get; init; }

    /// <summary>The first rater; null while there is none.</summary>
    public int? FirstRaterNo { get; init; }

    /// <summary>How many second ratings are assigned.</summary>
    public int Seconds { get; init; }
}

/// <summary>An administration with responses for raters.</summary>
public sealed record RateableTestRow
{
    /// <summary>The administration.</summary>
    public Guid AdministrationId { get; init; }

    /// <summary>Name of the class.</summary>
    public string ClassTitle { get; init; } = "";

    /// <summary>Title of the instrument.</summary>
    public string Instrument { get; init; } = "";

    /// <summary>Code of the wave.</summary>
    public string Wave { get; init; } = "";

    /// <summary>Attempts handed in with a response for raters.</summary>
    public int Attempts { get; init; }

    /// <summary>Of those, with a first rater.</summary>
    public int Given { get; init; }

    /// <summary>Of those, with a second rater.</summary>
    public int GivenTwice { get; init; }
}

/// <summary>A response that a rater is to judge.</summary>
public sealed record RatingWorkRow
{
    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>The attempt's id.</summary>
    public Guid AttemptId { get; init; }

    /// <summary>The wave's code.</summary>
    public string Wave { get; init; } = "";

    /// <summary>training or research.</summary>
    public string Plane { get; init; } = "";

    /// <summary>The participant's id on the training plane.</summary>
    public Guid ParticipantId { get; init; }

    /// <summary>The participant's code for evaluators.</summary>
    public string StudyCode { get; init; } = "";

    /// <summary>The attempt's form version.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>Item of the form version.</summary>
    public int ItemNo { get; init; }

    /// <summary>The response.</summary>
    public string Value { get; init; } = "";

    /// <summary>Its revision.</summary>
    public long Revision { get; init; }

    /// <summary>A second, blind rating.</summary>
    public bool Second { get; init; }

    /// <summary>The participant's place on the roster of the class, from 0.</summary>
    public int Position { get; init; }
}
