using Assessment.Data;
using Assessment.Domain.People;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Api.Features.Reports;

/// <summary>Who was trained, counted as different persons. Pure.</summary>
internal static class TrainingFacts
{
    /// <summary>Officers per topic and source of money; professionals apart. A class teaches the topics it gave time to.</summary>
    /// <param name="trained">Everybody in a class of the year.</param>
    /// <param name="taught">Topics per class.</param>
    /// <param name="otherFunds">Courses paid from other sources are reported too.</param>
    public static TrainingCounts Count(IReadOnlyList<TrainedRow> trained, IReadOnlyList<TaughtRow> taught, bool otherFunds)
    {
        var classesOn = taught.ToLookup(row => row.TopicCode, row => row.DeliveryNo);
        var anyTopic = taught.Select(row => row.DeliveryNo).ToHashSet();
        var officers = trained.Where(row => row.Kind == ParticipantKind.Officer).ToList();
        return new(
            Topic(TopicTraining.AnyTopic, officers, anyTopic, otherFunds),
            [.. Domain.Curricula.Topic.All.Select(topic => Topic(topic.Code, officers, [.. classesOn[topic.Code]], otherFunds))],
            Persons(trained.Where(row => row.Kind != ParticipantKind.Officer && anyTopic.Contains(row.DeliveryNo))));
    }

    private static TopicTraining Topic(string code, List<TrainedRow> officers, HashSet<int> classes, bool otherFunds)
    {
        var taught = officers.Where(row => classes.Contains(row.DeliveryNo)).ToList();
        var grant = taught.Where(row => row.FundingSource == "grant").ToList();
        return new(
            code,
            Persons(grant),
            otherFunds ? Persons(taught.Where(row => row.FundingSource != "grant")) : null,
            Persons(otherFunds ? taught : grant));
    }

    private static int Persons(IEnumerable<TrainedRow> rows) => rows.Select(row => row.ParticipantNo).Distinct().Count();
}
