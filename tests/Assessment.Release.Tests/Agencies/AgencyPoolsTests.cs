using Assessment.Release.Agencies;
using Assessment.Release.Hierarchies;
using Assessment.Release.Snapshot;
using CsCheck;

namespace Assessment.Release.Tests.Agencies;

public class AgencyPoolsTests
{
    /// <summary>Each agency: region letter, officers employed, people in the release. The pools are worked out by hand.</summary>
    [TestCase("S10:9 S20:9 S24:9 S30:9 S50:9 S99:9", "South, 1-24 officers|South, 25-99 officers", TestName = "Bands stand alone")]
    [TestCase("S10:8 S20:8 S24:8 S30:9 S50:9 S99:9 S150:9", "*", TestName = "24 people fail, merge upwards; the largest band merges downwards; one pool is left")]
    [TestCase("S10:9 S20:9 S25:9 S26:9 S99:9 S100:9 S200:9 S300:9", "South, 1-99 officers|South, 100+ officers", TestName = "Two agencies fail and join the next band")]
    [TestCase("S10:9 S20:9 S24:19 S30:9 S50:9 S99:9", "*", TestName = "An agency over half of the people fails")]
    [TestCase("S10:9 S20:9 S24:18 S30:9 S50:9 S99:9", "South, 1-24 officers|South, 25-99 officers", TestName = "An agency of just half stands")]
    [TestCase("S10:9 S20:9 S24:9 W10:9 N30:9 N200:9", "Other regions, all sizes|South, 1-24 officers", TestName = "Regions too small alone are pooled together")]
    [TestCase("S10:9 S20:9 S24:9 W100:9 W200:9 S300:9 S400:9 S500:9", "1-24 officers|100+ officers", TestName = "Regions that fail even together take size bands of the country")]
    [TestCase("S10:9 W30:9 N500:9", "*", TestName = "Nothing stands but the whole")]
    public void Pools_of_level_1(string agencies, string expected)
    {
        var hierarchy = AgencyPools.Build(Shares(agencies));

        string.Join('|', hierarchy.Rows.Select(row => row[1]).Distinct().Order(StringComparer.Ordinal))
            .Should().Be(string.Join('|', expected.Split('|').Order(StringComparer.Ordinal)));
    }

    [Test]
    public void Size_bands_of_level_2_hold_whole_pools_of_level_1()
    {
        var hierarchy = AgencyPools.Build(Shares("S10:9 S20:9 S25:9 S26:9 S99:9 S100:9 S200:9 S300:9 W5:9 W6:9 W7:9 W40:9 W50:9 W60:9"));

        hierarchy.Rows.Select(row => (row[1], row[2])).Distinct().Should().BeEquivalentTo(new[]
        {
            ("South, 1-99 officers", "1-99 officers"), ("South, 100+ officers", "100+ officers"),
            ("West, 1-24 officers", "1-99 officers"), ("West, 25-99 officers", "1-99 officers"),
        });
    }

    [Test]
    public void Any_pool_of_any_study_keeps_the_rule_and_nests()
    {
        var agency = Gen.Select(Gen.Int[0, 2].Select(place => "SWN"[place]), Gen.Int[1, 400], Gen.Int[1, 40], (region, officers, people) => $"{region}{officers}:{people}");
        agency.Array[3, 25].Sample(agencies =>
        {
            var shares = Shares(string.Join(' ', agencies));
            var hierarchy = AgencyPools.Build(shares);
            var people = shares.ToDictionary(share => AgencyPools.Key(share.Agency.Id), share => share.Persons);
            foreach (var level in (int[])[1, 2])
            {
                foreach (var pool in hierarchy.Rows.Where(row => row[level] != Hierarchy.Root).GroupBy(row => row[level]))
                {
                    var sizes = pool.Select(row => people[row[0]]).ToList();
                    sizes.Should().HaveCountGreaterThanOrEqualTo(3);
                    sizes.Sum().Should().BeGreaterThanOrEqualTo(25);
                    (sizes.Max() * 2).Should().BeLessThanOrEqualTo(sizes.Sum());
                }
            }

            hierarchy.Rows.GroupBy(row => row[1]).Should().OnlyContain(pool => pool.Select(row => row[2]).Distinct().Count() == 1);
        });
    }

    private static List<AgencyShare> Shares(string agencies) =>
    [
        .. agencies.Split(' ').Index().Select(agency =>
        {
            var parts = agency.Item[1..].Split(':').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            var region = agency.Item[0] switch { 'S' => "South", 'W' => "West", _ => "Northeast" };
            return new AgencyShare(new ReleaseAgency(new Guid(agency.Index + 1, 0, 0, new byte[8]), "TX", region, parts[0]), parts[1]);
        }),
    ];
}
