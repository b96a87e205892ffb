namespace Assessment.Browser.Tests.Taking;

/// <summary>A form of every item type of a knowledge test, and answers to it.</summary>
internal static class TakeForms
{
    public const string Every =
        """
        {"schema": "assessment-form/1", "identifier": "every", "edition": "A", "title": "Every type", "language": "en",
         "instrument": {"identifier": "every", "title": "Every type", "kind": "knowledge-test", "plane": "training"},
         "items": [
          {"identifier": "one", "type": "single-choice", "stem": "What does distance give?", "key": "b",
           "options": [{"identifier": "a", "text": "Cold"}, {"identifier": "b", "text": "Time"}]},
          {"identifier": "many", "type": "multiple-choice", "stem": "Which are signs of crisis?", "key": ["a", "c"],
           "options": [{"identifier": "a", "text": "Talk of dying"}, {"identifier": "b", "text": "A hat"}, {"identifier": "c", "text": "Confusion"}]},
          {"identifier": "true", "type": "true-false", "stem": "A team works alone.", "key": false},
          {"identifier": "order", "type": "ordering", "stem": "Put in order.", "key": ["b", "a", "c"],
           "options": [{"identifier": "a", "text": "Second"}, {"identifier": "b", "text": "First"}, {"identifier": "c", "text": "Third"}]},
          {"identifier": "match", "type": "matching", "stem": "Match.", "sources": [{"identifier": "a", "text": "Listen"}, {"identifier": "b", "text": "Wait"}],
           "targets": [{"identifier": "x", "text": "Time"}, {"identifier": "y", "text": "Trust"}], "key": [{"source": "a", "target": "y"}, {"source": "b", "target": "x"}]},
          {"identifier": "gap", "type": "inline-choice", "stem": "Keep your [[g1]] and your [[g2]].", "gaps": [
            {"identifier": "g1", "options": [{"identifier": "a", "text": "distance"}, {"identifier": "b", "text": "hat"}], "key": "a"},
            {"identifier": "g2", "options": [{"identifier": "a", "text": "car"}, {"identifier": "b", "text": "calm"}], "key": "b"}]},
          {"identifier": "number", "type": "numeric", "stem": "How many feet?", "keys": [{"value": 21, "tolerance": 1}]},
          {"identifier": "text", "type": "short-text", "stem": "One word.", "keys": [{"text": "calm"}]},
          {"identifier": "scene", "type": "stimulus", "stem": "A man stands on a bridge.", "covers": 1},
          {"identifier": "essay", "type": "constructed-response", "stem": "What do you say?", "criteria": [
            {"identifier": "k", "title": "Listening", "levels": [{"anchor": "No", "points": 0}, {"anchor": "Yes", "points": 1}]}]},
          {"identifier": "judge", "type": "situational-judgement", "stem": "What first?",
           "options": [{"identifier": "a", "text": "Step back"}, {"identifier": "b", "text": "Shout"}],
           "keys": [{"version": 1, "method": "consensus"}], "panel": {"steps": 9, "ratings": [{"rater": "e1", "effectiveness": {"a": 9, "b": 1}}]}},
          {"identifier": "walk", "type": "scenario", "stem": "Talk with him.", "start": "n1", "nodes": [
            {"identifier": "n1", "text": "He looks at you.", "choices": [
              {"identifier": "talk", "text": "Say your name", "points": 1, "safe": true, "next": "n2"}, {"identifier": "rush", "text": "Run", "safe": false, "next": "bad"}]},
            {"identifier": "n2", "text": "He talks.", "choices": [{"identifier": "wait", "text": "Listen", "points": 1, "safe": true, "next": "good"}]},
            {"identifier": "good", "text": "He steps back.", "end": "safe"}, {"identifier": "bad", "text": "He turns away.", "end": "unsafe"}]}],
         "translations": [{"language": "es", "title": "Todos los tipos", "items": {"true": {"stem": "Un equipo trabaja solo."}}}]}
        """;

    /// <summary>What is answered, as the server stores it; of the scenario without the milliseconds.</summary>
    public static readonly IReadOnlyDictionary<string, string> Answers = new Dictionary<string, string>
    {
        ["one"] = "b",
        ["many"] = "a|c",
        ["true"] = "false",
        ["order"] = "b|a|c",
        ["match"] = "a:y|b:x",
        ["gap"] = "g1:a|g2:b",
        ["number"] = "21.5",
        ["text"] = "calm & \"kind\"",
        ["essay"] = "First.\nSecond — señor.",
        ["judge"] = "a",
        ["walk"] = "n1:talk|n2:wait",
    };

    public static int Items => Answers.Count;

    /// <summary>A long form: sixty single choices with stems of a paragraph, no two alike.</summary>
    public static string Sixty()
    {
        var words = "officer person calm distance time street home voice hand door listen wait speak slow step back".Split(' ');
        string Paragraph(int from, int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => words[(from * 7 + i * (from % 5 + 1)) % words.Length]));
        var items = Enumerable.Range(1, 60).Select(i => new
        {
            identifier = $"q{i}",
            type = "single-choice",
            stem = Paragraph(i, 40),
            key = "a",
            options = "abcd".Select((letter, j) => new { identifier = $"{letter}", text = Paragraph(i + j * 11, 10) }),
        });
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            schema = "assessment-form/1",
            identifier = "sixty",
            edition = "A",
            title = "Sixty",
            language = "en",
            instrument = new { identifier = "sixty", title = "Sixty", kind = "knowledge-test", plane = "training" },
            items,
        });
    }
}
