using System.Net;
using System.Text.RegularExpressions;
using Assessment.Api.Features.Attempts;
using Assessment.Data;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Deliveries;

/// <summary>A trainer's pages without script: from the sign-in to the class sheet, and what happens when things go wrong.</summary>
public sealed partial class TrainerJourneyTests : ApplicationTests
{
    private readonly List<PageClient> browsers = [];
    private AssessmentApplicationAgency agency = null!;
    private PageClient trainer = null!;

    [SetUp]
    public async Task SignIn()
    {
        agency = await Application.NewAgencyAsync();
        trainer = await BrowserAsync(agency);
    }

    [TearDown]
    public void CloseBrowsers()
    {
        browsers.ForEach(browser => browser.Dispose());
        browsers.Clear();
    }

    [Test]
    public async Task From_a_new_class_to_its_sheet_without_script()
    {
        await agency.PublishKnowledgeAsync();
        (await trainer.GetAsync("/classes")).Html.Should().Contain("No class is planned");
        var slips = await NewClassAsync(trainer, ("Roster.By", "seats"), ("Roster.Seats", "3"));
        var tokens = Tokens(slips);
        tokens.Should().HaveCount(3).And.OnlyHaveUniqueItems();
        slips.Should().Contain("shown this once").And.Contain($"{Application.Address.Authority}/take");

        var planned = await trainer.GetAsync(ClassIn(slips));
        planned.Html.Should().Contain("3 people").And.Contain("Answers can be saved").And.Contain("Only this computer reaches the service")
            .And.Contain("Follow-up at 6 months").And.Contain("2026-07-03 to 2026-11-02").And.Contain("Knowledge test (proposed)");
        var room = await OpenPreAsync(trainer, planned, ("LimitMinutes", "30"));
        room.Path.Should().StartWith("/rooms/");
        room.Html.Should().Contain("0 of 3 joined, 0 done.").And.Contain("Not joined");

        var device = await StartAsync(room, tokens[1]);
        (await trainer.GetAsync(room.Path)).Html.Should().Contain("1 of 3 joined, 0 done.").And.Contain("Joined").And.Contain("Start the test");
        (await trainer.PostAsync(room.Path + "?handler=Start")).Html.Should().NotContain("Start the test").And.Contain("0 of 4 answered, until 03:30");
        var form = (await device.ShowAsync()).Form;
        (await device.SaveAsync(form.Items[0].Identifier, "b", 1)).EnsureSuccessStatusCode();
        (await trainer.GetAsync(room.Path)).Html.Should().Contain("1 of 3 joined, 0 done.").And.Contain("1 of 4 answered, until 03:30", "the agency is in Ohio");
        (await trainer.GetAsync(room.Path + "/close")).Html.Should().Contain("Still working: number 2.");
        (await trainer.PostAsync(room.Path + "/close")).Html.Should().Contain("This test has ended").And.Contain("Class sheet");
        var sheet = $"{ClassIn(slips)}/sheet/{room.Path["/rooms/".Length..]}";
        (await trainer.GetAsync(sheet)).Html.Should().Contain("The class is still working");
        await device.SubmitAsync();
        (await trainer.GetAsync(sheet)).Html.Should().Contain("nothing is taken from their answers").And.Contain("Planned under the same class: Post-test")
            .And.NotContain("95 %").And.NotContain("<td>");
        (await trainer.GetAsync("/classes")).Html.Should().Contain("Morning class").And.NotContain("Running now");
    }

    [Test]
    public async Task A_class_test_is_held_unless_it_starts_at_once_and_a_follow_up_never_is()
    {
        await agency.PublishKnowledgeAsync();
        var people = await agency.ClassAsync(1);
        var planned = await trainer.GetAsync($"/classes/{people.Id}");
        (await OpenPreAsync(trainer, planned)).Html.Should().Contain("Start the test");
        (await trainer.GetAsync(planned.Path)).Html.Should().Contain("Open, not started");
        planned = await trainer.GetAsync($"/classes/{(await agency.ClassAsync(1)).Id}");
        (await OpenPreAsync(trainer, planned, ("AtOnce", "true"))).Html.Should().NotContain("Start the test");
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(5));
        trainer = await BrowserAsync(agency);
        planned = await trainer.GetAsync(planned.Path);
        (await OpenAsync(trainer, planned, "follow-up-6m")).Html.Should().Contain("Close the test").And.NotContain("Start the test");
    }

    [Test]
    public async Task One_tap_gives_time_once_moves_the_device_and_reopens()
    {
        var people = await agency.ClassAsync(2);
        var door = await people.OpenAsync("pre", await agency.PublishKnowledgeAsync(), new { timeLimitMinutes = 30 });
        var room = $"/rooms/{door.AdministrationId}";
        var device = await people.StartAsync(door, 1);
        var shown = await trainer.GetAsync(room);
        var ends = Field(shown, "Ends").Single(value => value.Length > 0);
        (await trainer.PostAsync(room + "?handler=Extra", ("Number", "2"), ("Ends", ends))).Html.Should().Contain("Number 2 has until 03:40.");
        (await trainer.PostAsync(room + "?handler=Extra", ("Number", "2"), ("Ends", ends))).Html.Should().Contain("until 03:40. Nothing was added now.");
        (await Application.AuditedAsync(agency, "extend.attempt")).Should().Be(1);

        var moved = await trainer.PostAsync(room + "?handler=Move", ("Number", "2"));
        var code = CodeIn().Match(moved.Html[moved.Html.IndexOf("goes on with this code", StringComparison.Ordinal)..]).Groups[1].Value;
        var next = await Application.Nobody.PostAsync<StartAttempt.Answer>(
            "/api/attempts/continue", new { moveCode = code, token = people.People[1].Token });
        next.AttemptId.Should().Be(device.Id);

        await device.SubmitAsync();
        (await trainer.PostAsync(room + "?handler=Reopen", ("Number", "2"))).Html.Should().Contain("Number 2 is open again until 03:15");
        (await trainer.PostAsync(room + "?handler=Reopen", ("Number", "2"))).Html.Should().Contain("Number 2 is open.");
        (await Application.AuditedAsync(agency, "reopen.attempt")).Should().Be(1);
        var nobody = await trainer.PostAsync(room + "?handler=Move", ("Number", "1"));
        (nobody.Status, nobody.Html.Contains("Nobody has joined at this number", StringComparison.Ordinal)).Should().Be((HttpStatusCode.NotFound, true));
    }

    [Test]
    public async Task The_wall_shows_address_picture_and_letters_and_no_name()
    {
        var people = await agency.ClassAsync(2, ["Pat Reyes", "Dana Whitfield"]);
        var door = await people.OpenAsync("pre", await agency.PublishKnowledgeAsync());
        var wall = await trainer.GetAsync($"/rooms/{door.AdministrationId}/wall");
        wall.Html.Should().Contain(door.JoinCode).And.Contain($"{Application.Address.Authority}/take#{door.JoinCode}").And.Contain("<svg").And.Contain("0 of 2 joined")
            .And.NotContain("Reyes").And.NotContain("style=");
        (await trainer.GetAsync($"/rooms/{door.AdministrationId}")).Html.Should().NotContain("Reyes");
        (await trainer.GetAsync($"/classes/{people.Id}/roster")).Html.Should().Contain("Pat Reyes").And.Contain("Dana Whitfield");
        (await Application.AuditedAsync(agency, "show.roster")).Should().Be(1);
    }

    [Test]
    public async Task A_form_that_is_sent_twice_makes_one_class_and_one_test()
    {
        await agency.PublishKnowledgeAsync();
        var page = await trainer.GetAsync("/classes/new");
        var fields = NewClass(page, ("Roster.By", "seats"), ("Roster.Seats", "3"));
        var slips = await trainer.PostAsync("/classes/new", fields);
        var again = await trainer.PostAsync("/classes/new", fields);
        again.Path.Should().Be(ClassIn(slips.Html));
        (again.Html.Contains("3 people", StringComparison.Ordinal), await Application.AuditedAsync(agency, "add.delivery"), await Application.AuditedAsync(agency, "enroll.roster")).Should().Be((true, 1, 1));

        var room = await OpenPreAsync(trainer, again);
        (await OpenPreAsync(trainer, again)).Path.Should().Be(room.Path);
        (await trainer.PostAsync(room.Path + "/close")).Path.Should().Be(room.Path);
        (await trainer.PostAsync(room.Path + "/close")).Html.Should().Contain("This test has ended");
        (await Application.AuditedAsync(agency, "close.administration")).Should().Be(1);
        (await trainer.GetAsync(room.Path + "/close")).Path.Should().Be(room.Path, "there is nothing to close");
        (await trainer.PostAsync(room.Path + "?handler=OpenAgain")).Html.Should().Contain("Close the test");
    }

    [Test]
    public async Task A_wrong_roster_names_line_and_column_keeps_what_was_typed_and_makes_no_class()
    {
        var page = await trainer.GetAsync("/classes/new");
        var refused = await trainer.PostAsync("/classes/new", NewClass(page, ("Roster.By", "paste"), ("Roster.Pasted", "name,kind\nPat,officer\nDana,king\n")));
        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.Html.Should().Contain("line 3, column kind").And.Contain("Dana,king").And.Contain("value=\"Morning class\"");
        (await trainer.PostAsync("/classes/new", NewClass(page, ("Roster.By", "seats")))).Html.Should().Contain("Enter how many seats");
        (await trainer.PostAsync("/classes/new", NewClass(page, ("Roster.By", "file")))).Html.Should().Contain("Choose the file");
        (await trainer.PostAsync("/classes/new", NewClass(page, ("Roster.By", "paste"), ("Roster.Pasted", "name,token\nPat,7K2M-7K2M-7K2M-7K2M\n")))).Html.Should().Contain("line 2, column token");
        (await trainer.GetAsync("/classes")).Html.Should().Contain("No class is planned");
        (await Application.AuditedAsync(agency, "add.course")).Should().Be(0, "nothing of a refused class stays");
    }

    [Test]
    public async Task What_is_missing_stands_beside_its_field()
    {
        var page = await trainer.GetAsync("/classes/new");
        var refused = await trainer.PostAsync("/classes/new", [.. NewClass(page, ("Roster.By", "seats"), ("Roster.Seats", "3")).Select(field => field.Name switch
        {
            "Title" or "CourseTitle" or "Hours" => (field.Name, ""),
            "EndsOn" => (field.Name, "2026-03-01"),
            _ => field,
        })]);
        refused.Html.Should().MatchRegex("id=\"title-fault\">.{0,80}field-validation-error").And.MatchRegex("id=\"course-fault\">.{0,80}field-validation-error")
            .And.MatchRegex("id=\"hours-fault\">.{0,120}How long the course is").And.MatchRegex("id=\"ends-fault\">.{0,120}The last day is the first or later");
    }

    [Test]
    public async Task An_uploaded_roster_has_a_list_for_handing_out_on_which_no_code_stands()
    {
        var page = await trainer.GetAsync("/classes/new");
        var slips = (await trainer.PostFileAsync("/classes/new", "Roster.File", "Reyes, Pat\nDana Whitfield\n", NewClass(page, ("Roster.By", "file")))).Html;
        var (codes, list) = (slips[..slips.IndexOf("Who gets which number", StringComparison.Ordinal)], slips[slips.IndexOf("Who gets which number", StringComparison.Ordinal)..]);
        Tokens(codes).Should().HaveCount(2);
        codes.Should().NotContain("Reyes");
        list.Should().Contain("Reyes, Pat").And.Contain("Dana Whitfield");
        Tokens(list).Should().BeEmpty();
    }

    [Test]
    public async Task Late_people_are_added_once_and_new_slips_replace_lost_ones()
    {
        var people = await agency.ClassAsync(2);
        var address = $"/classes/{people.Id}/roster";
        await trainer.GetAsync(address);
        (string, string)[] late = [("OnRoster", "2"), ("Roster.By", "paste"), ("Roster.Pasted", "Late Person")];
        Tokens((await trainer.PostAsync(address + "?handler=Add", late)).Html).Should().HaveCount(1);
        (await trainer.PostAsync(address + "?handler=Add", late)).Html.Should().Contain("enrolled since this page was shown");

        var door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
        var slip = (await trainer.PostAsync(address + "?handler=Slips", ("Numbers", "2"))).Html;
        var token = Tokens(slip).Single();
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", people.Start(door, 1)))).Code.Should().Be("token-unknown", "the lost slip opens nothing");
        await AssessmentApplicationAttempt.StartAsync(Application.Nobody, people.Start(door, 1) with { Token = token });
        (await trainer.PostAsync(address + "?handler=Slips", ("Numbers", "4"))).Html.Should().Contain("Write numbers of this class");
        Tokens((await trainer.PostAsync(address + "?handler=Slips", ("Numbers", ""))).Html).Should().HaveCount(3);
    }

    [Test]
    public async Task Minutes_and_checklist_are_kept_and_corrected_with_a_reason()
    {
        var address = $"/classes/{(await agency.ClassAsync(1)).Id}/taught";
        (await trainer.GetAsync(address)).Html.Should().Contain("Planned: 960 minutes").And.Contain("An angry person without a weapon").And.NotContain("that stand are wrong");
        (await trainer.PostAsync(address + "?handler=Minutes", ("Minutes", "900"), ("ScenarioMinutes", "901"))).Html.Should().Contain("cannot be more");
        (await trainer.PostAsync(address + "?handler=Minutes", ("Minutes", "900"), ("ScenarioMinutes", "200"))).Html.Should().Contain("The minutes are saved");
        (await trainer.PostAsync(address + "?handler=Minutes", ("Minutes", "910"), ("ScenarioMinutes", "200"))).Html.Should().Contain("Minutes of this class stand already");
        (await trainer.PostAsync(address + "?handler=Minutes", ("Minutes", "910"), ("ScenarioMinutes", "200"), ("Correction", "Clock misread"))).Html.Should().Contain("The minutes are saved");

        (string, string)[] list = [("Lines[0].Number", "1"), ("Lines[0].Delivered", "full"), ("Lines[1].Number", "2"), ("Lines[1].Delivered", "no")];
        (await trainer.PostAsync(address + "?handler=Checklist", list)).Html.Should().Contain("needs a reason");
        (await trainer.PostAsync(address + "?handler=Checklist", [.. list, ("Lines[1].Reason", "No role player")])).Html.Should().Contain("The checklist is saved").And.Contain("No role player");
        (await trainer.PostAsync(address + "?handler=Checklist", list[0], list[1], list[2])).Html.Should().Contain("Not saved");
        (await Application.AuditedAsync(agency, "record.adherence"), await Application.AuditedAsync(agency, "record.minutes")).Should().Be((1, 2));
    }

    [Test]
    public async Task A_class_without_roster_or_test_says_what_comes_next()
    {
        var people = await agency.ClassAsync(1);
        (await trainer.GetAsync($"/classes/{people.Id}")).Html.Should().Contain("No published test is there yet");
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(5));
        trainer = await BrowserAsync(agency);
        (await trainer.GetAsync($"/classes/{people.Id}")).Html.Should().Contain("The class is over without this test").And.Contain("Still to come: numbers 1.");
        (await trainer.GetAsync("/classes")).Html.Should().Contain("Follow-ups due").And.Contain("0 of 1 done");
    }

    [Test]
    public async Task Another_agencys_classes_rooms_and_sheets_are_not_found()
    {
        var theirs = await (await Application.NewAgencyAsync()).ClassAsync(1);
        var door = await theirs.OpenAsync("pre", await theirs.Agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
        var (one, room) = ($"/classes/{theirs.Id}", $"/rooms/{door.AdministrationId}");
        foreach (var address in new[] { one, one + "/roster", one + "/taught", room, room + "?handler=Feed", room + "/wall", room + "/close", $"{one}/sheet/{door.AdministrationId}" })
        {
            (await trainer.GetAsync(address)).Status.Should().Be(HttpStatusCode.NotFound, address);
        }

        await trainer.GetAsync("/classes/new");
        foreach (var address in new[] { one + "?handler=Open", one + "/roster?handler=Add", one + "/roster?handler=Slips", one + "/taught?handler=Minutes", room + "?handler=Extra", room + "?handler=Start", room + "?handler=OpenAgain", room + "/close" })
        {
            (await trainer.PostAsync(address, ("Number", "1"), ("Roster.By", "seats"), ("Roster.Seats", "1"))).Status.Should().Be(HttpStatusCode.NotFound, address);
        }

        (await Application.ReadAsync(session => new EnrollmentStore(session).List(theirs.Agency.Number, 1))).Should().HaveCount(1);
    }

    [TestCase("supervisor"), TestCase("evaluator"), TestCase("privacy-officer")]
    public async Task Other_roles_are_turned_away(string role)
    {
        var people = await agency.ClassAsync(1);
        var door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
        var other = await BrowserAsync(agency, role);
        foreach (var address in new[] { "/classes", "/classes/new", $"/classes/{people.Id}", $"/classes/{people.Id}/roster", $"/rooms/{door.AdministrationId}", $"/rooms/{door.AdministrationId}/wall", $"/rooms/{door.AdministrationId}?handler=Feed" })
        {
            (await other.GetAsync(address)).Path.Should().StartWith("/not-allowed", address);
        }
    }

    private async Task<PageClient> BrowserAsync(AssessmentApplicationAgency of, string role = "trainer")
    {
        browsers.Add(await (await StaffMember.AddAsync(Application, of, role)).BrowserAsync(Application));
        return browsers[^1];
    }

    private static async Task<string> NewClassAsync(PageClient browser, params (string, string)[] roster) =>
        (await browser.PostAsync("/classes/new", NewClass(await browser.GetAsync("/classes/new"), roster))).Html;

    private static (string Name, string Value)[] NewClass(ShownPage page, params (string, string)[] roster) =>
    [
        ("DeliveryId", Field(page, "DeliveryId").Single()), ("Course", ""), ("CourseTitle", "De-escalation day"), ("Provider", "The department"), ("Hours", "7.5"),
        ("Title", "Morning class"), ("StartsOn", "2026-03-02"), ("EndsOn", "2026-03-03"), ("Place", "Room 4"), .. roster,
    ];

    private static Task<ShownPage> OpenPreAsync(PageClient browser, ShownPage planned, params (string, string)[] settings) => OpenAsync(browser, planned, "pre", settings);

    private static Task<ShownPage> OpenAsync(PageClient browser, ShownPage planned, string wave, params (string, string)[] settings) => browser.PostAsync(
        planned.Path + "?handler=Open",
        [("Wave", wave), ("Instrument", Field(planned, "Instrument")[0]), .. Field(planned, "Forms").Select(form => ("Forms", form)), .. settings]);

    private Task<AssessmentApplicationAttempt> StartAsync(ShownPage room, string token) => AssessmentApplicationAttempt.StartAsync(
        Application.Nobody, new StartAttempt.Request(Guid.NewGuid(), CodeIn().Match(room.Html).Groups[1].Value, token, "tablet", "granted"));

    private static List<string> Field(ShownPage page, string name) =>
        Regex.Matches(page.Html, $"name=\"{name}\" value=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();

    private static List<string> Tokens(string html) => TokenIn().Matches(html).Select(match => match.Groups[1].Value).ToList();

    private static string ClassIn(string html) => ClassAddress().Match(html).Groups[1].Value;

    [GeneratedRegex("class=\"code\">([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<")]
    private static partial Regex TokenIn();

    [GeneratedRegex("class=\"code big\">([A-Z]{6})<")]
    private static partial Regex CodeIn();

    [GeneratedRegex("href=\"(/classes/[0-9a-f-]{36})\"")]
    private static partial Regex ClassAddress();
}
