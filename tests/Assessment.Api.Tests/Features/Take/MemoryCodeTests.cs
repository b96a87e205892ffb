using System.Net;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Take;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>The self-generated code on the participant's pages: asked where the API keeps one, once, and never shown.</summary>
public sealed class MemoryCodeTests : TakeTests
{
    private static readonly string[] Names = ["MotherInitial", "BirthCityInitial", "BirthDay", "OlderSiblings", "MiddleInitial", "FirstSchoolInitial"];

    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private Guid form;

    [SetUp]
    public async Task NewNamelessClass()
    {
        agency = await Application.NewAgencyAsync(identityMode: "none");
        people = await agency.ClassAsync(2);
        form = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"));
    }

    [Test]
    public async Task The_code_is_asked_between_notice_and_practice_and_kept_with_the_attempt([Values("en", "es")] string language)
    {
        var (texts, browser, door) = (TakeTexts.In(language), Browser(), await people.OpenAsync("pre", form));
        await browser.Page.GetAsync("/take");
        await browser.LookAsync(language);
        var asked = await EnterAsync(browser, door);
        asked.Path.Should().Be("/take/code");
        asked.Html.Should().Contain(texts.MemoryCodeWhy).And.Contain(texts.BirthCityInitial);
        (await SendAsync(browser, "é", " o ", "07", "2", "-", "S")).Path.Should().Be("/take/practice");
        (await CodesAsync()).Should().BeEmpty("nothing has begun");
        (await browser.Page.PostAsync("/take/practice", ("go", "start"))).Path.Should().Be("/take/test");
        // As CodeLinking compares: accents off, capitals, numbers without leading zeros.
        (await CodesAsync()).Should().Equal("E O 7 2 - S");
    }

    [Test]
    public async Task Whoever_goes_on_without_a_code_takes_the_test_all_the_same()
    {
        var (browser, door) = (Browser(), await people.OpenAsync("pre", form));
        await EnterAsync(browser, door);
        await SendAsync(browser, "m", "o", "7", "2", "-", "s");
        await browser.Page.GetAsync("/take/code");
        (await browser.Page.PostAsync("/take/code", ("MotherInitial", "m"), ("go", "without"))).Path.Should().Be("/take/practice");
        (await browser.Page.PostAsync("/take/practice", ("go", "start"))).Path.Should().Be("/take/test");
        (await CodesAsync()).Should().BeEmpty("the person thought better of it");
    }

    [Test]
    public async Task Faults_stand_beside_their_fields_and_what_was_entered_stays([Values("en", "es")] string language)
    {
        var (texts, browser, door) = (TakeTexts.In(language), Browser(), await people.OpenAsync("pre", form));
        await browser.Page.GetAsync("/take");
        await browser.LookAsync(language);
        await EnterAsync(browser, door);
        var shown = await SendAsync(browser, "7", "o", "32", "many", "-", "s");
        (shown.Status, shown.Path).Should().Be((HttpStatusCode.UnprocessableEntity, "/take/code"));
        FaultOf(shown, "MotherInitial").Should().Be(texts.FaultLetter);
        FaultOf(shown, "BirthCityInitial").Should().BeEmpty();
        FaultOf(shown, "BirthDay").Should().Be(texts.FaultDay);
        FaultOf(shown, "OlderSiblings").Should().Be(texts.FaultSiblings);
        shown.Html.Should().Contain("value=\"many\"");

        var few = await SendAsync(browser, "m", "o", "", "2", "", "s");
        few.Html.Should().Contain(texts.MemoryCodeFewest);
        (FaultOf(few, "BirthDay"), FaultOf(few, "OlderSiblings"), FaultOf(few, "MiddleInitial")).Should().Be((texts.FaultMissing, "", texts.FaultMissing));
        (await SendAsync(browser, "m", "o", "", "2", "-", "s")).Path.Should().Be("/take/practice", "one answer may be left out");
    }

    [Test]
    public async Task Nobody_is_asked_where_no_code_is_kept_or_compared()
    {
        var held = await People.OpenAsync("pre", FormId);
        (await Browser().EnterAsync(held.JoinCode, Token())).Path.Should().Be("/take/practice", "the agency knows its people by its roster");
        var training = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A", "drill", "training")));
        (await EnterAsync(Browser(), training)).Path.Should().Be("/take/practice", "the agency's own record is linked by the slip");
        var research = await people.OpenAsync("pre", form);
        var refusing = Browser();
        (await EnterAsync(refusing, research, consent: "refused")).Path.Should().Be("/take/practice", "the code of who has refused is never compared");
        (await refusing.Page.GetAsync("/take/code")).Path.Should().Be("/take/notice");
    }

    [Test]
    public async Task The_code_is_asked_once_at_a_wave()
    {
        var scale = await agency.PublishAsync(AssessmentApplicationForms.Scale);
        var (first, second) = (await people.OpenAsync("pre", form), await people.OpenAsync("pre", scale));
        var after = await people.OpenAsync("post", form);
        var browser = Browser();
        await EnterAsync(browser, first);
        await SendAsync(browser, "m", "o", "7", "2", "-", "s");
        await browser.Page.PostAsync("/take/practice", ("go", "start"));
        (await EnterAsync(Browser(), second)).Path.Should().Be("/take/practice", "the seat has written its code at this wave");
        (await EnterAsync(Browser(), second, person: 1)).Path.Should().Be("/take/code");
        (await EnterAsync(Browser(), after)).Path.Should().Be("/take/code", "waves are linked by writing it anew");
    }

    [Test]
    public async Task The_page_belongs_to_the_door_and_no_later_page_or_address_shows_the_code()
    {
        (await Browser().Page.GetAsync("/take/code")).Path.Should().Be("/take");
        var (browser, door) = (Browser(), await people.OpenAsync("pre", form));
        await EnterAsync(browser, door);
        var practice = await SendAsync(browser, "x", "y", "29", "17", "z", "w");
        var test = await browser.Page.PostAsync("/take/practice", ("go", "start"));
        (practice.Path, test.Path).Should().Be(("/take/practice", "/take/test"));
        foreach (var page in new[] { practice, test }) page.Html.Should().NotContain("value=\"29\"").And.NotContain("value=\"17\"");
        (await browser.Page.GetAsync("/take/code")).Path.Should().Be("/take/test", "it was asked once");
    }

    private Task<ShownPage> EnterAsync(TakeBrowser browser, OpenAdministration.Answer door, int person = 0, string consent = "granted") =>
        browser.EnterAsync(door.JoinCode, people.People[person].Token!, consent);

    private static Task<ShownPage> SendAsync(TakeBrowser browser, params string[] answers) =>
        browser.Page.PostAsync("/take/code", [.. Names.Zip(answers), ("go", "keep")]);

    private static string FaultOf(ShownPage shown, string name)
    {
        var from = shown.Html.IndexOf($"id=\"{name}-fault\">", StringComparison.Ordinal) + $"id=\"{name}-fault\">".Length;
        return shown.Html[from..shown.Html.IndexOf("</p>", from, StringComparison.Ordinal)].Replace("<span>", "", StringComparison.Ordinal).Replace("</span>", "", StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<string>> CodesAsync() => Application.ReadAsync(session => session.List<string>(
        """
        SELECT mother_initial || ' ' || birth_city_initial || ' ' || birth_day || ' ' || older_siblings || ' ' || middle_initial || ' ' || first_school_initial
        FROM attempt_code WHERE agency_id = @Number
        """,
        new { agency.Number }));
}
