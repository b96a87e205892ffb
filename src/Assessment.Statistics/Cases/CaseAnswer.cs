namespace Assessment.Statistics.Cases;

/// <summary>What a case answers: results by key, or why it was refused.</summary>
public abstract record CaseAnswer
{
    private CaseAnswer()
    {
    }

    /// <summary>Results in the order of the method's keys.</summary>
    /// <param name="Values">
    /// Numbers, arrays, booleans, strings; null where not estimable. Infinite numbers are allowed, NaN is not.
    /// </param>
    public sealed record Results(OrderedDictionary<string, object?> Values) : CaseAnswer;

    /// <summary>A refusal.</summary>
    /// <param name="Code">Stable code, such as "unknown-column".</param>
    /// <param name="Reason">One sentence naming the place.</param>
    public sealed record Refused(string Code, string Reason) : CaseAnswer;
}
