namespace Assessment.Data;

/// <summary>A form as it is saved: one edition of an instrument with its items.</summary>
public sealed record FormDraft
{
    /// <summary>The instrument.</summary>
    public int InstrumentNo { get; init; }

    /// <summary>Random id of the form, used when the form is new.</summary>
    public Guid FormId { get; init; }

    /// <summary>Stable short name, unique within the instrument.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>A or B of parallel forms.</summary>
    public string Edition { get; init; } = "";

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; init; } = "";

    /// <summary>Shown to participants.</summary>
    public string Title { get; init; } = "";

    /// <summary>The whole form with keys, canonical JSON.</summary>
    public string Content { get; init; } = "";

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Points needed to pass, ticks; null when there is no pass mark.</summary>
    public int? PassMark { get; init; }

    /// <summary>Most points, ticks.</summary>
    public int MaxPoints { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>The items in printed order; numbers count from 1.</summary>
    public IReadOnlyList<ItemRow> Items { get; init; } = [];
}

/// <summary>A version of a form, draft or published.</summary>
public sealed record FormVersionRow
{
    /// <summary>Number of the version inside.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>The form.</summary>
    public int FormNo { get; init; }

    /// <summary>Random id of the form at the border.</summary>
    public Guid FormId { get; init; }

    /// <summary>The instrument.</summary>
    public int InstrumentNo { get; init; }

    /// <summary>Stable short name of the form.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>A or B of parallel forms.</summary>
    public string Edition { get; init; } = "";

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; init; } = "";

    /// <summary>Counts from 1 within the form.</summary>
    public int Version { get; init; }

    /// <summary>Shown to participants.</summary>
    public string Title { get; init; } = "";

    /// <summary>The whole form with keys, canonical JSON.</summary>
    public string Content { get; init; } = "";

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Points needed to pass, ticks; null when there is no pass mark.</summary>
    public int? PassMark { get; init; }

    /// <summary>Most points, ticks.</summary>
    public int MaxPoints { get; init; }

    /// <summary>Last change of the draft.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>When it was frozen; null while a draft.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>An item of a form version, as analyses need it.</summary>
public sealed record ItemRow
{
    /// <summary>The form version; given by the store.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>Printed order, from 1; place in a score sheet is one less.</summary>
    public int ItemNo { get; init; }

    /// <summary>Name within the form.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>The item type's word, such as single-choice or scenario; the schema lists all.</summary>
    public string Type { get; init; } = "";

    /// <summary>Topic of the Act; null when none.</summary>
    public string? TopicCode { get; init; }

    /// <summary>Learning objective; null when none.</summary>
    public string? ObjectiveCode { get; init; }

    /// <summary>knowledge or skill.</summary>
    public string Ability { get; init; } = "";

    /// <summary>Most points, ticks.</summary>
    public int MaxPoints { get; init; }

    /// <summary>Agreement counts against the scale.</summary>
    public bool Reversed { get; init; }

    /// <summary>Codes of the tactics it is about; written, and read by <see cref="FormStore.Items"/>.</summary>
    public IReadOnlyList<string> Tactics { get; init; } = [];
}
