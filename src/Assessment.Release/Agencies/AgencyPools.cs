using System.Collections.Immutable;
using System.Globalization;
using Assessment.Release.Hierarchies;
using Assessment.Release.Profiles;
using Assessment.Release.Snapshot;

namespace Assessment.Release.Agencies;

/// <summary>An agency and how many of its people are in the release.</summary>
internal sealed record AgencyShare(ReleaseAgency Agency, int Persons);

/// <summary>
/// Hides agencies in pools. Everybody knows how large an agency is and what was in the newspaper about it, so the agency
/// is a quasi-identifier of all its people. Levels: 0 the agency (never published), 1 region × size band, 2 size band,
/// 3 the root. A pool needs three agencies, 25 people, and no agency with more than half of them; one that fails is merged
/// with the next size band of its region. Regions that still fail are pooled together; if these fail too, the pools of
/// level 1 are those of the whole country, and if these fail, there is but one.
/// </summary>
internal static class AgencyPools
{
    public const int LeastLevel = 1;
    public const int Height = 3;

    private const int LeastAgencies = 3;
    private const int LeastPersons = 25;
    private const string WholeCountry = "";

    private static readonly int[] BandStarts = [1, 25, 100];

    private sealed record Pool(string Place, int Low, int High, ImmutableArray<AgencyShare> Shares)
    {
        /// <summary>A pool in which no agency can be told from the others.</summary>
        public bool Stands =>
            Shares.Length >= LeastAgencies
            && Shares.Sum(share => share.Persons) is var persons && persons >= LeastPersons
            && Shares.Max(share => share.Persons) * 2 <= persons;

        public Pool With(Pool next) => new(Place, Low, next.High, [.. Shares, .. next.Shares]);

        public string Label
        {
            get
            {
                var last = High == BandStarts.Length - 1;
                var size = Low == 0 && last ? "all sizes" : string.Create(
                    CultureInfo.InvariantCulture, $"{BandStarts[Low]}{(last ? "+" : $"-{BandStarts[High + 1] - 1}")} officers");
                return Place == WholeCountry ? size : $"{Place}, {size}";
            }
        }
    }

    /// <summary>The hierarchy of the agencies' keys.</summary>
    public static Hierarchy Build(IReadOnlyList<AgencyShare> shares)
    {
        var regional = RegionalPools(shares);
        var national = MergeUntilStanding(NestedBands(shares, regional));
        var rows =
            from share in shares
            select new[] { Key(share.Agency.Id), LabelOf(regional, share), LabelOf(national, share), Hierarchy.Root };
        return new Hierarchy(ReleaseProfile.AgencyPool, [.. rows.OrderBy(row => row[1], StringComparer.Ordinal)]);
    }

    /// <summary>The leaf of an agency.</summary>
    public static string Key(Guid agency) => agency.ToString("D", CultureInfo.InvariantCulture);

    private static List<Pool> RegionalPools(IReadOnlyList<AgencyShare> shares)
    {
        var regions = shares.GroupBy(share => share.Agency.Region, StringComparer.Ordinal)
            .Select(region => MergeUntilStanding(Bands(region.Key, region)))
            .ToLookup(pools => pools.TrueForAll(pool => pool.Stands));
        var others = MergeUntilStanding(Bands("Other regions", regions[false].SelectMany(pools => pools).SelectMany(pool => pool.Shares)));
        return others.TrueForAll(pool => pool.Stands)
            ? [.. regions[true].SelectMany(pools => pools), .. others]
            : MergeUntilStanding(Bands(WholeCountry, shares));
    }

    /// <summary>Size bands of the country, wide enough that each pool of level 1 lies within one of them.</summary>
    private static List<Pool> NestedBands(IReadOnlyList<AgencyShare> shares, List<Pool> inner)
    {
        var nested = new List<Pool>();
        foreach (var band in Bands(WholeCountry, shares))
        {
            var cut = nested.Count > 0 && inner.Exists(pool => pool.Low < band.Low && pool.High >= band.Low);
            if (cut)
            {
                nested[^1] = nested[^1].With(band);
            }
            else
            {
                nested.Add(band);
            }
        }

        return nested;
    }

    private static List<Pool> Bands(string place, IEnumerable<AgencyShare> shares) =>
    [
        .. shares.GroupBy(share => Array.FindLastIndex(BandStarts, start => start <= share.Agency.OfficersEmployed))
            .OrderBy(band => band.Key)
            .Select(band => new Pool(place, band.Key, band.Key, [.. band])),
    ];

    /// <summary>Joins the smallest failing size band with the next larger one, the largest with the one below it.</summary>
    private static List<Pool> MergeUntilStanding(List<Pool> pools)
    {
        while (pools.Count > 1 && pools.FindIndex(pool => !pool.Stands) is var failing && failing >= 0)
        {
            var first = Math.Min(failing, pools.Count - 2);
            pools[first] = pools[first].With(pools[first + 1]);
            pools.RemoveAt(first + 1);
        }

        return pools;
    }

    private static string LabelOf(List<Pool> pools, AgencyShare share) =>
        pools.Count == 1 ? Hierarchy.Root : pools.Find(pool => pool.Shares.Contains(share))!.Label;
}
