namespace Assessment.Reporting.Reports.Grant;

/// <summary>Distinct officers who completed a course on a topic by the end of the fiscal year.</summary>
/// <param name="Topic">Topic code of the Act, or <see cref="AnyTopic"/>.</param>
/// <param name="Grant">Paid from the award.</param>
/// <param name="OtherFunds">Paid from other sources, reported by election; null when not elected.</param>
/// <param name="Total">Distinct officers over both; at most the sum.</param>
public sealed record TopicTraining(string Topic, int Grant, int? OtherFunds, int Total)
{
    /// <summary>Stands for "at least one topic".</summary>
    public const string AnyTopic = "any";
}

/// <summary>Who was trained.</summary>
/// <param name="AnyTopic">Officers with at least one topic.</param>
/// <param name="Topics">One per topic, in the Act's order.</param>
/// <param name="Professionals">Distinct covered mental health professionals who completed a course.</param>
public sealed record TrainingCounts(TopicTraining AnyTopic, IReadOnlyList<TopicTraining> Topics, int Professionals);
