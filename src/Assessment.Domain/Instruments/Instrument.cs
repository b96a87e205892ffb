namespace Assessment.Domain.Instruments;

/// <summary>What an instrument measures and how its forms are summed.</summary>
public enum InstrumentKind
{
    /// <summary>Points for right answers; pass mark possible.</summary>
    KnowledgeTest,

    /// <summary>Agreement on a scale; the score is the mean item value, reversed items turned round.</summary>
    Scale,

    /// <summary>Indicators of use on the job; the score is shown ÷ (shown + not shown), opportunities without occasion left out.</summary>
    FollowUpChecklist,
}

/// <summary>A test, scale or checklist as an idea; its editions are forms.</summary>
/// <param name="Identifier">Stable short name, such as "dekt".</param>
/// <param name="Title">Full name.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Plane">Who may see a person's row; cannot change later.</param>
public sealed record Instrument(string Identifier, string Title, InstrumentKind Kind, Plane Plane);
