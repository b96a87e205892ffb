using Assessment.Domain.Delivery;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Evaluation.Matching;
using Assessment.Evaluation.Scores;
using CsCheck;
using static Assessment.Evaluation.Tests.StudyExample;

namespace Assessment.Evaluation.Tests.Matching;

public sealed class WaveMatchingTests
{
    [Test]
    public void Everybody_lost_is_counted_with_the_reason()
    {
        using var builder = With(Test()).Enrolled(6);
        builder.Row(1, 0, 1, 1, 0, 0).Row(1, 1, 1, 1, 1, 0); // a pair
        builder.Row(2, 0, 1, 0, 0, 0); // no post-test
        builder.Row(3, 0, 1, 0, 0, 0);
        builder.AddUnsubmitted(1, 1, 3, 1, 0); // begun, not submitted
        builder.Row(4, 0, null, null, null, null).Row(4, 1, 1, 1, 1, 1); // nothing answered before
        builder.Row(5, 1, 1, 1, 1, 1); // no pre-test
        var flow = Flow(builder.Build()); // and person 6 has nothing at all
        flow.Should().BeEquivalentTo(new PairFlow(6, 0, new(2, 0, 1, 0), new(2, 1, 0, 0), 1, 1));
        (flow.ScoredEarlier, flow.ScoredLater).Should().Be((3, 3));
    }

    [Test]
    public void Research_scores_without_consent_are_not_read()
    {
        using var builder = With(Test(plane: Plane.Research));
        builder.Enroll(1, 1, 1, ParticipantKind.Officer, ConsentedWaves.Pre);
        builder.Enroll(1, 1, 2, ParticipantKind.Officer);
        builder.Row(1, 0, 1, 0, 0, 0).Row(1, 1, 1, 0, 0, 0).Row(2, 0, 1, 0, 0, 0).Row(2, 1, 1, 0, 0, 0);
        var study = builder.Build();
        Flow(study).Should().Match<PairFlow>(flow => flow.NoConsent == 1 && flow.Pairs == 1);
        WaveMatching.Count(study, study.Instruments[0], Wave.Post).NoConsent.Should().Be(1);
    }

    [Test]
    public void Scores_of_the_training_plane_need_no_consent()
    {
        using var builder = With(Test(plane: Plane.Training)).Enrolled(1, consent: ConsentedWaves.None).Row(1, 0, 1, 0, 0, 0).Row(1, 1, 1, 0, 0, 0);
        Flow(builder.Build()).Pairs.Should().Be(1);
    }

    [Test]
    public void First_attempt_of_a_wave_counts_and_others_are_counted()
    {
        using var builder = With(Test()).Enrolled(1).Row(1, 0, 1, 0, 0, 0).Row(1, 0, 1, 1, 1, 1);
        var study = builder.Build();
        WaveMatching.Count(study, study.Instruments[0], Wave.Pre).Should().Match<WaveCount>(count => count.Scored == 1 && count.Repeated == 1);
    }

    [Test]
    public void Scale_with_a_blank_is_incomplete()
    {
        using var builder = With(Likert(2, 5)).Enrolled(1).Row(1, 0, 4, null).Row(1, 1, 4, 5);
        Flow(builder.Build()).LostEarlier.Incomplete.Should().Be(1);
    }

    [Test]
    public void Every_enrollment_ends_in_exactly_one_count() => Gen.Int[0, 5].Array[0, 40].Sample(states =>
    {
        using var builder = With(Test(plane: Plane.Research));
        for (var person = 0; person < states.Length; person++) builder.Enroll(1, 1, person, ParticipantKind.Officer, states[person] == 5 ? ConsentedWaves.Pre : ConsentedWaves.All);
        for (var person = 0; person < states.Length; person++)
        {
            if (states[person] is 1 or 3 or 5) builder.Row(person, 0, 1, 1, 1, 1);
            if (states[person] == 4) builder.AddUnsubmitted(1, 1, person, 0, 0);
            if (states[person] is 2 or 3) builder.Row(person, 1, 1, 1, 1, 1);
        }

        var flow = Flow(builder.Build());
        return flow.Pairs == states.Count(state => state == 3)
            && flow.Enrolled == flow.NoConsent + flow.Pairs + flow.LostEarlier.Total + flow.LostLater.Total - flow.LostBoth;
    });

    private static PairFlow Flow(StudyScores study) => WaveMatching.Flow(study, study.Instruments[0], Wave.Pre, Wave.Post);
}
