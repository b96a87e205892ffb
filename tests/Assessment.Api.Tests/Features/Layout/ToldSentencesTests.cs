using Assessment.Api.Features.Layout;

namespace Assessment.Api.Tests.Features.Layout;

/// <summary>A sentence is found again with what was inserted; where that is not certain, it is not told at all.</summary>
public class ToldSentencesTests
{
    private static readonly Dictionary<string, string> Words = new() { ["Post-test"] = "Prueba posterior", ["coder"] = "codificador" };

    private static readonly ToldSentences Told = new(new Dictionary<string, string>
    {
        ["Nobody is here."] = "No hay nadie.",
        ["{0} is here."] = "Está {0}.",
        ["{0} opens on {1}."] = "El {1} se abre: {0}.",
        ["{0} fault{1}; nothing done."] = "{0} falla{1}; no se hizo nada.",
        ["The item {0} is missing."] = "Falta la pregunta {0}.",
        ["The {0} is missing."] = "Falta: {0}.",
        ["\"{0}\" (a+b)* costs $1.50?"] = "¿\"{0}\" (a+b)* cuesta $1.50?",
        ["{0} and {1} agree."] = "Concuerdan {0} y {1}.",
        ["One of {0}!"] = "Uno de {0}.",
        ["One {0} of!"] = "Un {0} de.",
        ["{0}, {1}, {2} end"] = "fin {2}, {1}, {0}",
    });

    [TestCase("Nobody is here.", "No hay nadie.", TestName = "A whole sentence goes before a template that fits it too")]
    [TestCase("Ann is here.", "Está Ann.")]
    [TestCase("Spring class opens on 2026-03-02.", "El 2026-03-02 se abre: Spring class.", TestName = "Another order")]
    [TestCase("Post-test opens on 2026-03-02.", "El 2026-03-02 se abre: Prueba posterior.", TestName = "An inserted title is told")]
    [TestCase("Only a coder is here.", "Está Only a coder.", TestName = "A word within what was inserted stays")]
    [TestCase("1 fault; nothing done.", "1 falla; no se hizo nada.", TestName = "Nothing may be inserted")]
    [TestCase("2 faults; nothing done.", "2 fallas; no se hizo nada.")]
    [TestCase("The item 7 is missing.", "Falta la pregunta 7.", TestName = "The template with most text of its own")]
    [TestCase("The door is missing.", "Falta: door.")]
    [TestCase("\"coder\" (a+b)* costs $1.50?", "¿\"coder\" (a+b)* cuesta $1.50?", TestName = "Signs mean themselves, and a name in quotation marks stays")]
    [TestCase("{0} {x} is here.", "Está {0} {x}.", TestName = "Inserted braces stay")]
    [TestCase("line 1\nline 2 is here.", "Está line 1\nline 2.")]
    [TestCase("a, b, c end", "fin c, b, a")]
    public void Tells(string sentence, string told) => Found(sentence).Should().Be(told);

    [TestCase("Somebody left.", TestName = "An unknown sentence")]
    [TestCase("Nobody is here", TestName = "Not whole")]
    [TestCase("nobody is HERE.", TestName = "Another case")]
    [TestCase("Ann is here. Really.", TestName = "More behind it")]
    [TestCase("\"x\" ab costs $1.50?", TestName = "Signs are no pattern")]
    [TestCase("A and B and C agree.", TestName = "What was inserted can be cut in two ways")]
    [TestCase("a, b, c, d end", TestName = "The same with more of it")]
    [TestCase("One of of!", TestName = "Two templates of the same length fit")]
    [TestCase("{0} is here.x", TestName = "Nor a template itself with more behind it")]
    [TestCase("", TestName = "Nothing")]
    public void Does_not_tell(string sentence) => Found(sentence).Should().BeNull();

    [Test]
    public void A_part_is_not_used_for_two_ends() =>
        new ToldSentences(new Dictionary<string, string> { ["ab{0}ba"] = "x{0}" }).Find("aba", _ => null).Should().BeNull();

    private static string? Found(string sentence) => Told.Find(sentence, Words.GetValueOrDefault);
}
