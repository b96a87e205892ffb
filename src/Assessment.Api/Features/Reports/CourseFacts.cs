using Assessment.Data;
using Assessment.Domain.People;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Api.Features.Reports;

/// <summary>The classes of the year. Pure.</summary>
internal static class CourseFacts
{
    /// <summary>One class as it is printed. Without a record of adherence it has no elements, neither delivered nor required.</summary>
    /// <param name="delivery">The class.</param>
    /// <param name="course">Its course.</param>
    /// <param name="history">The course's certification history, oldest first.</param>
    /// <param name="adherence">The record of adherence; null when there is none.</param>
    /// <param name="roster">Who was trained in it.</param>
    public static CourseDelivered Of(
        DeliveryRow delivery, CourseRow course, IReadOnlyList<CertificationRow> history, AdherenceRow? adherence, IEnumerable<TrainedRow> roster)
    {
        var people = roster.ToLookup(row => row.Kind == ParticipantKind.Officer);
        return new(course.Title, course.Provider, Status(history, delivery.EndsOn), delivery.StartsOn, delivery.EndsOn)
        {
            Hours = (delivery.MinutesDelivered ?? 0) / 60.0,
            ScenarioMinutes = delivery.ScenarioMinutes ?? 0,
            Officers = people[true].Count(),
            Professionals = people[false].Count(),
            ElementsDelivered = adherence?.Delivered ?? 0,
            ElementsRequired = adherence?.Required ?? 0,
        };
    }

    /// <summary>The newest status that held on a day; none when no line of the history covers it.</summary>
    public static CertificationStatus Status(IReadOnlyList<CertificationRow> history, DateOnly day) =>
        history.LastOrDefault(line => line.ValidFrom <= day && (line.ValidTo is null || line.ValidTo >= day))?.Status switch
        {
            "submitted" => CertificationStatus.Submitted,
            "certified" => CertificationStatus.Certified,
            "equivalent-claimed" => CertificationStatus.EquivalentClaimed,
            "terminated" => CertificationStatus.Terminated,
            _ => CertificationStatus.None,
        };
}
