using Assessment.Domain;
using Assessment.Release.Profiles;
using Assessment.Release.Snapshot;

namespace Assessment.Release.Anonymity;

/// <summary>Who may be in a release, and whether they are enough.</summary>
internal static class Screening
{
    private const int LeastPersons = 100;
    private const int LeastAgencies = 3;
    private const int LeastPersonsOfOneAgency = 250;

    /// <summary>The people who consented and did not withdraw, in the order of the snapshot.</summary>
    public static Result<IReadOnlyList<ReleasePerson>> Admit(ReleaseProfile profile, ReleaseInput input)
    {
        var persons = input.Persons.Where(person => person.Consent == ConsentDecision.Granted).ToList();
        var refusal = RefuseFields(profile, input) ?? RefuseScores(input) ?? RefuseSize(profile, persons);
        return refusal is null ? persons : refusal;
    }

    private static Refusal? RefuseFields(ReleaseProfile profile, ReleaseInput input) =>
        input.Persons.SelectMany(person => person.QuasiIdentifiers.Keys).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(profile.Fields.RefuseAsQuasiIdentifier)
            .FirstOrDefault(refusal => refusal is not null);

    private static Refusal? RefuseScores(ReleaseInput input)
    {
        var broken = input.Persons.SelectMany(person => person.Waves)
            .SelectMany(wave => wave.Scores.Where(score => !double.IsFinite(score.Value)).Select(score => $"{score.Key}, {wave.Wave}"))
            .FirstOrDefault();
        return broken is null ? null : PrivacyRefusals.NumRange.Because(
            $"A score of {broken} is not a finite number; a missing score must be absent.", new Place(broken, "is not a finite number"));
    }

    private static Refusal? RefuseSize(ReleaseProfile profile, List<ReleasePerson> persons)
    {
        if (persons.Count == 0)
        {
            return PrivacyRefusals.Empty.Because("Nobody of this study consented to the release, so there is nothing to release.");
        }

        if (persons.Count < profile.K)
        {
            return PrivacyRefusals.TooFew.Because(
                $"Fewer than {profile.K} people consented; a release needs {profile.K}. Wait for more classes or join a multi-agency release.");
        }

        var agencies = persons.Select(person => person.Agency).Distinct().Count();
        var enough = agencies == 1
            ? persons.Count >= LeastPersonsOfOneAgency
            : agencies >= LeastAgencies && persons.Count >= LeastPersons;
        return enough ? null : PrivacyRefusals.Scope.Because(
            $"{persons.Count} people of {agencies} {(agencies == 1 ? "agency" : "agencies")} consented: too few for a public file, which needs {LeastPersons} people of {LeastAgencies} agencies, or {LeastPersonsOfOneAgency} of one. Wait for more classes or join a multi-agency release.");
    }
}
