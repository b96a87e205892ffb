using Assessment.Domain.Instruments;

namespace Assessment.Evaluation.Scores;

/// <summary>
/// What summing needs to know of a form version. A form filled in by two kinds of people (a checklist by self and by supervisor)
/// appears once per <see cref="Source"/>; instrument and source together name one set of scores.
/// </summary>
public sealed record FormLayout
{
    /// <summary>Identifier of the instrument, such as "dekt".</summary>
    public required string Instrument { get; init; }

    /// <summary>How the items are summed (<see cref="MissingItemRule"/>).</summary>
    public required InstrumentKind Kind { get; init; }

    /// <summary>Scores of the research plane count only with consent.</summary>
    public required Plane Plane { get; init; }

    /// <summary>Names the frozen version in tables, such as "dekt-a v1".</summary>
    public required string Version { get; init; }

    /// <summary>"A" or "B" of parallel forms.</summary>
    public required string Edition { get; init; }

    /// <summary>Items in form order, at least one.</summary>
    public required IReadOnlyList<FormItem> Items { get; init; }

    /// <summary>Ticks needed to pass; null without a pass mark.</summary>
    public int? PassMarkTicks { get; init; }

    /// <summary>Who filled it in, "self" or "supervisor"; null when participants answer about themselves anyway.</summary>
    public string? Source { get; init; }

    /// <summary>The layout of a form.</summary>
    /// <param name="form">The form, as published.</param>
    /// <param name="version">Name of the version for tables.</param>
    /// <param name="source">Who fills it in, or null.</param>
    public static FormLayout Of(Form form, string version, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new()
        {
            Instrument = form.Instrument.Identifier,
            Kind = form.Instrument.Kind,
            Plane = form.Instrument.Plane,
            Version = version,
            Edition = form.Edition,
            PassMarkTicks = form.PassMark?.Ticks,
            Source = source,
            Items = [.. form.Items.Select(item => new FormItem(item.Tags.Topic, item.Tags.Objective, item.Tags.Ability, item.MaxPoints.Ticks))],
        };
    }
}
