using Assessment.Domain;

namespace Assessment.Api.Features.Bundles;

/// <summary>How many of a kind a bundle brought.</summary>
/// <param name="Added">New here.</param>
/// <param name="Changed">Known here, and changed.</param>
/// <param name="There">Known here as they are.</param>
internal readonly record struct Brought(int Added, int Changed, int There);

/// <summary>What an import did, and what it met.</summary>
internal sealed class MergeTally
{
    private readonly SortedDictionary<string, Brought> counts = new(StringComparer.Ordinal);
    private readonly List<Place> faults = [], remarks = [];

    public IReadOnlyDictionary<string, Brought> Counts => counts;

    /// <summary>What keeps the whole bundle out.</summary>
    public IReadOnlyList<Place> Faults => faults;

    /// <summary>What was decided that somebody should know; never an answer, a score or a name.</summary>
    public IReadOnlyList<Place> Remarks => remarks;

    public void Added(string noun, int count = 1) => Count(noun, one => one with { Added = one.Added + count });

    public void Changed(string noun, int count = 1) => Count(noun, one => one with { Changed = one.Changed + count });

    public void There(string noun, int count = 1) => Count(noun, one => one with { There = one.There + count });

    public void Fault(string where, string problem) => faults.Add(new Place(where, problem));

    public void Remark(string where, string problem) => remarks.Add(new Place(where, problem));

    /// <summary>The number here of a thing that a row names; null, with a fault, when the bundle does not hold it or it is not here.</summary>
    public T? Find<T>(IReadOnlyDictionary<int, T> numbers, int number, string where, string noun)
        where T : class
    {
        if (numbers.TryGetValue(number, out var found))
        {
            return found;
        }

        Fault(where, $"It names {noun} that is not here.");
        return null;
    }

    private void Count(string noun, Func<Brought, Brought> change) => counts[noun] = change(counts.GetValueOrDefault(noun));
}
