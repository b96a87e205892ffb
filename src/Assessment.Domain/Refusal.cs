namespace Assessment.Domain;

/// <summary>Which kind of no it is; the API maps each kind to one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The thing does not exist for this caller (404); another agency's things look the same.</summary>
    NotFound,

    /// <summary>The state of things forbids it now (409).</summary>
    Conflict,

    /// <summary>The input is readable but breaks a rule of the domain (422).</summary>
    Unprocessable,

    /// <summary>The caller's role may not do this (403).</summary>
    Forbidden,

    /// <summary>Another program keeps the service from writing; the same request may succeed soon (503).</summary>
    Busy,

    /// <summary>There is no room to keep what was sent (507).</summary>
    Full,
}

/// <summary>A line of the catalogue: stable code, title and kind of a refusal.</summary>
/// <param name="Code">Stable, lower-case, hyphenated (privacy codes keep their published capitals).</param>
/// <param name="Title">A short sentence fragment that fits every occurrence.</param>
/// <param name="Kind">What kind of no it is.</param>
public sealed record RefusalCode(string Code, string Title, RefusalKind Kind)
{
    /// <summary>A refusal of this code with the sentence that helps in this case.</summary>
    /// <param name="reason">One sentence: what is wrong and what would help. Never a name, an answer or a secret.</param>
    /// <param name="places">Where in the input, such as "line 17" or "items[3].key"; empty when no place applies.</param>
    public Refusal Because(string reason, params IReadOnlyList<Place> places) => new(this, reason, places);
}

/// <summary>A place in an input and what is wrong there.</summary>
/// <param name="Where">Such as "line 17, column token" or "items[3].key".</param>
/// <param name="Problem">One sentence.</param>
public sealed record Place(string Where, string Problem);

/// <summary>An expected no, as a value.</summary>
/// <param name="Code">The line of <see cref="Refusals"/> it is.</param>
/// <param name="Reason">The sentence for this case.</param>
/// <param name="Places">Places in the input, if it has any.</param>
public sealed record Refusal(RefusalCode Code, string Reason, IReadOnlyList<Place> Places);
