using System.Globalization;
using Assessment.Api.Features.Samples;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Assessment.Api.Tests.Features.Samples;

/// <summary>The shipped data hang together.</summary>
public sealed class SampleStudyTests
{
    private static readonly string[] WaveCodes = ["pre", "post", "follow-up-6m"];

    private static readonly IReadOnlyList<Row> People = Read("participants.csv"), Deliveries = Read("deliveries.csv"), Agencies = Read("agencies.csv"),
        Responses = Read("responses.csv"), Ratings = Read("ratings.csv"), Contacts = Read("contacts.csv"), Interactions = Read("interactions.csv");

    [Test]
    public void Classes_are_filled_as_planned_and_positions_count_from_zero()
    {
        foreach (var delivery in Deliveries)
        {
            var roster = People.Where(person => person["delivery"] == delivery["delivery"]).ToList();
            roster.Count(person => person["kind"] == "officer").Should().Be(Number(delivery, "officers"));
            roster.Count(person => person["kind"] != "officer").Should().Be(Number(delivery, "professionals"));
            roster.Select(person => Number(person, "position")).Should().Equal(Enumerable.Range(0, roster.Count));
        }
    }

    [Test]
    public void Study_has_the_promised_size()
    {
        People.Should().HaveCount(240);
        Deliveries.Should().HaveCount(12);
        Agencies.Select(agency => Number(agency, "officers_employed")).Should().HaveCount(6).And.Contain([9, 420]);
        Agencies.Select(agency => agency["state"]).Distinct().Should().HaveCount(3);
        Contacts.CountBy(month => month["ori"]).Should().HaveCount(6).And.OnlyContain(count => count.Value == 24);
    }

    [Test]
    public void Nobody_is_trained_beyond_those_employed()
    {
        foreach (var agency in Agencies)
        {
            var trained = People.Where(person => person["ori"] == agency["ori"]).ToLookup(person => person["kind"] == "officer");
            trained[true].Count().Should().BeLessThanOrEqualTo(Number(agency, "officers_employed"));
            trained[false].Count().Should().BeLessThanOrEqualTo(Number(agency, "cmhp_employed") + Number(agency, "cmhp_agreement"));
        }
    }

    [Test]
    public void Forms_alternate_by_position_and_wave()
    {
        var positions = People.ToDictionary(person => person["participant"], person => Number(person, "position"));
        var attempts = Responses.Where(save => save["instrument"] == "dekt").Select(save => (save["participant"], save["wave"], save["form"])).Distinct().ToList();

        attempts.Should().OnlyContain(attempt =>
            attempt.Item3 == ((positions[attempt.Item1] + Array.IndexOf(WaveCodes, attempt.Item2)) % 2 == 0 ? "dekt-a" : "dekt-b"));
    }

    [Test]
    public void Saved_answers_are_answers_of_their_items()
    {
        var options = new[] { "dekt-a", "dekt-b", "confidence", "follow-up-checklist" }
            .SelectMany(name => SampleForm.Read(Path.Combine(SampleStudy.Shipped.Folder, "forms", name + ".json")).Items.Select(item => (name, item)))
            .ToDictionary(pair => (pair.name, pair.item.Identifier), pair => pair.item.Options);

        Responses.Concat(Ratings).Should().OnlyContain(save =>
            save["response"].Split('|', StringSplitOptions.None).All(options[new(save["form"], save["item"])].Contains));
    }

    [Test]
    public void Revisions_count_from_one_and_change_the_answer()
    {
        var saves = Responses.GroupBy(save => (save["participant"], save["wave"], save["form"], save["item"])).Where(group => group.Count() > 1).ToList();

        saves.Should().NotBeEmpty();
        saves.Should().OnlyContain(group => group.Select(save => save["revision"]).SequenceEqual(new[] { "1", "2" }));
        saves.Should().OnlyContain(group => group.Select(save => save["response"]).Distinct().Count() == 2);
    }

    [Test]
    public void Zero_reports_stand_where_there_is_no_interaction_but_for_the_silent_month()
    {
        var busy = Interactions.Select(one => (one["ori"], one["occurred_on"][..7])).ToHashSet();

        var empty = Contacts.Where(month => !busy.Contains((month["ori"], month["month"]))).ToList();
        Contacts.Where(month => month["zero_report"] == "yes").Should().BeSubsetOf(empty).And.NotBeEmpty();
        empty.Where(month => month["zero_report"] == "no").Should().ContainSingle().Which["month"].Should().Be("2024-08");
    }

    [Test]
    public void Force_is_told_exactly_where_there_was_force() => Interactions.Should().OnlyContain(one =>
        (one["force"] == "yes") == (one["force_types"] != "") && (one["force"] == "yes" || one["tactics"] != "")
        && Number(one, "trained_officers") <= Number(one, "officers"));

    [Test]
    public void Supervisors_rate_officers_only()
    {
        var officers = People.Where(person => person["kind"] == "officer").Select(person => person["participant"]).ToHashSet();

        Ratings.Should().OnlyContain(rating => officers.Contains(rating["participant"]));
    }

    private static IReadOnlyList<Row> Read(string name) => PlainCsv.Read(Path.Combine(SampleStudy.Shipped.Folder, name));

    private static int Number(Row row, string column) => int.Parse(row[column], CultureInfo.InvariantCulture);
}
