using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Api.Features.Administrations;
using Assessment.Evaluation.Classes;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Administrations;

/// <summary>The class sheet over HTTP. Intervals from R's prop.test(p · 11, 11, correct = FALSE), whole percent.</summary>
public sealed class ShowClassSheetTests : ApplicationTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    [Test]
    public async Task Twelve_people_have_shares_by_objective_after_the_end_and_never_before()
    {
        var (people, door) = await PlayAsync(12);
        (await Problem.OfAsync(AskAsync(people, door))).Code.Should().Be("class-running");
        await CloseAsync(people, door);

        // Nine of twelve had the first item, six the third; nobody answered the others.
        var answer = await SheetAsync(people, door);
        answer.Sheet.Lines.Should().Equal(
            new ObjectiveLine("CRISIS_DIS", 11, 14, null, null, null, "under 10"),
            new ObjectiveLine("REFERRAL", 11, 14, null, null, null, "under 10"),
            new ObjectiveLine("CIT_PART", 11, 14, 50, 25, 75, null),
            new ObjectiveLine("DE_ALT.1", 11, 14, 75, 46, 91, null));
        answer.Meanings["DE_ALT.1"].Should().Be("Use time and distance.");
        answer.Meanings["REFERRAL"].Should().Be("Making referrals to community services");
        answer.Results.Should().BeNull("it is a research instrument");
    }

    [Test]
    public async Task Who_refused_is_not_counted_and_ten_people_have_no_numbers()
    {
        var (people, door) = await PlayAsync(12, refused: 2);
        await CloseAsync(people, door);
        var answer = await SheetAsync(people, door);
        answer.Sheet.Kind.Should().Be(ClassSheetKind.TalkingPoints);
        answer.Sheet.Lines.Should().BeEmpty();
        answer.Sheet.TalkAbout.Should().BeSubsetOf(["CRISIS_DIS", "REFERRAL", "CIT_PART", "DE_ALT.1"]).And.Contain("CRISIS_DIS");
    }

    [Test]
    public async Task One_person_alone_moves_nothing_on_the_sheet()
    {
        var sheets = new List<ClassSheet>();
        foreach (var right in new[] { true, false })
        {
            var agency = await Application.NewAgencyAsync();
            var people = await agency.ClassAsync(3);
            var door = await people.OpenAsync("pre", await agency.PublishKnowledgeAsync());
            await people.TakeAsync(door, 0, right);
            await CloseAsync(people, door);
            sheets.Add((await SheetAsync(people, door)).Sheet);
        }

        sheets[0].Should().BeEquivalentTo(sheets[1]).And.BeEquivalentTo(
            new ClassSheet(ClassSheetKind.NothingOfTheAnswers, [], [], ["DE_ALT.1", "CRISIS_DIS", "CIT_PART", "REFERRAL"]));
    }

    [Test]
    public async Task A_sheet_that_was_shown_stays_until_five_more_have_handed_in()
    {
        var (people, door) = await PlayAsync(12, of: 17);
        await CloseAsync(people, door);
        var first = await SheetAsync(people, door);
        for (var more = 12; more < 16; more++) await LateAsync(people, door, more);
        (await SheetAsync(people, door)).Should().BeEquivalentTo(first, "the difference would tell of four people");
        await LateAsync(people, door, 16);
        var second = await SheetAsync(people, door);
        second.Sheet.Lines.Should().OnlyContain(line => line.PeopleFrom == 15);
        second.Sheet.Lines.Should().Contain(line => line.Objective == "DE_ALT.1" && line.Percent == 53, "nine of seventeen");
    }

    [Test]
    public async Task Answers_that_may_still_come_hold_the_sheet_back()
    {
        var (people, door) = await PlayAsync(11, of: 12);
        var slow = await people.StartAsync(door, 11);
        (await slow.SaveAsync(slow.Form.Items[0].Identifier, "b", 1)).EnsureSuccessStatusCode();
        await CloseAsync(people, door);
        (await Problem.OfAsync(AskAsync(people, door))).Code.Should().Be("class-running");
        await slow.SubmitAsync();
        (await SheetAsync(people, door)).Sheet.Kind.Should().Be(ClassSheetKind.Shares);
    }

    [Test]
    public async Task A_certification_test_shows_results_by_number()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(2);
        var form = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A", "cert", "training"));
        var door = await people.OpenAsync("post", form);
        var attempt = await people.StartAsync(door, 1);
        foreach (var (item, value) in new (string, object)[] { ("a1", "b"), ("a2", new[] { "a", "c" }), ("a3", true), ("a4", "b") }) (await attempt.SaveAsync(item, value, 1)).EnsureSuccessStatusCode();
        await attempt.SubmitAsync();
        await CloseAsync(people, door);
        var answer = await SheetAsync(people, door);
        answer.Results.Should().Equal(new ShowClassSheet.PersonResult(2, 1, 3, 5, true));
        answer.Sheet.Kind.Should().Be(ClassSheetKind.NothingOfTheAnswers);
    }

    [Test]
    public async Task Another_agency_a_scale_and_an_empty_test_have_no_sheet()
    {
        var (people, door) = await PlayAsync(1);
        (await Problem.OfAsync((await Application.NewAgencyAsync()).Admin.SendAsync(HttpMethod.Get, Path(door)))).Code.Should().Be("not-found");
        var scale = await people.OpenAsync("pre", await people.Agency.PublishAsync(AssessmentApplicationForms.Scale));
        (await Problem.OfAsync(AskAsync(people, scale))).Code.Should().Be("request-contradicts");
        var empty = await people.OpenAsync("post", await people.Agency.PublishAsync(AssessmentApplicationForms.Knowledge("A", "other")));
        await CloseAsync(people, empty);
        (await Problem.OfAsync(AskAsync(people, empty))).Code.Should().Be("nothing-to-analyze");
    }

    [Test]
    public async Task Each_look_at_a_sheet_is_recorded()
    {
        var (people, door) = await PlayAsync(1);
        await CloseAsync(people, door);
        await SheetAsync(people, door);
        await SheetAsync(people, door);
        (await Application.AuditedAsync(people.Agency, "show.class-sheet")).Should().Be(2);
    }

    /// <summary>A class whose first nine people know the first item; every second person the third.</summary>
    private async Task<(AssessmentApplicationClass People, OpenAdministration.Answer Door)> PlayAsync(int taking, int refused = 0, int? of = null)
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(of ?? taking);
        var door = await people.OpenAsync("pre", await agency.PublishKnowledgeAsync());
        for (var person = 0; person < taking; person++) await people.TakeAsync(door, person, person < 9, person < refused ? "refused" : "granted");
        return (people, door);
    }

    private static async Task LateAsync(AssessmentApplicationClass people, OpenAdministration.Answer door, int person)
    {
        (await people.Agency.Admin.PutAsync($"/api/administrations/{door.AdministrationId}/times", new { })).EnsureSuccessStatusCode();
        await people.TakeAsync(door, person, right: false);
        await CloseAsync(people, door);
    }

    private static string Path(OpenAdministration.Answer door) => $"/api/administrations/{door.AdministrationId}/sheet";

    private static Task<HttpResponseMessage> AskAsync(AssessmentApplicationClass people, OpenAdministration.Answer door) => people.Agency.Admin.SendAsync(HttpMethod.Get, Path(door));

    private static async Task<ShowClassSheet.Answer> SheetAsync(AssessmentApplicationClass people, OpenAdministration.Answer door) =>
        JsonSerializer.Deserialize<ShowClassSheet.Answer>(await people.Agency.Admin.GetBytesAsync(Path(door)), Json)!;

    private static async Task CloseAsync(AssessmentApplicationClass people, OpenAdministration.Answer door) =>
        (await people.Agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
}
