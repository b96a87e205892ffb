using System.Collections.Immutable;
using System.Reflection;

namespace Assessment.Release.Hierarchies;

/// <summary>The hierarchies of a policy, one per quasi-identifier.</summary>
public sealed class HierarchySet
{
    private readonly ImmutableSortedDictionary<string, Hierarchy> byColumn;

    private HierarchySet(string version, ImmutableSortedDictionary<string, Hierarchy> byColumn)
    {
        Version = version;
        this.byColumn = byColumn;
    }

    /// <summary>The policy of this version of the service, embedded in it.</summary>
    public static HierarchySet Default { get; } = LoadDefault();

    /// <summary>Name of the policy, printed in the package.</summary>
    public string Version { get; }

    /// <summary>Columns that have a hierarchy, in alphabetical order.</summary>
    public IEnumerable<string> Columns => byColumn.Keys;

    /// <summary>The hierarchy of a column, or null.</summary>
    public Hierarchy? Find(string column) => byColumn.GetValueOrDefault(column);

    /// <summary>A policy of its own name that has this hierarchy in the place of, or beside, the present ones.</summary>
    public HierarchySet With(string version, Hierarchy hierarchy)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        return new HierarchySet(version, byColumn.SetItem(hierarchy.Column, hierarchy));
    }

    private static HierarchySet LoadDefault()
    {
        const string Folder = "hierarchies/";
        var assembly = Assembly.GetExecutingAssembly();
        var hierarchies = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Load(assembly, name, Path.GetFileNameWithoutExtension(name)));
        return new HierarchySet("v1", hierarchies.ToImmutableSortedDictionary(hierarchy => hierarchy.Column, hierarchy => hierarchy, StringComparer.Ordinal));
    }

    private static Hierarchy Load(Assembly assembly, string resource, string column)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return Hierarchy.Read(column, reader).Value;
    }
}
