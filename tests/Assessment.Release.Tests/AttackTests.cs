using Assessment.Release.Profiles;
using Assessment.Release.Snapshot;
using Assessment.Release.Table;
using Assessment.Release.Tests.Package;
using CsCheck;

namespace Assessment.Release.Tests;

/// <summary>What an attacker does with a finished package and the roster; each must fail.</summary>
public class AttackTests
{
    private static readonly ReleaseProfile Finer = SimulatedStudy.Profile(new("kind", 1), new("years_of_service", 2));

    [Test]
    public void No_identifier_of_the_input_is_in_any_file() =>
        Gen.Int[1, 10_000].Sample(
            seed =>
            {
                var input = SimulatedStudy.Of(seed: seed);
                var identifiers = input.Persons.Select(person => person.Id).Concat(input.Agencies.Select(agency => agency.Id))
                    .SelectMany(id => (string[])[$"{id:D}", $"{id:N}", Convert.ToHexString(id.ToByteArray()).ToLowerInvariant(), Convert.ToBase64String(id.ToByteArray()).ToLowerInvariant()])
                    .ToHashSet();
                foreach (var (_, content) in ReleasePackageTests.Files(input))
                {
                    var text = ReleasePackageTests.Text(content).ToLowerInvariant();
                    identifiers.Where(text.Contains).Should().BeEmpty();
                    text.Should().NotContain("2025-03");
                }
            },
            iter: 5);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Roster_finds_nobody_even_with_waves_and_months(int seed)
    {
        var input = SimulatedStudy.Of(1500, seed);
        var raw = input.Persons.CountBy(Known).Count(known => known.Value == 1);
        raw.Should().BeGreaterThan(20, "the attack works on the raw rows");

        var rows = Table(input, Finer).Rows;
        var candidates = input.Persons.Select(person => rows.Count(row => Fits(person, row))).ToList();

        candidates.Where(count => count is > 0 and < 5).Should().BeEmpty("unique links, and near ones, must not be had");
    }

    [Test]
    public void Order_of_rows_says_nothing_about_the_order_of_the_input_nor_of_another_release()
    {
        var input = SimulatedStudy.Of(2000);
        var first = Places(input, 1);
        var second = Places(input, 2);

        Math.Abs(Correlation([.. Enumerable.Range(0, 2000)], first)).Should().BeLessThan(0.09, "four standard errors of a correlation of 0 with n = 2000");
        Math.Abs(Correlation(first, second)).Should().BeLessThan(0.09);
    }

    [Test]
    public void Codes_of_two_releases_never_meet()
    {
        var input = SimulatedStudy.Of();
        var codes = Table(input, ReleaseProfile.PublicDefault, 1).Rows.Select(row => row.Code).ToHashSet();

        codes.Overlaps(Table(input, ReleaseProfile.PublicDefault, 2).Rows.Select(row => row.Code)).Should().BeFalse("the keys differ");
        codes.Overlaps(Table(input with { Release = "2026-R2" }, ReleaseProfile.PublicDefault, 1).Rows.Select(row => row.Code)).Should().BeFalse("the releases differ");
    }

    /// <summary>Everything a colleague knows: roster columns and, per wave, the month band or that it was missed.</summary>
    private static string Known(ReleasePerson person) =>
        string.Join('|', person.QuasiIdentifiers.Values.Concat(SimulatedStudy.Waves.Select(wave => BandOf(person, wave) is var band and not ReleasedCode.NotAnswered ? $"{band}" : "")));

    /// <summary>Could this row be that person, allowing for what the README says was hidden?</summary>
    private static bool Fits(ReleasePerson person, ReleasedRow row)
    {
        var kind = person.QuasiIdentifiers["kind"] == "officer" ? 1 : 2;
        var years = int.Parse(person.QuasiIdentifiers["years_of_service"]!, System.Globalization.CultureInfo.InvariantCulture) switch { <= 4 => 1, <= 14 => 2, _ => 3 };
        return row.Categories[0] == kind && row.Categories[1] == years
            && Band(row.Categories[2], BandOf(person, SimulatedStudy.Waves[1]))
            && Band(row.Categories[3], BandOf(person, SimulatedStudy.Waves[2]))
            && (row.Scores[0] is null || person.Waves.Any(wave => wave.Wave == "pre"));
    }

    private static bool Band(int shown, int known) => shown == known || shown == ReleasedCode.NotAnswered || (shown == ReleasedCode.Masked && known != ReleasedCode.NotAnswered);

    private static int BandOf(ReleasePerson person, ReleaseWave wave) =>
        person.Waves.FirstOrDefault(answered => answered.Wave == wave.Identifier) is { } answered
            ? answered.MonthsSinceTraining switch { < 0 => 1, <= 3 => 2, <= 6 => 3, _ => 4 }
            : ReleasedCode.NotAnswered;

    private static DeidentifiedTable Table(ReleaseInput input, ReleaseProfile profile, byte key = 1)
    {
        using var secret = SimulatedStudy.Key(key);
        return Deidentifier.Apply(profile, input, secret).Value;
    }

    /// <summary>The place in the file of each person, found by codes computed with the key that an attacker does not have.</summary>
    private static double[] Places(ReleaseInput input, byte key)
    {
        using var secret = SimulatedStudy.Key(key);
        var places = Table(input, Finer, key).Rows.Index().ToDictionary(row => row.Item.Code, row => (double)row.Index);
        return [.. input.Persons.Select(person => places[Release.Pseudonyms.Pseudonym.Of(secret, Release.Pseudonyms.PseudonymKind.Officer, input.Release, person.Id)])];
    }

    private static double Correlation(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var products = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return products / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }
}
