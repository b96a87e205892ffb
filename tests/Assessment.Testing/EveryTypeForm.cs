using System.Text;
using Assessment.Domain.Instruments;
using Assessment.Interchange.Forms;

namespace Assessment.Testing;

/// <summary>A knowledge test with an item of every type and way of answering that may stand in one, and a Spanish text for each of its texts.</summary>
internal static class EveryTypeForm
{
    /// <summary>How each Spanish text begins; the English one follows.</summary>
    public const string Spanish = "ES: ";

    /// <summary>Files that the form names.</summary>
    public static readonly string[] Media = ["bridge.png", "talk.mp4", "talk.vtt"];

    /// <summary>The form file.</summary>
    /// <param name="plane">research or training.</param>
    public static string File(string plane = "research")
    {
        var form = FormJson.Read(Encoding.UTF8.GetBytes(English.Replace("PLANE", plane, StringComparison.Ordinal))).Value;
        var items = form.Items.ToDictionary(
            item => item.Identifier,
            IReadOnlyDictionary<string, string> (item) => ItemTexts.Of(item).ToDictionary(text => text.Key, text => text.Key.EndsWith("captions", StringComparison.Ordinal) ? text.Value : Spanish + text.Value));
        return Encoding.UTF8.GetString(FormJson.Write(form with { Translations = [new FormTranslation("es", Spanish + form.Title, items)] }));
    }

    private const string English =
        """
        {"schema": "assessment-form/1", "identifier": "every-a", "edition": "A", "title": "Every type of item", "language": "en",
         "instrument": {"identifier": "every", "title": "Every type", "kind": "knowledge-test", "plane": "PLANE"},
         "items": [
          {"identifier": "q", "type": "single-choice", "objective": "DE_ALT.1", "topic": "DE_ALT", "stem": "What does distance give first?", "key": "b",
           "options": [{"identifier": "a", "text": "A better view of the street"}, {"identifier": "b", "text": "Time to think and to talk"}, {"identifier": "c", "text": "A reason to wait"}]},
          {"identifier": "mc", "type": "multiple-choice", "stem": "Which are signs of a crisis?", "key": ["a", "c"],
           "options": [{"identifier": "a", "text": "Talk of dying"}, {"identifier": "b", "text": "A new hat"}, {"identifier": "c", "text": "Confusion about time and place"}]},
          {"identifier": "tf", "type": "true-false", "stem": "A crisis team works alone.", "key": false},
          {"identifier": "o", "type": "ordering", "stem": "Put the steps in order.", "key": ["b", "a", "c"],
           "options": [{"identifier": "a", "text": "Ask an open question"}, {"identifier": "b", "text": "Say who you are"}, {"identifier": "c", "text": "Agree on the next step"}]},
          {"identifier": "m", "type": "matching", "stem": "Who helps with what?",
           "sources": [{"identifier": "a", "text": "Crisis line"}, {"identifier": "b", "text": "Shelter"}],
           "targets": [{"identifier": "x", "text": "A bed for the night"}, {"identifier": "y", "text": "A talk at any hour"}],
           "key": [{"source": "a", "target": "y"}, {"source": "b", "target": "x"}]},
          {"identifier": "i", "type": "inline-choice", "stem": "Speak [[g1]] and keep your hands [[g2]].",
           "gaps": [{"identifier": "g1", "key": "a", "options": [{"identifier": "a", "text": "slowly"}, {"identifier": "b", "text": "loudly"}]},
                    {"identifier": "g2", "key": "b", "options": [{"identifier": "a", "text": "hidden"}, {"identifier": "b", "text": "in view"}]}]},
          {"identifier": "n", "type": "numeric", "stem": "How many feet away do you stay, at least?", "keys": [{"value": 21, "tolerance": 1}]},
          {"identifier": "t", "type": "short-text", "stem": "What is the number of the crisis line?", "keys": [{"text": "988"}]},
          {"identifier": "c", "type": "constructed-response", "stem": "What do you say to the man on the bridge?",
           "criteria": [{"identifier": "k", "title": "Listening", "levels": [{"anchor": "Interrupts", "points": 0}, {"anchor": "Says back", "points": 1}]}]},
          {"identifier": "p", "type": "stimulus", "stem": "A man stands on the outer side of a railing.", "picture": {"file": "bridge.png", "alt": "A man behind the railing of a bridge"}, "covers": 1},
          {"identifier": "j", "type": "situational-judgement", "stem": "He shouts. What is best?",
           "options": [{"identifier": "a", "text": "Listen and say back what you heard"}, {"identifier": "b", "text": "Shout louder"}],
           "keys": [{"version": 1, "method": "authored", "weights": {"a": 1, "b": 0}}]},
          {"identifier": "jw", "type": "situational-judgement", "stem": "She runs. What is best and what is worst?", "respond": "best-and-worst",
           "options": [{"identifier": "a", "text": "Follow in the car"}, {"identifier": "b", "text": "Call her by name"}, {"identifier": "d", "text": "Draw a weapon"}],
           "keys": [{"version": 1, "method": "authored", "weights": {"a": 0.5, "b": 1, "d": 0}}]},
          {"identifier": "jr", "type": "situational-judgement", "stem": "He cries. How good is each?", "respond": "rate-each", "labels": ["Poor", "Fair", "Good"],
           "options": [{"identifier": "a", "text": "Sit down beside him"}, {"identifier": "b", "text": "Tell him to stop"}],
           "keys": [{"version": 1, "method": "authored", "weights": {"a": 1, "b": 0}}]},
          {"identifier": "v", "type": "stimulus", "stem": "Watch the talk at the door.", "covers": 1,
           "video": {"file": "talk.mp4", "captions": "talk.vtt", "transcript": "He says: go away. The officer steps back."}},
          {"identifier": "s", "type": "scenario", "stem": "You are called to a flat.", "start": "n1", "nodes": [
            {"identifier": "n1", "text": "He shouts through the door.", "choices": [
              {"identifier": "talk", "text": "Talk through the door", "points": 1, "safe": true, "next": "n2"},
              {"identifier": "rush", "text": "Open the door by force", "safe": false, "next": "bad"}]},
            {"identifier": "n2", "text": "He answers in a low voice.", "choices": [
              {"identifier": "wait", "text": "Wait and listen", "points": 1, "safe": true, "next": "good"},
              {"identifier": "push", "text": "Tell him that time is up", "safe": false, "next": "bad"}]},
            {"identifier": "good", "text": "He opens the door.", "end": "safe"},
            {"identifier": "bad", "text": "He throws something.", "end": "unsafe"}]}]}
        """;
}
