using Assessment.Data;
using Assessment.Domain.Delivery;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Api.Features.Reports;

/// <summary>What the checks look at.</summary>
/// <param name="Trained">Everybody in a class of the year.</param>
/// <param name="Attempts">Attempts in these classes.</param>
/// <param name="Courses">The classes as printed.</param>
/// <param name="Rescored">Whether the stored scores follow from the answers, per submitted attempt by class.</param>
/// <param name="StrengthOnLastDay">The headcount holds for the last day of the fiscal year itself.</param>
/// <param name="Months">Months of the fiscal year.</param>
internal sealed record CheckInput(
    IReadOnlyList<TrainedRow> Trained,
    IReadOnlyList<CheckedAttemptRow> Attempts,
    IReadOnlyList<CourseDelivered> Courses,
    ILookup<int, bool> Rescored,
    bool StrengthOnLastDay,
    MonthCounts Months);

/// <summary>Months of a fiscal year by what was reported for them.</summary>
/// <param name="All">Months of the year.</param>
/// <param name="WithContacts">Of these with contact volumes.</param>
/// <param name="WithInteractions">Of these with interactions or a report of none.</param>
internal sealed record MonthCounts(int All, int WithContacts, int WithInteractions);

/// <summary>
/// The checks of table T13. Pure. What concerns people is counted in classes: a number of failing people would itself be a
/// small count of people, and sums of attempts or of their items would give suppressed counts of people away.
/// </summary>
internal static class DataChecks
{
    public static IReadOnlyList<DataCheck> Run(CheckInput input) =>
    [
        OfClasses(input, "Classes in which every stored score follows from the answers", delivery => input.Rescored[delivery].All(agrees => agrees), "Find out what changed the stored scores or answers."),
        OfClasses(input, "Classes in which every test begun was handed in", delivery => Of(input, delivery).All(row => row.SubmittedAt is not null), "Tests not handed in are not scored; their people count as lost."),
        OfClasses(input, "Classes in which all answers were saved before the test was handed in", delivery => Submitted(input, delivery).All(InTime), "Find out how answers came in late."),
        OfClasses(input, "Classes in which every item of the tests handed in was answered", delivery => Submitted(input, delivery).All(row => row.Answered == row.Items), "Blank items of a knowledge test earn no points."),
        OfClasses(input, "Classes in which everybody took the pre-test and the post-test", delivery => BothTests(input, delivery), "People without both are left out of the gain and counted as lost."),
        OfCourses("Classes whose length is recorded", input.Courses, course => course.Hours > 0, "Enter the minutes taught."),
        OfCourses("Classes whose required elements are recorded", input.Courses, course => course.ElementsRequired > 0, "Fill in the adherence checklist."),
        Of("Officers employed stated for the last day of the fiscal year", input.StrengthOnLastDay ? 1 : 0, input.StrengthOnLastDay ? 0 : 1, "An earlier headcount is used; enter the newer one."),
        Of("Months with contact volumes", input.Months.WithContacts, input.Months.All - input.Months.WithContacts, "Enter the contact volumes."),
        Of("Months with interaction records or a report of none", input.Months.WithInteractions, input.Months.All - input.Months.WithInteractions, "Enter the records, or report that there were none."),
    ];

    /// <summary>Months of a year counted once each, whatever was entered for them.</summary>
    public static MonthCounts Months(DateOnly from, DateOnly to, IEnumerable<DateOnly> contacts, IEnumerable<DateOnly> interactions)
    {
        var all = (12 * (to.Year - from.Year)) + to.Month - from.Month + 1;
        return new(all, Different(contacts), Different(interactions));
    }

    private static int Different(IEnumerable<DateOnly> days) => days.Select(day => (day.Year, day.Month)).Distinct().Count();

    private static DataCheck Of(string check, int passed, int failed, string action) => new(check, passed, failed, failed > 0 ? action : "");

    private static DataCheck OfClasses(CheckInput input, string check, Func<int, bool> passes, string action)
    {
        var classes = input.Trained.Select(row => row.DeliveryNo).Distinct().ToList();
        var passed = classes.Count(passes);
        return Of(check, passed, classes.Count - passed, action);
    }

    private static DataCheck OfCourses(string check, IReadOnlyList<CourseDelivered> courses, Func<CourseDelivered, bool> passes, string action)
    {
        var passed = courses.Count(passes);
        return Of(check, passed, courses.Count - passed, action);
    }

    private static IEnumerable<CheckedAttemptRow> Of(CheckInput input, int delivery) => input.Attempts.Where(row => row.DeliveryNo == delivery);

    private static IEnumerable<CheckedAttemptRow> Submitted(CheckInput input, int delivery) => Of(input, delivery).Where(row => row.SubmittedAt is not null);

    private static bool BothTests(CheckInput input, int delivery)
    {
        var tests = Submitted(input, delivery).Where(row => row.InstrumentKind == "knowledge-test").ToLookup(row => row.Wave, row => row.ParticipantNo);
        var everybody = input.Trained.Where(row => row.DeliveryNo == delivery).Select(row => row.ParticipantNo).ToHashSet();
        return everybody.IsSubsetOf(tests[Wave.Pre.Code]) && everybody.IsSubsetOf(tests[Wave.Post.Code]);
    }

    private static bool InTime(CheckedAttemptRow row) => row.LastSavedAt is not { } saved || saved <= row.SubmittedAt!.Value.ToUnixTimeMilliseconds();
}
