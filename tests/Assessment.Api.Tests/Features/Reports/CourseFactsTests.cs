using Assessment.Api.Features.Reports;
using Assessment.Data;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Api.Tests.Features.Reports;

public sealed class CourseFactsTests
{
    private static readonly CertificationRow[] History =
    [
        new() { Status = "submitted", ValidFrom = new(2025, 1, 1) },
        new() { Status = "certified", ValidFrom = new(2025, 6, 1), ValidTo = new(2025, 8, 31) },
    ];

    [TestCase("2024-12-31", CertificationStatus.None)]
    [TestCase("2025-01-01", CertificationStatus.Submitted)]
    [TestCase("2025-06-01", CertificationStatus.Certified)]
    [TestCase("2025-08-31", CertificationStatus.Certified)]
    [TestCase("2025-09-01", CertificationStatus.Submitted)]
    public void Status_is_that_of_the_day(string day, CertificationStatus status) =>
        CourseFacts.Status(History, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Should().Be(status);
}
