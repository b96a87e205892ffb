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

    private static readonly IReadOnlyList<(string English, string Spanish)> Entries =
        [.. XDocument.Parse(Repository.Read("src/Assessment.Api/Features/Layout/StaffTexts.es.resx")).Root!.Elements("data").Select(entry => ((string)entry.Attribute("name")!, (string)entry.Element("value")!))];

    [Test]
    public void Every_sentence_has_one_Spanish_and_every_Spanish_is_used() =>
        Entries.Select(entry => entry.English).Should().BeEquivalentTo(Used());

    [Test]
    public void Spanish_sentences_have_the_same_numbers_and_the_same_links() =>
        Entries.Where(entry => !Marks(entry.English).SequenceEqual(Marks(entry.Spanish))).Should().BeEmpty();

    [Test]
    public void No_Spanish_sentence_is_the_English_one() =>
        Entries.Where(entry => entry.English == entry.Spanish).Select(entry => entry.English).Should().BeEquivalentTo(Same);

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
        return views.Concat(code).Concat(RefusedByPages()).Concat(ByName()).ToHashSet();
    }

    /// <summary>What page models and the types that they alone use give as the reason of a refusal.</summary>
    private static IEnumerable<string> RefusedByPages() =>
        Repository.SourceFiles("src/Assessment.Api/Features").Where(file => !file.Contains("/Take/", StringComparison.Ordinal))
            .Where(file => file.EndsWith(".cshtml.cs", StringComparison.Ordinal) || Path.GetFileName(file) is "PasswordPage.cs" or "PasswordCheck.cs" or "RosterForm.cs" or "RatingDraft.cs")
            .SelectMany(file => Because().Matches(File.ReadAllText(file)).Select(found => found.Groups[1].Value))
            .Append($"Enter how many seats: 1 to {Interchange.Rosters.RosterCsv.MostPeople}.");

    /// <summary>What stands in data or constants and is looked up by its value.</summary>
    private static IEnumerable<string> ByName() =>
    [
        .. Refusals.All.Select(code => code.Title), .. Wave.All.Select(wave => wave.Title), .. Role.All,
        .. Role.All.SelectMany(StaffHome.LinksOf).Select(link => link.Text),
        "coder", "records", ParticipantKind.Officer, ParticipantKind.CmhpEmployee, ParticipantKind.CmhpAgreement,
        .. new[] { "short", new string('a', 300), new string('a', 20), "a long pat.reyes password" }.Select(one => Password.Fault(one, "pat.reyes")!),
        "over 90", "under 10", "The character U+0000 cannot be kept.", "Three or more letters, digits, dots, hyphens, underscores or at signs.",
    ];

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Assessment.Api/Features"), "*.cshtml", SearchOption.AllDirectories)
            .Select(Repository.Relative).Where(page => !page.Contains("/Take/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Places for numbers, and tags but for the language that a translation adds.</summary>
    private static IEnumerable<string> Marks(string sentence) => Mark().Matches(sentence).Select(found => found.Value.Replace(" lang='en'", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+(?::[^}]*)?\}|<[^>]+>")]
    private static partial Regex Mark();

    [GeneratedRegex(@"Because\(""([^""]*)""\)")]
    private static partial Regex Because();
}
