using Assessment.Domain;
using Assessment.Release.Profiles;
using Assessment.Release.Snapshot;
using Assessment.Release.Table;
using CsCheck;

namespace Assessment.Release.Tests;

public class DeidentifierTests
{
    private static Result<DeidentifiedTable> Apply(ReleaseInput input, ReleaseProfile? profile = null, byte key = 1)
    {
        using var secret = SimulatedStudy.Key(key);
        return Deidentifier.Apply(profile ?? ReleaseProfile.PublicDefault, input, secret);
    }

    [Test]
    public void Study_of_240_people_in_six_agencies_passes_the_default_profile([Range(1, 20)] int seed)
    {
        var table = Apply(SimulatedStudy.Of(seed: seed)).Value;

        table.Rows.Should().HaveCount(240);
        table.SmallestClass.Should().BeGreaterThanOrEqualTo(11);
        table.Columns.Select(column => column.Name).Should().Equal(
            "officer_code", "sex", "years_of_service", "months_post", "months_follow_up_6m",
            "dekt_pre", "dekt_post", "dekt_follow_up_6m", "conf_pre", "conf_post", "conf_follow_up_6m");
        table.LeftOut.Should().Equal("agency_pool", "kind");
    }

    [Test]
    public void Only_people_who_granted_consent_are_released()
    {
        var decisions = Enum.GetValues<ConsentDecision>();
        var input = SimulatedStudy.Of(people: 800, consent: i => decisions[i % decisions.Length]);
        var granted = input.Persons.Where(person => person.Consent == ConsentDecision.Granted).ToList();

        var table = Apply(input).Value;

        table.Rows.Should().HaveCount(granted.Count).And.HaveCount(200);
        var scores = granted.SelectMany(person => person.Waves).Where(wave => wave.Wave == "pre").Select(wave => wave.Scores["dekt"]).ToHashSet();
        var column = table.Columns.Where(column => column.Type == ReleasedColumnType.Score).ToList().FindIndex(column => column.Name == "dekt_pre");
        table.Rows.Select(row => row.Scores[column]).OfType<double>().Should().OnlyContain(score => scores.Contains(score));
    }

    [Test]
    public void Mean_gain_equals_the_confidential_one_when_nothing_is_hidden()
    {
        var input = WithoutFollowUp(SimulatedStudy.Of(people: 400));
        var gains = Gains(input, "dekt", "pre", "post");

        var table = Apply(input, SimulatedStudy.Profile(new ProfileColumn("sex", 1))).Value;

        table.Columns.Should().OnlyContain(column => column.Masked == 0);
        var released = table.Gains.Single(gain => gain.To == "dekt_post");
        released.Pairs.Should().Be(gains.Count);
        released.Mean.Should().BeApproximately(gains.Average(), 1e-12);
        released.Difference.Should().Be(GainDifference.None);
    }

    [Test]
    public void Gain_of_which_pairs_are_hidden_is_compared_with_the_confidential_one([Range(1, 5)] int seed)
    {
        var input = SimulatedStudy.Of(seed: seed);
        var confidential = Gains(input, "dekt", "pre", "post");

        var released = Apply(input).Value.Gains.Single(gain => gain.To == "dekt_post");

        var hidden = confidential.Count - released.Pairs;
        hidden.Should().BeGreaterThan(10, "this study hides pairs");
        var difference = Math.Abs(released.Mean!.Value - confidential.Average()) / Math.Abs(confidential.Average());
        released.Difference.Should().Be(difference < 0.01 ? GainDifference.BelowOnePercent : GainDifference.OneToFivePercent);
    }

    [Test]
    public void Scores_are_the_true_ones_or_blank_never_changed()
    {
        var input = SimulatedStudy.Of();
        var truth = input.Persons.Select(Scores).ToList();

        var rows = Apply(input).Value.Rows;

        rows.Should().OnlyContain(row => truth.Any(scores => scores.Zip(row.Scores).All(pair => pair.Second == null || pair.First == pair.Second)));
    }

    [Test]
    public void Every_class_has_k_people_and_nobody_who_knows_waves_and_months_finds_fewer_than_g()
    {
        var released = 0;
        Gen.Select(Gen.Int[1, 1000], Gen.Int[100, 400], Gen.Int[11, 15], Gen.Int[5, 8]).Sample(
            (seed, people, k, g) =>
            {
                var result = Apply(SimulatedStudy.Of(people, seed), ReleaseProfile.PublicDefault with { K = k, G = g });
                if (result.IsRefused)
                {
                    result.Refusal!.Code.Should().Be(PrivacyRefusals.KUnreachable);
                    return;
                }

                Interlocked.Increment(ref released);
                var rows = result.Value.Rows;
                rows.CountBy(row => string.Join(',', row.Categories.Take(2))).Should().OnlyContain(one => one.Value >= k);
                rows.CountBy(row => string.Join(',', row.Categories) + string.Concat(row.Scores.Select(score => score is null ? '0' : '1')))
                    .Should().OnlyContain(one => one.Value >= g);
            },
            iter: 60);
        released.Should().BeGreaterThan(20);
    }

    [Test]
    public void Refusal_tells_what_would_help_and_no_count_below_k()
    {
        var profile = SimulatedStudy.Profile(new("kind", 0), new("sex", 0), new("years_of_service", 1));

        var refusal = Apply(SimulatedStudy.Of(), profile).Refusal!;

        refusal.Code.Code.Should().Be("PRV-K-UNREACHABLE");
        refusal.Reason.Should().StartWith("Cannot reach k = 11: some combination of kind, sex, years_of_service is held by fewer than 11 people. Least loss would reach it: ");
        refusal.Places.Select(place => place.Where).Should().Equal("column kind", "column sex", "column years_of_service");
    }

    [Test]
    public void Refusal_speaks_only_of_columns_that_are_shown()
    {
        var profile = SimulatedStudy.Profile(new("kind", 2), new("sex", 0), new("years_of_service", 1));

        var refusal = Apply(SimulatedStudy.Of(), profile).Refusal!;

        refusal.Places.Select(place => place.Where).Should().Equal("column sex", "column years_of_service");
    }

    [Test]
    public void Every_way_out_that_a_refusal_names_works()
    {
        var input = SimulatedStudy.Of();
        var profile = SimulatedStudy.Profile(new("kind", 1), new("sex", 1), new("years_of_service", 1));

        var waysOut = Apply(input, profile).Refusal!.Reason.Split("would reach it: ")[1].Split("; or ");

        waysOut.Should().HaveCountGreaterThan(1);
        waysOut.Should().OnlyContain(wayOut => !Apply(input, Follow(profile, wayOut), 1).IsRefused);
    }

    [Test, Explicit, Category("Long")]
    public void Release_of_100_000_people_takes_less_than_a_minute()
    {
        var input = SimulatedStudy.Of(people: 100_000);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Apply(input, SimulatedStudy.Profile(new("agency_pool", 1), new("kind", 1), new("sex", 1), new("years_of_service", 1))).Value.Rows.Should().HaveCount(100_000);

        TestContext.Out.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s, {Environment.WorkingSet >> 20} MB");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(1));
    }

    [Test]
    public void Missing_values_are_counted_as_a_combination_of_their_own()
    {
        var input = SimulatedStudy.Of();
        var blank = input.Persons[0] with { QuasiIdentifiers = new Dictionary<string, string?> { ["sex"] = "male", ["years_of_service"] = null } };

        var refusal = Apply(input with { Persons = [blank, .. input.Persons.Skip(1)] }).Refusal;

        refusal!.Code.Should().Be(PrivacyRefusals.KUnreachable, "a lone missing value would stand out");
    }

    [Test]
    public void Person_given_twice_is_a_fault()
    {
        var input = SimulatedStudy.Of();

        FluentActions.Invoking(() => Apply(input with { Persons = [.. input.Persons, input.Persons[0]] })).Should().Throw<ArgumentException>();
    }

    /// <summary>The profile after a text such as "sex left out, years_of_service at level 3 (loss 0.50)".</summary>
    private static ReleaseProfile Follow(ReleaseProfile profile, string wayOut)
    {
        var levels = wayOut.Split(" (loss")[0].Split(", ").Select(change => change.Split(' ')).ToDictionary(
            words => words[0],
            words => words[1] == "left" ? profile.Hierarchies.Find(words[0])!.Height : int.Parse(words[3], System.Globalization.CultureInfo.InvariantCulture));
        return profile with { Columns = [.. profile.Columns.Select(column => column with { Level = levels.GetValueOrDefault(column.Name, column.Level) })] };
    }

    private static ReleaseInput WithoutFollowUp(ReleaseInput input) => input with
    {
        Persons = [.. input.Persons.Select(person => person with { Waves = [.. person.Waves.Where(wave => wave.Wave != "follow-up-6m")] })
            .Where(person => person.Waves.Count == 2)],
    };

    private static List<double> Gains(ReleaseInput input, string instrument, string from, string to) =>
        [.. input.Persons.Select(person => ScoreOf(person, instrument, to) - ScoreOf(person, instrument, from)).OfType<double>()];

    private static IEnumerable<double?> Scores(ReleasePerson person) =>
        from instrument in (string[])["dekt", "conf"]
        from wave in SimulatedStudy.Waves
        select ScoreOf(person, instrument, wave.Identifier);

    private static double? ScoreOf(ReleasePerson person, string instrument, string wave) =>
        person.Waves.FirstOrDefault(answered => answered.Wave == wave)?.Scores.TryGetValue(instrument, out var score) == true ? score : null;
}
