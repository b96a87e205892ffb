using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Deliveries;
using Assessment.Api.Features.Demo;
using Assessment.Api.Features.FollowUps;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Deliveries;

/// <summary>
/// An agency that keeps no names: three people took the pre-test on seats 1 to 3 and lost their slips; the post-test is on seats 4 to 6.
/// </summary>
public sealed class LinkWavesTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private ApiClient officer = null!;
    private OpenAdministration.Answer pre = null!, post = null!;
    private List<string> slips = null!;

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync(identityMode: "none");
        people = await agency.ClassAsync(3);
        officer = await agency.KeyAsync("privacy-officer");
        var form = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"));
        (pre, post) = (await people.OpenAsync("pre", form), await people.OpenAsync("post", form));
        var added = await agency.Admin.PostAsync<EnrollRoster.Answer>($"/api/deliveries/{people.Id}/roster", ApiClient.Csv("kind\nofficer\nofficer\nofficer\n"));
        slips = [.. people.People.Concat(added.Participants).Select(seat => seat.Token!)];
    }

    [Test]
    public async Task Seats_of_one_person_become_one_and_the_newest_slip_opens_both()
    {
        await TakeAsync(pre, 1, Code("m", "o", 7, 2, "-", "s"));
        await TakeAsync(pre, 2, Code("a", "b", 30, 0, "c", "d"));
        await TakeAsync(pre, 3, Code("x", "y", 12, 1, "z", "w"));
        await TakeAsync(post, 4, Code("M", "Ó", 7, 2, "-", "S"));
        await TakeAsync(post, 5, Code("a", "b", 30, null, "c", "d"));
        await TakeAsync(post, 6, Code("q", "r", 1, 5, "t", "u"));
        (await SeatsAsync()).Should().Equal("pre 1", "pre 2", "pre 3", "post 4", "post 5", "post 6");

        (await LinkAsync()).Should().Be(new LinkWaves.Answer(Linked: 2, Exact: 1, OneElementDiffers: 1, SameSeat: 0, Ambiguous: 0, Strangers: 1, Held: 0));
        (await SeatsAsync()).Should().Equal("pre 1", "pre 2", "pre 3", "post 1", "post 2", "post 6");
        (await SheetsAsync()).Should().Equal(await SeatsAsync(), "scores move with their attempts");
        (await Application.ReadAsync(session => session.List<string>(
            "SELECT certainty FROM participant_link WHERE agency_id = @Number ORDER BY merged_no", new { agency.Number }))).Should().Equal("exact", "one-element-differs");
        (await agency.Admin.GetAsync<ShowFollowUps.Answer>($"/api/deliveries/{people.Id}/follow-ups")).Enrolled.Should().Be(4, "two of six seats were of people counted already");
        (await LinkAsync()).Should().Be(new LinkWaves.Answer(0, 0, 0, SameSeat: 2, 0, Strangers: 1, 0), "what is linked stays so");

        (await Problem.OfAsync(WithdrawAsync(slips[0]))).Code.Should().Be("token-unknown", "the older slip of a linked person stops to work");
        (await Application.Nobody.PostAsync<WithdrawConsent.Answer>("/api/withdrawals", new { post.JoinCode, token = slips[3] })).Withdrawn.Should().Be(2, "both waves");
    }

    [Test]
    public async Task Who_fits_two_people_is_linked_to_neither()
    {
        await TakeAsync(pre, 1, Code("m", "o", 7, 2, "-", "s"));
        await TakeAsync(pre, 2, Code("m", "o", 7, 2, "-", "t"));
        await TakeAsync(post, 4, Code("m", "o", 7, 2, "-", "r"));
        (await LinkAsync()).Should().Be(new LinkWaves.Answer(0, 0, 0, 0, Ambiguous: 1, 0, 0));
        (await SeatsAsync()).Should().Equal("pre 1", "pre 2", "post 4");
    }

    [Test]
    public async Task A_code_of_somebody_who_refused_research_is_not_compared()
    {
        var code = Code("m", "o", 7, 2, "-", "s");
        await TakeAsync(pre, 1, code, "refused");
        await TakeAsync(post, 4, code);
        (await LinkAsync()).Should().Be(new LinkWaves.Answer(0, 0, 0, 0, 0, Strangers: 1, 0));
    }

    [Test]
    public async Task A_seat_that_somebody_used_at_both_waves_is_not_given_away()
    {
        var code = Code("m", "o", 7, 2, "-", "s");
        await TakeAsync(pre, 1, code);
        await TakeAsync(pre, 4, null);
        await TakeAsync(post, 4, code);
        (await LinkAsync()).Should().Be(new LinkWaves.Answer(0, 0, 0, 0, 0, 0, Held: 1), "slip 4 had another holder before");
        (await SeatsAsync()).Should().Equal("pre 1", "pre 4", "post 4");
    }

    [Test]
    public async Task Linking_is_for_the_own_agency_and_for_who_answers_for_research()
    {
        var other = await (await Application.NewAgencyAsync()).KeyAsync("evaluator");
        (await Problem.OfAsync(other.PostAsync(Address, Waves))).Code.Should().Be("not-found");
        (await Problem.OfAsync(agency.Admin.PostAsync(Address, Waves))).Code.Should().Be("role-missing");
        (await Problem.OfAsync(officer.PostAsync(Address, new { earlier = "post", later = "pre" }))).Code.Should().Be("wave-wrong");
        (await (await agency.KeyAsync("evaluator")).PostAsync(Address, Waves)).EnsureSuccessStatusCode();
    }

    [Test]
    public async Task A_code_is_kept_only_where_it_can_serve()
    {
        var attempt = await StartAsync(pre, 1);
        (await Problem.OfAsync(PutAsync(attempt, Code("m", "o", 7, 2, null, null)))).Code.Should().Be("request-contradicts", "four answers can never be linked");
        (await Problem.OfAsync(PutAsync(attempt, Code("mary", "o", 7, 2, "-", "s")))).Status.Should().Be(400);
        (await Problem.OfAsync(PutAsync(attempt, Code("m", "o", 32, 2, "-", "s")))).Status.Should().Be(400);

        var training = await StartAsync(await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A", "certificate", "training"))), 1);
        (await Problem.OfAsync(PutAsync(training, Code("m", "o", 7, 2, "-", "s")))).Code.Should().Be("request-contradicts", "the agency's own record takes no code");

        var held = await Application.NewAgencyAsync();
        var known = await held.ClassAsync(1);
        var named = await known.StartAsync(await known.OpenAsync("pre", await held.PublishAsync(AssessmentApplicationForms.Knowledge("A"))));
        (await Problem.OfAsync(PutAsync(named, Code("m", "o", 7, 2, "-", "s")))).Code.Should().Be("request-contradicts", "the roster links");

        (await Application.ReadAsync(session => session.Value<int>("SELECT COUNT(*) FROM attempt_code WHERE agency_id IN (@Number, @other)", new { agency.Number, other = held.Number })))
            .Should().Be(0);
    }

    [Test]
    public async Task An_agency_that_keeps_no_names_takes_none_with_a_roster()
    {
        var refused = await Problem.OfAsync(agency.Admin.PostAsync($"/api/deliveries/{people.Id}/roster", ApiClient.Csv("kind,name\nofficer,A. Example\n")));
        (refused.Code, refused.Text.Contains("Example", StringComparison.Ordinal)).Should().Be(("roster-invalid", false));
    }

    private string Address => $"/api/deliveries/{people.Id}/links";

    private static object Waves => new { earlier = "pre", later = "post" };

    private static object Code(string mother, string city, int day, int? siblings, string? middle, string? school) => new
    {
        motherInitial = mother, birthCityInitial = city, birthDay = day, olderSiblings = siblings, middleInitial = middle, firstSchoolInitial = school,
    };

    private Task<LinkWaves.Answer> LinkAsync() => officer.PostAsync<LinkWaves.Answer>(Address, Waves);

    private Task<HttpResponseMessage> WithdrawAsync(string token) => Application.Nobody.PostAsync("/api/withdrawals", new { post.JoinCode, token });

    private static Task<HttpResponseMessage> PutAsync(AssessmentApplicationAttempt attempt, object code) => attempt.Holder.PutAsync($"/api/attempts/{attempt.Id}/code", code);

    private Task<AssessmentApplicationAttempt> StartAsync(OpenAdministration.Answer door, int seat, string consent = "granted") =>
        AssessmentApplicationAttempt.StartAsync(Application.Nobody, new StartAttempt.Request(Guid.NewGuid(), door.JoinCode, slips[seat - 1], "tablet", consent));

    private async Task TakeAsync(OpenAdministration.Answer door, int seat, object? code, string consent = "granted")
    {
        var attempt = await StartAsync(door, seat, consent);
        if (code is not null) (await PutAsync(attempt, code)).EnsureSuccessStatusCode();
        (await attempt.SaveAsync("a1", "b", 1)).EnsureSuccessStatusCode();
        await attempt.SubmitAsync();
    }

    /// <summary>Which seat has which test, in the order in which they were taken.</summary>
    private Task<IReadOnlyList<string>> SeatsAsync() => ListAsync("attempt");

    private Task<IReadOnlyList<string>> SheetsAsync() => ListAsync("score_sheet");

    private Task<IReadOnlyList<string>> ListAsync(string table) => Application.ReadAsync(session => session.List<string>(
        $"""
        SELECT m.wave || ' ' || (e.position + 1)
        FROM {table} t
        JOIN attempt a ON a.agency_id = t.agency_id AND a.attempt_no = t.attempt_no
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        JOIN enrollment e ON e.agency_id = t.agency_id AND e.delivery_no = t.delivery_no AND e.participant_no = t.participant_no
        WHERE t.agency_id = @Number ORDER BY t.attempt_no
        """,
        new { agency.Number }));
}
