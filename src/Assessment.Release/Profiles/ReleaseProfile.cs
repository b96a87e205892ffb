using System.Reflection;
using System.Text.Json.Serialization;
using Assessment.Domain;
using Assessment.Release.Agencies;
using Assessment.Release.Fields;
using Assessment.Release.Hierarchies;

namespace Assessment.Release.Profiles;

/// <summary>
/// What a release shows and how safe it must be. Quasi-identifiers that are not named are not released.
/// </summary>
/// <param name="Product">Who it is for.</param>
/// <param name="K">Least number of people who share a combination of quasi-identifiers; at least 11 for the public.</param>
/// <param name="G">Least number of people, within such a group, who answered the same waves; 5 or more, at most k.</param>
/// <param name="Columns">Quasi-identifiers in the order of the file.</param>
public sealed record ReleaseProfile(ReleaseProduct Product, int K, int G, IReadOnlyList<ProfileColumn> Columns)
{
    /// <summary>Name of the column of agency pools; its levels are 1 region and size band, 2 size band, 3 left out.</summary>
    public const string AgencyPool = "agency_pool";

    /// <summary>Least k of a public file: a chance of 1/11 = 0.09 of being found, the limit of EMA policy 0070.</summary>
    public const int LeastPublicK = 11;

    /// <summary>Least g.</summary>
    public const int LeastG = 5;

    /// <summary>Codes 97, 98 and 99 are taken, so a column has at most this many categories.</summary>
    public const int MostCategories = 96;

    /// <summary>
    /// The public profile that ships with the service. Its levels are those that a study of 200 people or more can keep:
    /// sex and years of service in two groups each, kind and agency pool left out. A larger study sets lower levels.
    /// </summary>
    public static ReleaseProfile PublicDefault { get; } = LoadDefault();

    /// <summary>Cut points; not part of the profile's file, which names levels only.</summary>
    [JsonIgnore]
    public HierarchySet Hierarchies { get; init; } = HierarchySet.Default;

    /// <summary>Privacy classes of fields; not part of the profile's file.</summary>
    [JsonIgnore]
    public FieldCatalog Fields { get; init; } = FieldCatalog.Default;

    /// <summary>Reads a profile file.</summary>
    /// <returns>A profile that keeps all rules, or a refusal naming the place.</returns>
    public static Result<ReleaseProfile> Read(string json) => ReleaseProfileJson.Read(json);

    /// <summary>The profile as a file: indented JSON with line feeds.</summary>
    public string ToJson() => ReleaseProfileJson.Write(this);

    /// <summary>Null when the profile keeps all rules, else the first broken one.</summary>
    public Refusal? Check() => CheckProduct() ?? CheckParameters() ?? CheckColumns();

    private Refusal? CheckProduct() => Product == ReleaseProduct.Public ? null : PrivacyRefusals.Transfer.Because(
        "The restricted product goes to named recipients under a transfer agreement, and none is on file; the public product is open.",
        new Place("product", "has no transfer agreement"));

    private Refusal? CheckParameters()
    {
        if (K < LeastPublicK)
        {
            return PrivacyRefusals.ParamK.Because($"A public file cannot go below k = {LeastPublicK}.", new Place("k", $"must be {LeastPublicK} or more"));
        }

        return G >= LeastG && G <= K ? null : PrivacyRefusals.ParamG.Because(
            $"g must be from {LeastG} to k, which is {K} here.", new Place("g", $"must be from {LeastG} to {K}"));
    }

    private Refusal? CheckColumns()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return Columns
            .Select((column, index) => CheckColumn(column, $"columns[{index}]", isNew: names.Add(column.Name)))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private Refusal? CheckColumn(ProfileColumn column, string place, bool isNew)
    {
        if (Fields.RefuseAsQuasiIdentifier(column.Name) is { } refusal)
        {
            return refusal with { Places = [new Place(place + ".name", refusal.Places[0].Problem)] };
        }

        var hierarchy = Hierarchies.Find(column.Name);
        if (!isNew || (hierarchy is null && column.Name != AgencyPool))
        {
            var problem = isNew ? "has no hierarchy" : "is given twice";
            return PrivacyRefusals.Column.Because($"Column {column.Name} {problem}.", new Place(place + ".name", problem));
        }

        var (least, most) = hierarchy is null ? (AgencyPools.LeastLevel, AgencyPools.Height) : (0, hierarchy.Height);
        if (column.Level < least || column.Level > most)
        {
            return PrivacyRefusals.ParamLevel.Because(
                $"Column {column.Name} has levels {least} to {most}.", new Place(place + ".level", $"must be from {least} to {most}"));
        }

        return hierarchy is null || hierarchy.LabelsAt(column.Level).Count <= MostCategories ? null : PrivacyRefusals.ParamLevel.Because(
            $"Column {column.Name} has more than {MostCategories} categories at level {column.Level}; take a higher one.",
            new Place(place + ".level", $"gives more than {MostCategories} categories"));
    }

    private static ReleaseProfile LoadDefault()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("profiles/public.json")!);
        return Read(reader.ReadToEnd()).Value;
    }
}
