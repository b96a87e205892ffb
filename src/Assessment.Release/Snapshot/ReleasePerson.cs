namespace Assessment.Release.Snapshot;

/// <summary>One participant as the release pipeline gets them: no name, no date.</summary>
/// <param name="Id">Key of the person; leaves only as a pseudonym.</param>
/// <param name="Agency">Key of their agency.</param>
/// <param name="Consent">Their decision.</param>
/// <param name="QuasiIdentifiers">Value by field; null or empty is missing.</param>
/// <param name="Waves">The waves they answered, each at most once.</param>
public sealed record ReleasePerson(
    Guid Id,
    Guid Agency,
    ConsentDecision Consent,
    IReadOnlyDictionary<string, string?> QuasiIdentifiers,
    IReadOnlyList<AnsweredWave> Waves);
