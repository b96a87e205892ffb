using System.Net;
using System.Text.RegularExpressions;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.FollowUps;

/// <summary>Supervisors and coders record follow-ups on the pages.</summary>
public sealed class FollowUpPageTests : ApplicationTests
{
    private static readonly string[] Names = ["Ann Lee", "Bo Park"];

    private readonly List<PageClient> browsers = [];
    private AssessmentApplicationClass people = null!;
    private Guid checklist;

    [SetUp]
    public async Task NewClass()
    {
        var agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(2, Names);
        checklist = await agency.PublishAsync(AssessmentApplicationForms.Checklist);
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(6));
    }

    [TearDown]
    public void CloseBrowsers()
    {
        browsers.ForEach(browser => browser.Dispose());
        browsers.Clear();
    }

    [Test]
    public async Task A_supervisor_records_a_person_whole_and_corrects_with_a_reason_for_thirty_days()
    {
        var supervisor = await MemberAsync("supervisor");
        var browser = await BrowserAsync(supervisor);
        (await browser.GetAsync("/ratings")).Html.Should().Contain("1 · Ann Lee").And.Contain("You recorded 0 of 2");
        (await browser.GetAsync(Address + "?number=2")).Html.Should().MatchRegex("<option value=\"2\" selected=\"selected\">2 · Bo Park").And.Contain("Spoke calmly.");

        (await RecordAsync(browser, "2")).Html.Should().Contain("Judge one indicator or more");
        var refused = await RecordAsync(browser, "", ("indicator-f1", "shown"));
        refused.Html.Should().Contain("Choose a person").And.MatchRegex("name=\"indicator-f1\" value=\"shown\" checked", "what was chosen stays");
        var list = await RecordAsync(browser, "2", ("indicator-f1", "shown"), ("indicator-f2", "no-opportunity"));
        list.Path.Should().Be("/ratings?saved=true");
        list.Html.Should().Contain("You recorded 1 of 2").And.Contain("can be corrected until 2026-10-02");
        (await RecordAsync(browser, "2", ("indicator-f1", "shown"))).Html.Should().Contain("You recorded this person at this wave already");
        (await KeptAsync()).Should().Equal("1 supervisor f1=shown", "1 supervisor f2=no-opportunity");

        var own = Regex.Match(list.Html, "/follow-ups/[0-9a-f-]{36}(?=\")").Value;
        (await browser.GetAsync(own)).Html.Should().MatchRegex("name=\"indicator-f2\" value=\"no-opportunity\" checked");
        (await browser.PostAsync(own, ("indicator-f1", "not-shown"), ("reason", ""))).Html.Should().Contain("Say why you correct it");
        list = await browser.PostAsync(own, ("indicator-f1", "not-shown"), ("reason", "Mixed up two people."));
        list.Path.Should().Be("/ratings?saved=true");
        (await KeptAsync()).Should().Equal("1 supervisor f1=shown", "1 supervisor f2=no-opportunity", "2 supervisor f1=not-shown");
        (await browser.GetAsync(own)).Status.Should().Be(HttpStatusCode.NotFound, "it stands no more");

        own = Regex.Match(list.Html, "/follow-ups/[0-9a-f-]{36}(?=\")").Value;
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(6).AddDays(31));
        browser = await BrowserAsync(supervisor);
        (await browser.GetAsync(own)).Html.Should().Contain("It stands as it is").And.NotContain("<textarea");
        (await browser.PostAsync(own, ("indicator-f1", "shown"), ("reason", "Late."))).Html.Should().Contain("The time for corrections is over");
    }

    [Test]
    public async Task A_supervisor_sees_no_others_entries_and_not_who_handed_in_the_own_test()
    {
        var (one, other) = (await BrowserAsync(await MemberAsync("supervisor")), await BrowserAsync(await MemberAsync("supervisor")));
        var before = Content(await other.GetAsync("/ratings"));
        var list = await RecordAsync(one, "1", ("indicator-f1", "shown"));
        await (await people.StartAsync(await people.OpenAsync("follow-up-6m", checklist), person: 1)).SubmitAsync();
        Content(await other.GetAsync("/ratings")).Should().Be(before);
        (await other.GetAsync(Regex.Match(list.Html, "/follow-ups/[0-9a-f-]{36}(?=\")").Value)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_coder_records_by_study_code_and_meets_no_name_number_or_participant()
    {
        var coder = await MemberAsync("evaluator");
        await coder.RateAsync(people.Agency, "coder");
        var browser = await BrowserAsync(coder);
        var codes = await Application.ReadAsync(session => session.List<string>("SELECT study_code FROM participant WHERE agency_id = @Number ORDER BY study_code", new { people.Agency.Number }));
        var page = await browser.GetAsync(Address);
        Regex.Matches(page.Html, "<option value=\"([^\"]+)\"").Select(match => match.Groups[1].Value).Should().Equal(codes, "not in the order of the roster");
        foreach (var html in new[] { page.Html, (await browser.GetAsync("/ratings")).Html })
        {
            html.Should().NotContain("Ann Lee").And.NotContain(people.People[0].ParticipantId.ToString()).And.NotContain("number=");
        }

        (await RecordAsync(browser, codes[0], ("indicator-f1", "not-shown"))).Path.Should().Be("/ratings?saved=true");
        (await KeptAsync()).Should().Equal("1 recording f1=not-shown");
    }

    [Test]
    public async Task Records_are_entered_for_a_rater_without_an_account()
    {
        var clerk = await people.Agency.Admin.PostAsync<Api.Features.Raters.AddRater.Answer>("/api/raters", new { kind = "records", label = "Records unit" });
        var browser = await BrowserAsync(await MemberAsync("supervisor"));
        (await browser.GetAsync(Address)).Html.Should().Contain("Records unit: from records");
        (await RecordAsync(browser, "1", ("judge", $"{clerk.RaterId}"), ("indicator-f1", "shown"))).Path.Should().Be("/ratings?saved=true");
        (await KeptAsync()).Should().Equal("1 records f1=shown");
    }

    [Test]
    public async Task A_newer_draft_of_the_checklist_does_not_stop_the_published_one()
    {
        await people.Agency.ImportAsync(AssessmentApplicationForms.Checklist.Replace("Spoke calmly.", "Spoke very calmly.", StringComparison.Ordinal));
        var browser = await BrowserAsync(await MemberAsync("supervisor"));
        (await browser.GetAsync(Address)).Html.Should().Contain("Spoke calmly.");
        (await RecordAsync(browser, "1", ("indicator-f1", "shown"))).Path.Should().Be("/ratings?saved=true");
    }

    [Test]
    public async Task Another_agencys_class_and_one_outside_its_window_are_not_found_and_other_roles_are_kept_out()
    {
        using var stranger = await (await StaffMember.AddAsync(Application, await Application.NewAgencyAsync(), "supervisor")).BrowserAsync(Application);
        (await stranger.GetAsync(Address)).Status.Should().Be(HttpStatusCode.NotFound);
        (await RecordAsync(stranger, "1", ("indicator-f1", "shown"))).Status.Should().Be(HttpStatusCode.NotFound);
        var browser = await BrowserAsync(await MemberAsync("supervisor"));
        (await browser.GetAsync($"/follow-ups/{people.Id}/follow-up-12m")).Status.Should().Be(HttpStatusCode.NotFound);
        foreach (var role in new[] { "trainer", "agency-admin", "privacy-officer" })
        {
            (await (await BrowserAsync(await MemberAsync(role))).GetAsync(Address)).Status.Should().Be(HttpStatusCode.Forbidden, role);
        }
    }

    private string Address => $"/follow-ups/{people.Id}/follow-up-6m";

    private Task<StaffMember> MemberAsync(string role) => StaffMember.AddAsync(Application, people.Agency, role);

    private async Task<PageClient> BrowserAsync(StaffMember who)
    {
        browsers.Add(await who.BrowserAsync(Application));
        return browsers[^1];
    }

    private Task<ShownPage> RecordAsync(PageClient browser, string person, params (string, string)[] fields) =>
        browser.PostAsync(Address, [("form", $"{checklist}"), ("person", person), .. fields]);

    private static string Content(ShownPage page) => page.Html[page.Html.IndexOf("<main", StringComparison.Ordinal)..];

    private Task<IReadOnlyList<string>> KeptAsync() => Application.ReadAsync(session => session.List<string>(
        """
        SELECT f.follow_up_no || ' ' || f.source || ' ' || q.identifier || '=' || i.value FROM follow_up_assessment f
        JOIN follow_up_indicator i ON i.agency_id = f.agency_id AND i.follow_up_no = f.follow_up_no
        JOIN item q ON q.form_version_no = f.form_version_no AND q.item_no = i.item_no
        WHERE f.agency_id = @Number ORDER BY f.follow_up_no, i.item_no
        """,
        new { people.Agency.Number }));
}
