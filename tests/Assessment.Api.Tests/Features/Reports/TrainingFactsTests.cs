using Assessment.Api.Features.Reports;
using Assessment.Data;
using Assessment.Domain.Curricula;

namespace Assessment.Api.Tests.Features.Reports;

public sealed class TrainingFactsTests
{
    private static readonly TaughtRow[] Taught = [On(1, "DE_ALT"), On(1, "REFERRAL"), On(2, "DE_ALT")];

    // Officer 1 sits in both classes, 2 and 3 in one each; 4 is a professional; 5 sits in a class that taught no topic.
    private static readonly TrainedRow[] Trained =
        [In(1, 1), In(1, 2, funds: "other"), In(1, 4, "cmhp-employee"), In(2, 1, funds: "other"), In(2, 3), In(3, 5)];

    [Test]
    public void Person_in_two_classes_counts_once()
    {
        var counts = TrainingFacts.Count(Trained, Taught, otherFunds: true);
        counts.AnyTopic.Should().BeEquivalentTo(new { Grant = 2, OtherFunds = 2, Total = 3 });
        counts.Professionals.Should().Be(1);
    }

    [Test]
    public void Topics_are_counted_apart_and_in_the_order_of_the_act()
    {
        var counts = TrainingFacts.Count(Trained, Taught, otherFunds: true);
        counts.Topics.Select(topic => topic.Topic).Should().Equal(Topic.All.Select(topic => topic.Code));
        counts.Topics.Select(topic => topic.Total).Should().Equal(3, 0, 0, 2);
    }

    [Test]
    public void Other_funds_are_left_out_when_not_elected() =>
        TrainingFacts.Count(Trained, Taught, otherFunds: false).AnyTopic.Should().BeEquivalentTo(new { Grant = 2, OtherFunds = (int?)null, Total = 2 });

    private static TaughtRow On(int delivery, string topic) => new() { DeliveryNo = delivery, TopicCode = topic };

    private static TrainedRow In(int delivery, int participant, string kind = "officer", string funds = "grant") =>
        new() { DeliveryNo = delivery, ParticipantNo = participant, Kind = kind, FundingSource = funds };
}
