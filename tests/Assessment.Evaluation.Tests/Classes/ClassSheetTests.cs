using Assessment.Evaluation.Classes;
using CsCheck;

namespace Assessment.Evaluation.Tests.Classes;

/// <summary>Class sheets: numbers of eleven and more, words below, nothing that one person decides. Intervals from R's prop.test without correction.</summary>
public class ClassSheetTests
{
    private static readonly string[] Objectives = ["talk", "time", "team", "refer"];

    [Test]
    public void Twelve_people_have_shares_hardest_first_in_whole_percent()
    {
        var people = Enumerable.Range(0, 12).Select(i => Person(i < 6 ? 0.5 : 0.76, i < 6 ? 0.2 : 0.4, i % 2, 0.9)).ToList();
        var sheet = ClassSheet.Of(Objectives, people);
        sheet.Kind.Should().Be(ClassSheetKind.Shares);
        sheet.Lines.Should().Equal(
            new ObjectiveLine("time", 11, 14, 30, 11, 59, null),
            new ObjectiveLine("team", 11, 14, 50, 25, 75, null),
            new ObjectiveLine("talk", 11, 14, 63, 35, 84, null),
            new ObjectiveLine("refer", 11, 14, 90, 61, 98, null));
        sheet.TalkAbout.Should().BeEmpty();
        sheet.Others.Should().BeEmpty();
    }

    [TestCase(11, 11, 14), TestCase(14, 11, 14), TestCase(15, 15, 19), TestCase(19, 15, 19), TestCase(27, 25, 29), TestCase(100, 100, 104)]
    public void People_are_counted_in_bands_and_the_interval_is_that_of_the_least(int people, int from, int to)
    {
        var line = ClassSheet.Of(["talk"], [.. Enumerable.Range(0, people).Select(_ => One("talk", 0.5))]).Lines.Single();
        (line.PeopleFrom, line.PeopleTo, line.Percent).Should().Be((from, to, 50));
        var least = ClassSheet.Of(["talk"], [.. Enumerable.Range(0, from).Select(_ => One("talk", 0.5))]).Lines.Single();
        line.Should().Be(least, "eleven people and fourteen look alike");
    }

    [TestCase(0.0, "under 10"), TestCase(0.05, "under 10"), TestCase(1.0, "over 90"), TestCase(0.95, "over 90")]
    public void What_nearly_everybody_did_has_no_number(double share, string word)
    {
        var line = ClassSheet.Of(["talk"], [.. Enumerable.Range(0, 20).Select(_ => One("talk", share))]).Lines.Single();
        line.Should().Be(new ObjectiveLine("talk", 20, 24, null, null, null, word));
    }

    [Test]
    public void An_objective_of_which_fewer_than_eleven_had_items_is_named_without_a_number()
    {
        var people = Enumerable.Range(0, 16).Select(i => i < 10 ? One("talk", 0.5) : Two("talk", 0.5, "time", 0.1)).ToList();
        var sheet = ClassSheet.Of(["time", "talk"], people);
        sheet.Lines.Select(line => line.Objective).Should().Equal("talk");
        sheet.Others.Should().Equal("time");
    }

    [Test]
    public void Ten_people_have_points_to_talk_about_and_no_number()
    {
        var people = Enumerable.Range(0, 10).Select(_ => Person(0.5, 0.3, 0.9, 0.95)).ToList();
        var sheet = ClassSheet.Of(Objectives, people);
        sheet.Kind.Should().Be(ClassSheetKind.TalkingPoints);
        sheet.Lines.Should().BeEmpty();
        sheet.TalkAbout.Should().Equal("talk", "time");
        sheet.Others.Should().Equal("team", "refer");
    }

    [TestCase(1), TestCase(4)]
    public void Of_fewer_than_five_people_nothing_is_said(int people)
    {
        var weak = ClassSheet.Of(Objectives, [.. Enumerable.Range(0, people).Select(_ => Person(0, 0.3, 1, 1))]);
        var strong = ClassSheet.Of(Objectives, [.. Enumerable.Range(0, people).Select(_ => Person(1, 1, 0.2, 0))]);
        weak.Should().BeEquivalentTo(strong, "the sheet does not depend on the answers");
        weak.Kind.Should().Be(ClassSheetKind.NothingOfTheAnswers);
        weak.Others.Should().Equal(Objectives);
    }

    [Test]
    public void One_persons_zero_puts_no_objective_on_the_list()
    {
        // Without the last person the class has 0.8 of "talk"; with the zero the mean falls to 0.69.
        List<IReadOnlyDictionary<string, double>> people = [.. Enumerable.Range(0, 6).Select(_ => One("talk", 0.8)), One("talk", 0)];
        ClassSheet.Of(["talk"], people).TalkAbout.Should().BeEmpty();
    }

    [Test]
    public void Taking_any_one_person_away_never_takes_an_objective_that_was_named_out_of_the_hard_ones() =>
        Gen.Int[0, 4].Select(quarter => quarter / 4.0).Array[4].Array[6, 10].Sample(shares =>
        {
            var people = shares.Select(one => Person(one[0], one[1], one[2], one[3])).ToList();
            foreach (var named in ClassSheet.Of(Objectives, people).TalkAbout)
            {
                foreach (var without in people)
                {
                    var others = people.Where(person => !ReferenceEquals(person, without)).ToList();
                    var mean = others.Average(person => person[named]);
                    mean.Should().BeLessThan(0.8);
                    Objectives.Count(other => others.Average(person => person[other]) < mean).Should().BeLessThan(3);
                }
            }
        });

    private static Dictionary<string, double> Person(double talk, double time, double team, double refer) =>
        new Dictionary<string, double> { ["talk"] = talk, ["time"] = time, ["team"] = team, ["refer"] = refer };

    private static Dictionary<string, double> One(string objective, double share) => new Dictionary<string, double> { [objective] = share };

    private static Dictionary<string, double> Two(string one, double share, string other, double otherShare) =>
        new Dictionary<string, double> { [one] = share, [other] = otherShare };
}
