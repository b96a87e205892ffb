using System.Net;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Ratings;

/// <summary>The rater's pages without script: the list, the rubric beside the response, saving, changing, what nobody may see.</summary>
public sealed class RatePageTests : ApplicationTests
{
    private RatingScene scene = null!;
    private StaffMember[] coders = null!;
    private readonly List<PageClient> browsers = [];

    [SetUp]
    public async Task NewScene()
    {
        scene = await RatingScene.PlayAsync(Application, people: 2);
        coders = [await StaffMember.AddAsync(Application, scene.Agency, "evaluator"), await StaffMember.AddAsync(Application, scene.Agency, "evaluator")];
        var raters = new[] { await coders[0].RateAsync(scene.Agency, "coder"), await coders[1].RateAsync(scene.Agency, "coder") };
        (await scene.Agency.Admin.PostAsync(scene.Assignments, new { raters, share = 1, seed = 1 })).EnsureSuccessStatusCode();
    }

    [TearDown]
    public void CloseBrowsers()
    {
        browsers.ForEach(browser => browser.Dispose());
        browsers.Clear();
    }

    [Test]
    public async Task A_rater_goes_from_the_list_through_every_response_to_its_end()
    {
        var browser = await BrowserAsync(coders[0]);
        var list = await browser.GetAsync("/ratings");
        list.Html.Should().Contain("2 left, 0 done.").And.Contain("Talk with the man on the bridge.");
        list.Html.Should().NotContain("I would listen to person", "responses stand on their own pages");

        var page = await browser.GetAsync(Address(0));
        page.Html.Should().Contain("I would listen to person 0.").And.Contain("Says back").And.Contain("2 left to rate");
        (await PostAsync(browser, page, 0, ("level-listening", "3"))).Path.Should().StartWith(Address(0), "one criterion is left");
        page = await browser.GetAsync(Address(0));
        page.Html.Should().MatchRegex("name=\"level-listening\" value=\"3\" checked");
        (await PostAsync(browser, page, 0, ("level-options", "2"))).Path.Should().StartWith(Address(1), "the next response follows");
        page = await browser.GetAsync(Address(1));
        (await PostAsync(browser, page, 1, ("level-listening", "1"), ("level-options", "1"))).Html.Should().Contain("All done: you rated 2.").And.Contain("Saved.");
        (await scene.PointsAsync(scene.Attempts[0])).Should().Be(3, "level 3 gives 2 points and level 2 gives 1");
    }

    [Test]
    public async Task A_blind_rater_sees_nothing_of_the_other_rating()
    {
        var (one, other) = (await BrowserAsync(coders[0]), await BrowserAsync(coders[1]));
        var before = await other.GetAsync(Address(0));
        await PostAsync(one, await one.GetAsync(Address(0)), 0, ("level-listening", "3"), ("level-options", "2"));
        var after = await other.GetAsync(Address(0));
        Content(after).Should().Be(Content(before), "the other's rating changes nothing here").And.NotContain("checked").And.Contain("Not judged yet");
        (await other.GetAsync("/ratings")).Html.Should().Contain("2 left, 0 done.");
    }

    [Test]
    public async Task A_level_changed_before_the_rating_is_whole_asks_no_reason_and_overwrites_nothing()
    {
        var browser = await BrowserAsync(coders[0]);
        await PostAsync(browser, await browser.GetAsync(Address(0)), 0, ("level-listening", "1"));
        var page = await PostAsync(browser, await browser.GetAsync(Address(0)), 0, ("level-listening", "2"));
        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Html.Should().Contain("Judge the other criteria too").And.MatchRegex("name=\"level-listening\" value=\"2\" checked", "what was chosen stays chosen");
        await PostAsync(browser, page, 0, ("level-listening", "2"), ("level-options", "1"));
        (await scene.PointsAsync(scene.Attempts[0])).Should().Be(1, "level 2 gives 1 point and level 1 none");
        (await KeptAsync()).Should().Equal("1:listening=1", "2:listening=2", "2:options=1");
        (await Application.AuditAsync(scene.Agency)).Last(entry => entry.Action == "save.rating").Reason.Should().Be("Changed before every criterion was judged.");
    }

    [Test]
    public async Task A_whole_rating_is_changed_with_a_reason_alone()
    {
        var browser = await BrowserAsync(coders[0]);
        await PostAsync(browser, await browser.GetAsync(Address(0)), 0, ("level-listening", "1"), ("level-options", "1"));
        var page = await browser.GetAsync(Address(0));
        page.Html.Should().Contain("Why you change a level");
        (await PostAsync(browser, page, 0, ("level-listening", "3"), ("level-options", "1"), ("Reason", ""))).Html.Should().Contain("Say why you change a level");
        (await scene.PointsAsync(scene.Attempts[0])).Should().Be(0);
        await PostAsync(browser, page, 0, ("level-listening", "3"), ("level-options", "1"), ("Reason", "Misread."));
        (await scene.PointsAsync(scene.Attempts[0])).Should().Be(2);

        Application.Clock.Set(AssessmentApplication.FirstDay.AddDays(31));
        var late = await BrowserAsync(coders[0]);
        (await PostAsync(late, await late.GetAsync(Address(0)), 0, ("level-listening", "2"), ("Reason", "Late."))).Html.Should().Contain("The time for corrections is over");
    }

    [Test]
    public async Task A_response_that_was_changed_meanwhile_is_read_again_before_it_is_rated()
    {
        var browser = await BrowserAsync(coders[0]);
        await PostAsync(browser, await browser.GetAsync(Address(0)), 0, ("level-listening", "1"));
        var page = await browser.GetAsync(Address(0));
        (await scene.Agency.Admin.PostAsync($"/api/attempts/{scene.Attempts[0]}/reopen", new { minutes = 5 })).EnsureSuccessStatusCode();
        (await scene.Taken[0].SaveAsync("e1", "I would wait.", 2)).EnsureSuccessStatusCode();
        await scene.Taken[0].SubmitAsync();
        var refused = await PostAsync(browser, page, 0, ("level-listening", "1"), ("level-options", "1"));
        refused.Status.Should().Be(HttpStatusCode.Conflict);
        refused.Html.Should().Contain("The answer was changed since it was read").And.Contain("I would wait.").And.Contain("Not judged yet");
        await PostAsync(browser, refused, 0, ("level-listening", "2"), ("level-options", "2"));
        (await scene.PointsAsync(scene.Attempts[0])).Should().Be(2);
    }

    [Test]
    public async Task The_script_saves_one_criterion_and_a_page_that_was_open_twice_goes_on_with_the_same_rating()
    {
        var browser = await BrowserAsync(coders[0]);
        var (first, second) = (await browser.GetAsync(Address(0)), await browser.GetAsync(Address(0)));
        RatingOf(first).Should().NotBe(RatingOf(second));
        (await browser.PostAsync(Address(0) + "?handler=Levels", ("RatingId", RatingOf(first)), ("level-listening", "2"))).Html.Should().Contain("Criteria judged: 1.");
        (await browser.PostAsync(Address(0) + "?handler=Levels", ("RatingId", RatingOf(second)), ("level-options", "2"))).Html.Should().Contain("Every criterion is judged.");
        (await KeptAsync()).Should().Equal("1:listening=2", "1:options=2");
        var off = await browser.PostAsync(Address(1) + "?handler=Levels", ("level-listening", "9"));
        off.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        off.Html.Should().Contain("The response does not fit the item");
    }

    [Test]
    public async Task Who_is_signed_out_in_the_middle_is_told_so_and_the_page_comes_back()
    {
        var browser = await BrowserAsync(coders[0]);
        await browser.GetAsync(Address(0));
        Application.Clock.Set(Application.Clock.GetUtcNow().AddHours(13));
        using var handler = new HttpClientHandler { CookieContainer = browser.Cookies };
        using var http = new HttpClient(handler) { BaseAddress = Application.Address };
        http.DefaultRequestHeaders.Add("X-Requested-With", "XMLHttpRequest");
        using var form = new FormUrlEncodedContent([new("level-listening", "2")]);
        (await http.PostAsync(Address(0) + "?handler=Levels", form)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await browser.PostAsync(Address(0), ("level-listening", "2"))).Path.Should().Be($"/sign-in?to={Uri.EscapeDataString(Address(0))}");
        (await browser.PostAsync("/sign-in", ("Name", coders[0].Name), ("Password", StaffMember.Password), ("To", Address(0)))).Path.Should().Be(Address(0));
    }

    [Test]
    public async Task Others_responses_are_not_found_and_other_roles_may_not_open_the_page()
    {
        var theirs = await RatingScene.PlayAsync(Application, people: 1);
        var stranger = await StaffMember.AddAsync(Application, theirs.Agency, "evaluator");
        await stranger.RateAsync(theirs.Agency, "coder");
        var colleague = await StaffMember.AddAsync(Application, scene.Agency, "evaluator");
        await colleague.RateAsync(scene.Agency, "coder");
        foreach (var who in new[] { stranger, colleague, await StaffMember.AddAsync(Application, scene.Agency, "trainer") })
        {
            var browser = await BrowserAsync(who);
            var page = await browser.GetAsync(Address(0));
            page.Status.Should().Be(HttpStatusCode.NotFound);
            page.Html.Should().NotContain("I would listen");
            (await browser.PostAsync(Address(0), ("level-listening", "2"))).Status.Should().Be(HttpStatusCode.NotFound);
        }

        foreach (var role in new[] { "agency-admin", "privacy-officer" })
        {
            var browser = await BrowserAsync(await StaffMember.AddAsync(Application, scene.Agency, role));
            (await browser.GetAsync(Address(0))).Status.Should().Be(HttpStatusCode.Forbidden);
        }
    }

    private string Address(int person) => $"/ratings/{scene.Attempts[person]}/e1";

    private async Task<PageClient> BrowserAsync(StaffMember who)
    {
        browsers.Add(await who.BrowserAsync(Application));
        return browsers[^1];
    }

    /// <summary>Sends the form as a browser without script does, with the fields that the page hides.</summary>
    private Task<ShownPage> PostAsync(PageClient browser, ShownPage page, int person, params (string, string)[] fields) => browser.PostAsync(
        Address(person), [("RatingId", RatingOf(page)), ("Revision", Hidden(page, "Revision")), ("Next", Hidden(page, "Next")), .. fields]);

    private static string RatingOf(ShownPage page) => Hidden(page, "RatingId");

    private static string Hidden(ShownPage page, string name) =>
        System.Text.RegularExpressions.Regex.Match(page.Html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    /// <summary>What the page shows, without the values that are new each time.</summary>
    private static string Content(ShownPage page) => System.Text.RegularExpressions.Regex.Replace(
        page.Html[page.Html.IndexOf("<main", StringComparison.Ordinal)..], "name=\"(RatingId|__RequestVerificationToken)\"[^>]*>", "");

    private Task<IReadOnlyList<string>> KeptAsync() => Application.ReadAsync(session => session.List<string>(
        "SELECT rating_no || ':' || criterion || '=' || level FROM rubric_level WHERE agency_id = @Number ORDER BY rating_no, criterion", new { scene.Agency.Number }));
}
