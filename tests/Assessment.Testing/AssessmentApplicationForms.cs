using System.Text;

namespace Assessment.Testing;

/// <summary>Small form files and a curriculum for tests.</summary>
internal static class AssessmentApplicationForms
{
    /// <summary>A checklist of two indicators.</summary>
    public const string Checklist =
        """
        {"schema": "assessment-form/1", "identifier": "check", "edition": "A", "title": "Checklist", "language": "en",
         "instrument": {"identifier": "check", "title": "Checklist", "kind": "follow-up-checklist", "plane": "research"},
         "items": [{"identifier": "f1", "type": "indicator", "topic": "DE_ALT", "stem": "Spoke calmly."},
                   {"identifier": "f2", "type": "indicator", "topic": "REFERRAL", "stem": "Named a service."}]}
        """;

    /// <summary>A scale of two items, one reversed.</summary>
    public const string Scale =
        """
        {"schema": "assessment-form/1", "identifier": "scale", "edition": "A", "title": "Confidence", "language": "en",
         "instrument": {"identifier": "scale", "title": "Confidence", "kind": "scale", "plane": "research"},
         "items": [{"identifier": "s1", "type": "likert", "stem": "I stay calm.", "labels": ["No", "Partly", "Yes"]},
                   {"identifier": "s2", "type": "likert", "stem": "I lose patience.", "labels": ["No", "Partly", "Yes"], "reversed": true}]}
        """;

    /// <summary>One task rated with a rubric: listening gives 0, 1 or 2 points, options 0 or 1.</summary>
    /// <param name="plane">research or training.</param>
    public static string Essay(string plane = "research") =>
        $$"""
        {"schema": "assessment-form/1", "identifier": "essay", "edition": "A", "title": "Scenario", "language": "en",
         "instrument": {"identifier": "essay", "title": "Scenario exercise", "kind": "knowledge-test", "plane": "{{plane}}"},
         "items": [{"identifier": "e1", "type": "constructed-response", "topic": "DE_ALT", "ability": "skill", "stem": "Talk with the man on the bridge.",
           "criteria": [
             {"identifier": "listening", "title": "Listening", "levels": [
               {"anchor": "Interrupts", "points": 0}, {"anchor": "Lets finish", "points": 1}, {"anchor": "Says back", "points": 2}]},
             {"identifier": "options", "title": "Options", "levels": [{"anchor": "Offers none", "points": 0}, {"anchor": "Offers one", "points": 1}]}]}]}
        """;

    /// <summary>One form of a knowledge test of four items; the key is written into the rationale so that a leak would show.</summary>
    /// <param name="edition">A or B; also the first letter of the identifiers.</param>
    /// <param name="instrument">Identifier of the instrument.</param>
    /// <param name="plane">research or training.</param>
    public static string Knowledge(string edition, string instrument = "know", string plane = "research")
    {
        var letter = edition.ToLowerInvariant();
        return $$"""
            {"schema": "assessment-form/1", "identifier": "{{instrument}}-{{letter}}", "edition": "{{edition}}", "title": "Knowledge {{edition}}",
             "language": "en", "passMark": 3,
             "instrument": {"identifier": "{{instrument}}", "title": "Knowledge test", "kind": "knowledge-test", "plane": "{{plane}}"},
             "items": [
              {"identifier": "{{letter}}1", "type": "single-choice", "topic": "DE_ALT", "objective": "DE_ALT.1", "tactics": ["calm"],
               "stem": "What does distance give?", "options": [{"identifier": "a", "text": "Cold"}, {"identifier": "b", "text": "Time"}],
               "key": "b", "rationale": "Planted-rationale-1"},
              {"identifier": "{{letter}}2", "type": "multiple-choice", "topic": "CRISIS_DIS", "stem": "Which are signs of crisis?", "maxPoints": 2,
               "options": [{"identifier": "a", "text": "Talk of dying"}, {"identifier": "b", "text": "A hat"}, {"identifier": "c", "text": "Confusion"}],
               "key": ["a", "c"], "rationale": "Planted-rationale-2"},
              {"identifier": "{{letter}}3", "type": "true-false", "topic": "CIT_PART", "stem": "A team works alone.", "key": false},
              {"identifier": "{{letter}}4", "type": "single-choice", "topic": "REFERRAL", "stem": "What is a warm handoff?",
               "options": [{"identifier": "a", "text": "A shared call"}, {"identifier": "b", "text": "A leaflet"}], "key": "a"}]}
            """;
    }

    /// <summary>The body of an upload.</summary>
    public static HttpContent File(string form) => new StringContent(form, Encoding.UTF8, "application/json");

    /// <summary>A curriculum with one objective, two elements and its course.</summary>
    public static object Curriculum(string title, string topic = "DE_ALT") => new
    {
        title,
        version = "1",
        objectives = new[] { new { code = "DE_ALT.1", topic, meaning = "Use time and distance." } },
        elements = new[]
        {
            new { kind = "content", topic, meaning = "Time and distance shown" },
            new { kind = "scenario-exercise", topic, meaning = "An angry person without a weapon" },
        },
        course = new
        {
            title,
            provider = "Example Academy",
            mode = "in-person",
            minutes = 960,
            scenarioMinutes = 240,
            topicMinutes = new Dictionary<string, int> { [topic] = 480 },
            certifications = new[] { new { status = "certified", from = "2025-01-01", basis = "Letter of the Attorney General" } },
        },
    };
}
