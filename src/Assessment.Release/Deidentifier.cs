using Assessment.Domain;
using Assessment.Release.Anonymity;
using Assessment.Release.Profiles;
using Assessment.Release.Pseudonyms;
using Assessment.Release.Snapshot;
using Assessment.Release.Table;

namespace Assessment.Release;

/// <summary>
/// The only way out: turns the frozen snapshot of a study into the public file of wave scores, or refuses with a reason.
/// Pure: equal profile, input and key give an equal table.
/// </summary>
public static class Deidentifier
{
    /// <summary>
    /// Screens fields and consent, generalizes quasi-identifiers to the profile's levels, demands k people in every
    /// combination, makes rare patterns of answered waves and rare times common, and replaces keys by pseudonyms.
    /// </summary>
    /// <param name="profile">What to show and how safe.</param>
    /// <param name="input">The whole study.</param>
    /// <param name="key">A key of this file alone; dispose it afterwards.</param>
    /// <returns>The table, or a PRV refusal that says what would help and tells no count below k.</returns>
    /// <exception cref="ArgumentException">The input names a person twice.</exception>
    /// <exception cref="ObjectDisposedException">The key was destroyed.</exception>
    public static Result<DeidentifiedTable> Apply(ReleaseProfile profile, ReleaseInput input, ReleaseKey key)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(key);
        if (input.Persons.DistinctBy(person => person.Id).Count() != input.Persons.Count)
        {
            throw new ArgumentException("A person is given twice.", nameof(input));
        }

        return Population.Of(profile, input).Then<DeidentifiedTable>(population =>
            population.Classes().Any(one => one.Count < profile.K)
                ? KRefusal.Of(profile, population)
                : ScoreColumn.Of(profile, input, population.Persons).Then<DeidentifiedTable>(scores => Assemble(profile, input, key, population, scores)));
    }

    private static DeidentifiedTable Assemble(
        ReleaseProfile profile, ReleaseInput input, ReleaseKey key, Population population, IReadOnlyList<ScoreColumn> scores)
    {
        var codes = population.Persons.Select(person => Pseudonym.Of(key, PseudonymKind.Officer, input.Release, person.Id)).ToArray();
        if (codes.Distinct(StringComparer.Ordinal).Count() != codes.Length)
        {
            throw new InvalidOperationException("Two pseudonyms are equal: take a new key.");
        }

        var order = Enumerable.Range(0, codes.Length).OrderBy(person => codes[person], StringComparer.Ordinal).ToList();
        Array.Sort(codes, StringComparer.Ordinal);
        return new TableAssembly(profile, input, population.InOrder(order), scores).Table(codes);
    }
}
