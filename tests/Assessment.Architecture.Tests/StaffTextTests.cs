using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assessment.Api.Features.Layout;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.People;

namespace Assessment.Architecture.Tests;

/// <summary>The staff's pages are whole in both languages: each sentence has its Spanish one, and no page says anything beside them.</summary>
public partial class StaffTextTests
{
    /// <summary>Words that are the same in both languages.</summary>
    private static readonly string[] Same = ["supervisor", "+{0} min"];

    /// <summary>Text of pages that is no sentence: the product's name, addresses of the API, units.</summary>
    private static readonly string[] NoSentence = ["Assessment", "· Assessment", "POST /api/deliveries/{id}/waivers"];

    /// <summary>The page about the API is made of the endpoints' own descriptions, which are English, and says so with its lang.</summary>
    private const string English = "src/Assessment.Api/Features/Home/Api.cshtml";

    /// <summary>What a refusal could say and no page shows.</summary>
    private static readonly string[] NotShown =
    [
        "instrument", "indicators[{0}].item", // Names in what a program sends.
        "Item {0} is {1}; it takes {2}.", "A value is expected.", // Pages send nothing of such a shape.
        "The service has a fault; it is logged under the trace id.", // The page has a longer sentence.
        "Changed before every criterion was judged.", // Kept as the reason of a correction.
    ];

    private static readonly IReadOnlyList<(string English, string Spanish)> Entries = Kept("StaffTexts"), Told = Kept("ToldSentences");

    private static readonly IReadOnlyList<string> Said = [.. RefusalSentences.All()];

    [Test]
    public void Every_sentence_has_one_Spanish_and_every_Spanish_is_used() =>
        Entries.Select(entry => entry.English).Should().BeEquivalentTo(Used());

    [Test]
    public void Every_refusal_that_a_page_can_show_has_its_Spanish() => Said.Except(NotShown).Except(Keys(Entries)).Except(Keys(Told)).Should().BeEmpty();

    [Test]
    public void Every_Spanish_of_a_refusal_is_used() => Keys(Told).Should().OnlyHaveUniqueItems().And.BeSubsetOf(Said.Except(NotShown).Except(Keys(Entries)));

    [Test]
    public void Every_exception_is_needed() => NotShown.Should().BeSubsetOf(Said);

    [Test]
    public void Every_such_Spanish_is_found_by_what_a_refusal_says() =>
        Told.Where(entry => ToldSentences.Spanish.Find(Filled(entry.English), _ => null) != Filled(entry.Spanish)).Should().BeEmpty();

    [TestCase("Refusals.NotFound.Because(\"Not here\", new Place($\"line {n}\", \"Gone\"))", "Not here", "line {0}", "Gone")]
    [TestCase("a ? Refusals.NotFound.Because($\"{x} has {(y ? \"one.\" : \"a few.\")} left\") : Fault(b ? \"No such.\" : \"Not \\\"so\\\".\")", "{0} has {1} left", "No such.", "Not \"so\".")]
    [TestCase("routes.MapGet(\"/a b\", Handle).WithSummary(\"Says so.\")")]
    [TestCase("throw new InvalidOperationException(\"It is so.\")")]
    public void The_search_for_what_refusals_say_finds_it(string code, params string[] said) =>
        RefusalSentences.Of(Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression(code)).Should().Equal(said);

    [Test]
    public void Spanish_sentences_have_the_same_numbers_and_the_same_links() =>
        Entries.Concat(Told).Where(entry => !Marks(entry.English).SequenceEqual(Marks(entry.Spanish))).Should().BeEmpty();

    [Test]
    public void No_Spanish_sentence_is_the_English_one() =>
        Entries.Concat(Told).Where(entry => entry.English == entry.Spanish).Select(entry => entry.English).Should().BeEquivalentTo(Same);

    [Test]
    public void No_page_has_a_word_beside_its_sentences() =>
        Pages().Where(page => page != English).SelectMany(page => new RazorText(Repository.Read(page)).Words().Except(NoSentence).Select(words => $"{page}: {words}")).Should().BeEmpty();

    [TestCase("<p>Bare words</p>", "Bare words")]
    [TestCase("<p>@L[\"Said {0}\", Model.Of(\"x\")] and bare</p>", "and bare")]
    [TestCase("<a href=\"/x\">@Model.Title.ToString(\"yyyy-MM-dd\")</a> <b title=\"Bare\">@(one is null ? L[\"None\"] : one)</b>", "Bare")]
    [TestCase("@if (x)\n{\n  <p>@(y ? \"Bare words\" : \"\")</p>\n}", "Bare words")]
    [TestCase("@{ ViewData[\"Title\"] = \"Bare\"; }\n<h1>@L[\"Not bare\"]</h1>", "Bare")]
    [TestCase("  if (x.Kind != \"research\") { <h2>Bare</h2> }", "Bare")]
    public void The_search_for_such_words_finds_them(string page, string words) => new RazorText(page).Words().Should().Equal(words);

    /// <summary>Every sentence that pages ask for.</summary>
    private static HashSet<string> Used()
    {
        var views = Pages().SelectMany(page => new RazorText(Repository.Read(page)).Sentences());
        var code = Repository.SourceFiles("src/Assessment.Api").Where(file => !file.Contains("/Features/Take/", StringComparison.Ordinal))
            .SelectMany(file => new RazorText(File.ReadAllText(file)).Sentences());
        return views.Concat(code).Concat(ByName()).ToHashSet();
    }

    private static IReadOnlyList<(string English, string Spanish)> Kept(string file) =>
        [.. XDocument.Parse(Repository.Read($"src/Assessment.Api/Features/Layout/{file}.es.resx")).Root!.Elements("data").Select(entry => ((string)entry.Attribute("name")!, (string)entry.Element("value")!))];

    /// <summary>What stands in data or constants and is looked up by its value.</summary>
    private static IEnumerable<string> ByName() =>
    [
        .. Refusals.All.Select(code => code.Title), .. Wave.All.Select(wave => wave.Title), .. Role.All,
        .. Role.All.SelectMany(StaffHome.LinksOf).Select(link => link.Text),
        "coder", "records", ParticipantKind.Officer, ParticipantKind.CmhpEmployee, ParticipantKind.CmhpAgreement,
        "over 90", "under 10", "The character U+0000 cannot be kept.", "Three or more letters, digits, dots, hyphens, underscores or at signs.",
    ];

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Assessment.Api/Features"), "*.cshtml", SearchOption.AllDirectories)
            .Select(Repository.Relative).Where(page => !page.Contains("/Take/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Keys(IEnumerable<(string English, string Spanish)> entries) => entries.Select(entry => entry.English);

    private static string Filled(string sentence) => Mark().Replace(sentence, place => "1" + place.Value[1..^1]);

    /// <summary>Places for numbers, and tags but for the language that a translation adds.</summary>
    private static IEnumerable<string> Marks(string sentence) => Mark().Matches(sentence).Select(found => found.Value.Replace(" lang='en'", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+(?::[^}]*)?\}|<[^>]+>")]
    private static partial Regex Mark();
}
