using Assessment.Domain;
using Assessment.Release.Agencies;
using Assessment.Release.Hierarchies;
using Assessment.Release.Profiles;
using Assessment.Release.Snapshot;

namespace Assessment.Release.Anonymity;

/// <summary>The people of a release and their quasi-identifiers, after all rules that do not depend on k.</summary>
internal sealed record Population(IReadOnlyList<ReleasePerson> Persons, IReadOnlyList<QuasiColumn> Columns)
{
    private const int MostValuesNamed = 5;

    /// <summary>Screens the snapshot and looks every value up in its hierarchy.</summary>
    public static Result<Population> Of(ReleaseProfile profile, ReleaseInput input)
    {
        if (profile.Check() is { } broken)
        {
            return broken;
        }

        return Screening.Admit(profile, input).Then<Population>(persons =>
        {
            var columns = profile.Columns.Select(column => Column(profile, column, input, persons)).ToList();
            var stranger = columns.Select(RefuseStrangers).FirstOrDefault(refusal => refusal is not null);
            return stranger is null ? new Population(persons, columns) : stranger;
        });
    }

    /// <summary>Persons by their combination of values at the columns' own levels.</summary>
    public IEnumerable<IReadOnlyList<int>> Classes() =>
        Enumerable.Range(0, Persons.Count)
            .GroupBy(person => string.Join('\n', Columns.Select(column => column.Shown(person))), StringComparer.Ordinal)
            .Select(one => one.ToList());

    /// <summary>The same people in another order.</summary>
    public Population InOrder(IReadOnlyList<int> order) => new(
        [.. order.Select(person => Persons[person])],
        [.. Columns.Select(column => column with { Values = [.. order.Select(person => column.Values[person])] })]);

    private static QuasiColumn Column(ReleaseProfile profile, ProfileColumn column, ReleaseInput input, IReadOnlyList<ReleasePerson> persons)
    {
        if (column.Name == ReleaseProfile.AgencyPool)
        {
            var sizes = persons.CountBy(person => person.Agency).ToDictionary();
            var shares = input.Agencies.Where(agency => sizes.ContainsKey(agency.Id)).Select(agency => new AgencyShare(agency, sizes[agency.Id]));
            return new QuasiColumn(AgencyPools.Build([.. shares]), column.Level, [.. persons.Select(person => AgencyPools.Key(person.Agency))]);
        }

        var values = persons.Select(person => Hierarchy.Canonical(person.QuasiIdentifiers.GetValueOrDefault(column.Name)));
        return new QuasiColumn(profile.Hierarchies.Find(column.Name)!, column.Level, [.. values]);
    }

    private static Refusal? RefuseStrangers(QuasiColumn column)
    {
        var strangers = column.Values.Where(value => !column.Hierarchy.Knows(value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return strangers.Count == 0 ? null : PrivacyRefusals.HierarchyValue.Because(
            $"{column.Name}: {strangers.Count} of its values are not in its hierarchy; correct the data or extend the hierarchy.",
            [.. strangers.Take(MostValuesNamed).Select(value => new Place($"field {column.Name}", $"\"{value}\" is not in the hierarchy"))]);
    }
}
