using System.Text;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Deliveries;
using Assessment.Api.Features.Demo;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Deliveries;

public sealed class EnrollRosterTests : ApplicationTests
{
    private AssessmentApplicationClass people = null!;

    [SetUp]
    public async Task NewClass() => people = await (await Application.NewAgencyAsync()).ClassAsync(1);

    [Test]
    public async Task New_people_get_tokens_of_their_own()
    {
        var roster = await EnrollAsync("kind,rank,years_of_service\nofficer,Sergeant,12\ncmhp-employee,,3\n");
        roster.Participants.Select(person => person.Line).Should().Equal(2, 3);
        roster.Participants.Select(person => person.Token).Should().OnlyHaveUniqueItems().And.OnlyContain(token => token!.Length == 19);
    }

    [Test]
    public async Task Who_brings_a_token_from_an_earlier_class_stays_the_same_person()
    {
        var later = await people.Agency.ClassAsync(1);
        var roster = await later.Agency.Admin.PostAsync<EnrollRoster.Answer>(
            $"/api/deliveries/{later.Id}/roster", ApiClient.Csv($"kind,token\nofficer,{people.People[0].Token}\n"));
        roster.Participants.Should().Equal(people.People[0] with { Line = 2, Token = null, Number = 2 });
    }

    [Test]
    public async Task Repeated_tokens_are_refused_with_their_lines()
    {
        var token = (await people.Agency.ClassAsync(1)).People[0].Token;
        var problem = await RefusedAsync($"kind,token\nofficer,{token}\nofficer,\nofficer,{token}\n");
        problem.Places.Should().Equal("line 4, column token");
        problem.Text.Should().NotContain(token);
    }

    [Test]
    public async Task A_token_of_another_agency_is_refused_and_nobody_is_enrolled()
    {
        var foreign = (await (await Application.NewAgencyAsync()).ClassAsync(1)).People[0].Token;
        (await RefusedAsync($"kind,token\nofficer,\nofficer,{foreign}\n")).Places.Should().Equal("line 3, column token");
        (await EnrolledAsync()).Should().Be(1);
    }

    [Test]
    public async Task Who_is_enrolled_already_is_refused() =>
        (await RefusedAsync($"kind,token\nofficer,{people.People[0].Token}\n")).Places.Should().Equal("line 2");

    [TestCase("name\nAda\n", "line 1")]
    [TestCase("kind,ssn\nofficer,1\n", "line 1, column 2")]
    [TestCase("kind\nwizard\n", "line 2, column kind")]
    [TestCase("kind,years_of_service\nofficer,many\n", "line 2, column years_of_service")]
    public async Task A_faulty_roster_is_refused_at_its_place(string csv, string place) =>
        (await RefusedAsync(csv)).Places.Should().Contain(place);

    [Test]
    public async Task Bytes_that_are_not_UTF_8_are_refused_by_line()
    {
        var file = new ByteArrayContent(Encoding.Latin1.GetBytes("kind,name\nofficer,René\n"));
        file.Headers.ContentType = new("text/csv");
        (await Problem.OfAsync(people.Agency.Admin.PostAsync($"/api/deliveries/{people.Id}/roster", file))).Places.Should().Contain("line 2");
    }

    [Test]
    public async Task A_class_of_another_agency_takes_no_roster()
    {
        var other = await Application.NewAgencyAsync();
        var sent = other.Admin.PostAsync($"/api/deliveries/{people.Id}/roster", ApiClient.Csv("kind\nofficer\n"));
        (await Problem.OfAsync(sent)).Code.Should().Be("not-found");
        (await EnrolledAsync()).Should().Be(1);
    }

    private Task<EnrollRoster.Answer> EnrollAsync(string csv) =>
        people.Agency.Admin.PostAsync<EnrollRoster.Answer>($"/api/deliveries/{people.Id}/roster", ApiClient.Csv(csv));

    private async Task<Problem> RefusedAsync(string csv)
    {
        var problem = await Problem.OfAsync(people.Agency.Admin.PostAsync($"/api/deliveries/{people.Id}/roster", ApiClient.Csv(csv)));
        (problem.Status, problem.Code).Should().Be((422, "roster-invalid"));
        return problem;
    }

    private async Task<int> EnrolledAsync()
    {
        var door = await people.OpenAsync("pre", await people.Agency.PublishAsync(AssessmentApplicationForms.Scale));
        return (await people.Agency.Admin.GetAsync<ShowAdministration.Answer>($"/api/administrations/{door.AdministrationId}")).Enrolled;
    }
}
