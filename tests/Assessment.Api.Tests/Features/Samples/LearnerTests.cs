using Assessment.Api.Features.Samples;

namespace Assessment.Api.Tests.Features.Samples;

public sealed class LearnerTests
{
    private static readonly StudyTruth Truth = new();

    [Test]
    public void Ability_rises_by_the_planted_gain_and_part_of_it_is_lost()
    {
        var learner = Average();

        learner.AbilityAt(0, "REFERRAL", Truth).Should().Be(0.2);
        learner.AbilityAt(1, "REFERRAL", Truth).Should().BeApproximately(0.2 + 0.65, 1e-12);
        learner.AbilityAt(2, "REFERRAL", Truth).Should().BeApproximately(0.2 + (0.7 * 0.65), 1e-12);
    }

    [Test]
    public void Drawn_learners_differ_within_and_between_classes_as_planted()
    {
        var roster = Enumerable.Range(0, 400).SelectMany(place => Enumerable.Repeat(Entry($"A{place}"), 20)).ToList();

        var learners = new LearnerGenerator(new Pcg32(1, 3), Truth).Draw(roster);

        var groups = learners.GroupBy(learner => learner.Entry.Ori).Select(group => group.Select(learner => learner.Ability).ToList()).ToList();
        var within = groups.Average(Variance);
        var between = Variance([.. groups.Select(group => group.Average())]) - (within / 20);
        Math.Sqrt(within).Should().BeApproximately(Truth.PersonSd, 0.02);
        Math.Sqrt(between).Should().BeApproximately(Math.Sqrt((Truth.AgencySd * Truth.AgencySd) + (Truth.ClassSd * Truth.ClassSd)), 0.04);
        learners.Average(learner => learner.Attends[0] ? 0.0 : 1).Should().BeApproximately(Truth.MissPreRate, 0.01);
        learners.Average(learner => learner.Attends[1] ? 0.0 : 1).Should().BeApproximately(Truth.MissPostRate, 0.01);
    }

    private static double Variance(List<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }

    private static Learner Average() => new()
    {
        Entry = Entry("A"), Ability = 0.2, GainFactor = 1, Occasion = [0, 0, 0], Confidence = 0, ConfidenceGain = 0, Use = 0, Attends = [true, true, true],
    };

    private static RosterEntry Entry(string agency) => new()
    {
        Participant = "P001", Delivery = agency, Ori = agency, Position = 0, Kind = "officer", Rank = "officer", YearsOfService = 1,
        Demographics = new Demographics("female", "white", "30-39"), PriorCit = false, FundingSource = "other", Consents = true,
    };
}
