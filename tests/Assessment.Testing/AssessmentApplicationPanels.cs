using Assessment.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Testing;

/// <summary>A form with a situational judgement item, and what the database of a running service keeps.</summary>
internal static class AssessmentApplicationPanels
{
    /// <summary>
    /// Item q (1 point) has the key b. Item j (2 points) has options a, b, c, of which experts e1 and e2 of the file rate
    /// 5, 3, 1 and 5, 2, 1 of 5 steps. Sums 10, 5, 2 give the mean weights 1, 3/8, 0. Item n has weights of the author and no panel.
    /// </summary>
    public static string Form(string instrument = "judge", string plane = "training") =>
        $$$"""
        {"schema": "assessment-form/1", "identifier": "{{{instrument}}}-a", "edition": "A", "title": "Judgement", "language": "en",
         "instrument": {"identifier": "{{{instrument}}}", "title": "Judgement test", "kind": "knowledge-test", "plane": "{{{plane}}}"},
         "items": [
          {"identifier": "q", "type": "single-choice", "stem": "What does distance give?", "key": "b",
           "options": [{"identifier": "a", "text": "Cold"}, {"identifier": "b", "text": "Time"}]},
          {"identifier": "j", "type": "situational-judgement", "stem": "He shouts. What is best?", "maxPoints": 2,
           "options": [{"identifier": "a", "text": "Listen"}, {"identifier": "b", "text": "Wait"}, {"identifier": "c", "text": "Shout"}],
           "keys": [{"version": 1, "method": "mean-weight"}],
           "panel": {"steps": 5, "ratings": [{"rater": "e1", "effectiveness": {"a": 5, "b": 3, "c": 1}},
                                             {"rater": "e2", "effectiveness": {"a": 5, "b": 2, "c": 1}}]}},
          {"identifier": "n", "type": "situational-judgement", "stem": "She runs. What is best?",
           "options": [{"identifier": "a", "text": "Follow"}, {"identifier": "b", "text": "Let go"}],
           "keys": [{"version": 1, "method": "authored", "weights": {"a": 1, "b": 0}}]}]}
        """;

    /// <summary>A form with one item whose options are each rated on three steps; its key is the author's, a at the top and b at the bottom.</summary>
    public const string RateEach =
        """
        {"schema": "assessment-form/1", "identifier": "rate-a", "edition": "A", "title": "Judgement", "language": "en",
         "instrument": {"identifier": "rate", "title": "Rated judgement", "kind": "knowledge-test", "plane": "training"},
         "items": [
          {"identifier": "r", "type": "situational-judgement", "stem": "He shouts. How good is each?", "respond": "rate-each",
           "labels": ["Poor", "Fair", "Good"], "options": [{"identifier": "a", "text": "Listen"}, {"identifier": "b", "text": "Shout"}],
           "keys": [{"version": 1, "method": "authored", "weights": {"a": 1, "b": 0}}]}]}
        """;

    /// <summary>Reads what the service keeps, where no address shows it.</summary>
    public static Task<T> ReadAsync<T>(this AssessmentApplication application, Func<Session, Task<T>> work) =>
        application.Services.GetRequiredService<Database>().ReadAsync(work);

    /// <summary>An agency's audit entries of an action.</summary>
    public static async Task<IReadOnlyList<AuditRow>> AuditRowsAsync(this AssessmentApplication application, AssessmentApplicationAgency agency, string action) =>
        [.. (await application.ReadAsync(session => new AuditStore(session).List(agency.Number))).Where(entry => entry.Action == action)];
}
