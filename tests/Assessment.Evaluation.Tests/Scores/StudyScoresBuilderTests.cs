using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Gains;
using Assessment.Evaluation.Scores;
using static Assessment.Evaluation.Tests.StudyExample;

namespace Assessment.Evaluation.Tests.Scores;

public sealed class StudyScoresBuilderTests
{
    [Test]
    public void Test_score_is_percent_of_points_and_a_blank_earns_nothing()
    {
        using var builder = With(Test()).Enrolled(1).Row(1, 0, 1, 0.25, null, 0).Row(1, 1, 1, 1, 1, 1);
        var found = GainAnalysis.Run(builder.Build(), Options()).Instruments[0];
        found.Gain("total", "pre", "post")!.MeanEarlier.Should().Be(31.25);
        found.BlankItems.Should().Be(1);
    }

    [Test]
    public void Scale_score_is_the_mean_item_value()
    {
        using var builder = With(Likert(2, 5)).Enrolled(1).Row(1, 0, 2, 3).Row(1, 1, 5, 4);
        var gain = GainAnalysis.Run(builder.Build(), Options()).Instruments[0].Gain("total", "pre", "post")!;
        (gain.MeanEarlier, gain.MeanLater).Should().Be((2.5, 4.5));
        gain.HakeClassGain.Should().BeNull();
    }

    [Test]
    public void Scales_are_total_topics_of_the_act_abilities_and_objectives()
    {
        var form = Test() with
        {
            Items =
            [
                new("REFERRAL", "REFERRAL.1", Ability.Skill, 1), new("DE_ALT", "DE_ALT.2", Ability.Knowledge, 1), new(null, null, Ability.Knowledge, 1),
            ],
        };
        using var builder = With(form);
        builder.Build().Instruments[0].Scales.Select(scale => scale.Code)
            .Should().Equal("total", "DE_ALT", "REFERRAL", "knowledge", "skill", "DE_ALT.2", "REFERRAL.1");
    }

    [Test]
    public void A_stimulus_is_no_item_of_the_analysis()
    {
        static InstrumentFindings Analyze(params int[] stimuli)
        {
            var form = Test() with { Items = [.. Test().Items] };
            double?[] With(double?[] points) => [.. points.SelectMany((point, i) => stimuli.Contains(i) ? new[] { null, point } : [point])];
            var items = form.Items.SelectMany((item, i) => stimuli.Contains(i) ? new[] { item with { Objective = "REFERRAL.1", MaxTicks = 0 }, item } : [item]);
            using var builder = StudyExample.With(form with { Items = [.. items] }).Enrolled(3);
            foreach (var (person, points) in new double?[][] { [1, 0.25, null, 0], [1, 1, 0, 0], [0, 1, 0, 0.5] }.Select((points, i) => (i + 1, points)))
                builder.Row(person, 0, With(points)).Row(person, 1, With([1, 1, 1, 0]));
            return GainAnalysis.Run(builder.Build(), Options()).Instruments[0];
        }

        var (plain, illustrated) = (Analyze(), Analyze(0, 2));
        illustrated.BlankItems.Should().Be(1);
        illustrated.Reliabilities.Should().BeEquivalentTo(plain.Reliabilities);
        illustrated.Reliabilities[0].Items.Should().Be(4);
        illustrated.Gain("total", "pre", "post")!.MeanEarlier.Should().Be(plain.Gain("total", "pre", "post")!.MeanEarlier);
        illustrated.Gain("REFERRAL.1", "pre", "post").Should().BeNull();
    }

    [Test]
    public void Form_without_a_topic_gives_no_score_of_it()
    {
        var other = Test("B") with { Items = [.. Test().Items.Select(item => item with { Topic = "REFERRAL" })] };
        using var builder = With(Test(), other).Enrolled(1).Attempt(1, 0, 0, [1, 1, 1, 1]).Attempt(1, 1, 1, [1, 1, 1, 1]);
        GainAnalysis.Run(builder.Build(), Options()).Instruments[0].Gain("DE_ALT", "pre", "post")!.NPairs.Should().Be(0);
    }

    [Test]
    public void Same_input_has_the_same_hash_and_any_change_another()
    {
        static string Hash(double? last, string kind = ParticipantKind.Officer)
        {
            using var builder = With(Test());
            builder.Enroll(1, 1, 1, kind);
            return builder.Row(1, 0, 1, 0, 0, last).Build().InputSha256;
        }

        Hash(0).Should().Be(Hash(0)).And.HaveLength(64);
        new[] { Hash(0), Hash(1), Hash(null), Hash(0, ParticipantKind.CmhpEmployee) }.Should().OnlyHaveUniqueItems();
    }

    [TestCase(2, 0, 0, 4, "*not enrolled*")]
    [TestCase(1, 4, 0, 4, "*no wave 4*")]
    [TestCase(1, 0, 1, 4, "*no form 1*")]
    [TestCase(1, 0, 0, 3, "*form has 4 items*")]
    public void Row_that_does_not_fit_is_named(int person, int wave, int form, int items, string message)
    {
        using var builder = With(Test()).Enrolled(1);
        var add = () => builder.Add(1, 1, person, wave, form, new byte[items * sizeof(int)]);
        add.Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Test]
    public void Item_with_more_points_than_it_gives_is_named()
    {
        using var builder = With(Test()).Enrolled(1);
        var add = () => builder.Row(1, 0, 1, 2, 0, 0);
        add.Should().Throw<ArgumentException>().WithMessage("Item 2 *");
    }

    [Test]
    public void Rows_out_of_order_are_refused()
    {
        using var builder = With(Test()).Enrolled(2).Row(2, 0, 1, 1, 1, 1);
        var add = () => builder.Row(1, 0, 1, 1, 1, 1);
        add.Should().Throw<ArgumentException>().WithMessage("Rows come ascending*");
        var enroll = () => builder.Enroll(1, 1, 3, ParticipantKind.Officer);
        enroll.Should().Throw<InvalidOperationException>();
    }

    [Test]
    public void Participant_enrolled_twice_or_of_no_kind_is_refused()
    {
        using var builder = With(Test()).Enrolled(1);
        var twice = () => builder.Enroll(1, 1, 1, ParticipantKind.Officer);
        var unknown = () => builder.Enroll(1, 1, 2, "visitor");
        twice.Should().Throw<ArgumentException>().WithMessage("*each once*");
        unknown.Should().Throw<ArgumentException>().WithMessage("*visitor*");
    }

    [Test]
    public void Forms_of_one_instrument_must_agree()
    {
        var forms = () => With(Test(), Test("B", plane: Plane.Research));
        forms.Should().Throw<ArgumentException>().WithMessage("*differ*");
        FormLayout.Of(new("f", new("i", "I", InstrumentKind.Scale, Plane.Training), "A", "F", "en", Points.One, []), "f v1").PassMarkTicks.Should().Be(12_600);
    }
}
