using System.Globalization;
using Assessment.Api.Features.Forms;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Forms;

/// <summary>Ratings entered and shown.</summary>
public sealed class PanelTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private string items = "";

    [SetUp]
    public async Task NewForm()
    {
        agency = await Application.NewAgencyAsync();
        items = $"/api/forms/{await agency.PublishAsync(AssessmentApplicationPanels.Form())}/items";
    }

    [Test]
    public async Task The_ratings_of_the_file_are_the_starting_panel()
    {
        var panel = await ShowAsync("j");
        panel.Steps.Should().Be(5);
        panel.Raters.Select(rater => (rater.Code, Text(rater.Effectiveness))).Should().Equal(("e1", "a 5 b 3 c 1"), ("e2", "a 5 b 2 c 1"));
        panel.Keys.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Version = 1, Method = "mean-weight" });
        // Both find a best: consensus and proportion give it all.
        panel.Candidates.Select(key => (key.Method, Text(key.Weights!))).Should().Equal(
            ("mean-weight", "a 1 b 0.375 c 0"), ("consensus", "a 1 b 0 c 0"), ("proportion-endorsement", "a 1 b 0 c 0"));
    }

    /// <summary>
    /// Three steps. Authored places 1 and 0: ratings 2 and 1 earn (1 - 1/4 + 1) / 2 = 0.875. The expert's 2 and 1 are the places 1/2 and 0,
    /// which the ratings meet.
    /// </summary>
    [Test]
    public async Task Options_that_participants_rate_are_keyed_by_the_mean_rating_on_the_same_steps()
    {
        var form = await agency.PublishAsync(AssessmentApplicationPanels.RateEach);
        var people = await agency.ClassAsync(1);
        var attempt = await people.StartAsync(await people.OpenAsync("pre", form));
        attempt.Form.Items.Single().Should().BeEquivalentTo(new { Respond = "rate-each", Labels = new[] { "Poor", "Fair", "Good" } });
        (await attempt.SaveAsync("r", new[] { "a:2", "b:1" }, 1)).EnsureSuccessStatusCode();
        await attempt.SubmitAsync();
        (await PointsAsync()).Should().Be(11_025);

        var item = $"/api/forms/{form}/items/r";
        (await Problem.OfAsync(agency.Admin.PutAsync($"{item}/panel/e1", new { effectiveness = new { a = 2, b = 1 }, steps = 5 }))).Code.Should().Be("request-contradicts");
        await agency.Admin.PutAsync<RatePanel.Answer>($"{item}/panel/e1", new { effectiveness = new { a = 2, b = 1 } });
        var panel = await agency.Admin.GetAsync<ShowPanel.Answer>($"{item}/panel");
        panel.Steps.Should().Be(3);
        panel.Candidates.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Method = "mean-rating", Weights = new Dictionary<string, decimal> { ["a"] = 0.5m, ["b"] = 0 } });

        (await Problem.OfAsync(agency.Admin.PostAsync($"{item}/keys", new { method = "mean-weight", reason = "First panel" }))).Code.Should().Be("request-contradicts");
        (await agency.Admin.PostAsync<MakeKey.Answer>($"{item}/keys", new { method = "mean-rating", reason = "First panel" }))
            .Should().BeEquivalentTo(new { KeyVersion = 2, Rescored = 1, Changed = 1 });
        (await PointsAsync()).Should().Be(12_600);

        Task<int> PointsAsync() => Application.ReadAsync(session => session.Value<int>("SELECT points FROM score_sheet WHERE agency_id = @Number", new { agency.Number }));
    }

    [Test]
    public async Task A_rating_joins_and_a_correction_replaces_it_without_a_change_of_the_key()
    {
        (await RateAsync("e3", 3, 5, 1)).Should().Be(new RatePanel.Answer("e3", 1, 3));
        (await RateAsync("e3", 2, 5, 2)).Should().Be(new RatePanel.Answer("e3", 2, 3));
        var panel = await ShowAsync("j");
        panel.Raters.Select(rater => (rater.Code, Text(rater.Effectiveness))).Should().Equal(
            ("e1", "a 5 b 3 c 1"), ("e2", "a 5 b 2 c 1"), ("e3", "a 2 b 5 c 2"));
        // Sums 12, 10, 4: (10 - 4) / (12 - 4). Votes 2, 1, 0.
        panel.Candidates.Select(key => Text(key.Weights!)).Should().Equal("a 1 b 0.75 c 0", "a 1 b 0 c 0", "a 1 b 0.5 c 0");
        panel.Keys.Should().ContainSingle("a rating alone makes no key");
        (await Application.AuditRowsAsync(agency, "rate.item")).Should().HaveCount(2);

        await RateAsync("e1", 5, 4, 1);
        (await ShowAsync("j")).Raters[0].Effectiveness["b"].Should().Be(4, "what is entered counts before the file");
    }

    /// <summary>
    /// R 4.2: <c>M &lt;- matrix(c(5,5,2, 3,2,5, 1,1,2), 3, byrow = TRUE); psych::ICC(M, lmer = FALSE)</c> has ICC2k 0.6136363636 with the
    /// upper bound 0.9916387026; its lower bound steps up a value below -1/(k - 1), which has no image. Alpha with ordinal distance
    /// by Krippendorff's (2011) coincidence matrix written out in R.
    /// </summary>
    [Test]
    public async Task Agreement_is_shown_with_what_it_rests_on()
    {
        await RateAsync("e3", 2, 5, 2);
        var agreement = (await ShowAsync("j")).Agreement;
        agreement.Select(one => (one.Estimator, one.Options, one.Reason)).Should().Equal(("icc-2k", 3, null), ("krippendorff-alpha", 3, null));
        agreement[0].Value.Should().BeApproximately(0.613636363636, 1e-10);
        agreement[0].Upper.Should().BeApproximately(0.991638702606, 1e-6);
        agreement[0].Lower.Should().BeNull();
        agreement[1].Value.Should().BeApproximately(0.451451451451, 1e-10);
    }

    [Test]
    public async Task Without_two_raters_the_reason_stands_in_place_of_the_agreement()
    {
        var nobody = await ShowAsync("n");
        nobody.Steps.Should().BeNull();
        nobody.Agreement.Should().OnlyContain(one => one.Value == null && one.Reason == "nobody has rated" && one.Options == 2);
        nobody.Candidates.Should().OnlyContain(key => key.Weights == null && key.Reason == "Nobody has rated.");
        await agency.Admin.PutAsync<RatePanel.Answer>($"{items}/n/panel/e1", new { effectiveness = new { a = 4, b = 4 }, steps = 7 });
        var one = await ShowAsync("n");
        one.Steps.Should().Be(7);
        one.Agreement.Should().OnlyContain(line => line.Value == null && line.Reason == "one rater alone");
        one.Candidates.Should().OnlyContain(key => key.Weights == null && key.Reason!.StartsWith("The panel ", StringComparison.Ordinal));
    }

    [Test]
    public async Task Raters_who_never_differ_between_options_give_no_agreement()
    {
        foreach (var rater in new[] { "e1", "e2" })
        {
            await agency.Admin.PutAsync<RatePanel.Answer>($"{items}/n/panel/{rater}", new { effectiveness = new { a = 4, b = 4 }, steps = 7 });
        }

        (await ShowAsync("n")).Agreement.Select(one => one.Reason).Should().Equal("the ratings have no variance", "all codes are the same");
    }

    [TestCase("j", "e3", """{"effectiveness": {"a": 5, "b": 6, "c": 0}}""", "effectiveness.b effectiveness.c", TestName = "Steps_beyond_the_scale")]
    [TestCase("j", "e3", """{"effectiveness": {"a": 5, "b": 1, "d": 1}}""", "effectiveness.c effectiveness.d", TestName = "An_option_missing_and_one_too_many")]
    [TestCase("j", "e3", """{"effectiveness": {"a": 5, "b": 1, "c": 1}, "steps": 7}""", "", TestName = "Another_scale_than_the_panels")]
    [TestCase("n", "e3", """{"effectiveness": {"a": 5, "b": 1}}""", "", TestName = "No_scale_for_a_first_rating")]
    [TestCase("j", "Dr.%20Smith", """{"effectiveness": {"a": 5, "b": 1, "c": 1}}""", "", TestName = "A_name_in_place_of_a_code")]
    [TestCase("q", "e3", """{"effectiveness": {"a": 5, "b": 1}, "steps": 5}""", "", TestName = "An_item_that_has_no_panel")]
    public async Task Contradiction_is_refused_and_leaves_no_trace(string item, string rater, string body, string places)
    {
        var problem = await Problem.OfAsync(agency.Admin.SendAsync(HttpMethod.Put, $"{items}/{item}/panel/{rater}", AssessmentApplicationForms.File(body)));
        (problem.Status, problem.Code).Should().Be((422, "request-contradicts"));
        problem.Places.Should().Equal(places.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        (await Application.AuditRowsAsync(agency, "rate.item")).Should().BeEmpty();
        (await ShowAsync("j")).Raters.Should().HaveCount(2);
    }

    [Test]
    public async Task An_item_that_the_form_lacks_and_a_draft_are_refused()
    {
        (await Problem.OfAsync(PutAsync(agency, $"{items}/z/panel/e3"))).Code.Should().Be("item-not-on-form");
        var draft = await agency.ImportAsync(AssessmentApplicationPanels.Form("other"));
        (await Problem.OfAsync(PutAsync(agency, $"/api/forms/{draft}/items/j/panel/e3"))).Code.Should().Be("form-not-published");
    }

    [Test]
    public async Task A_form_of_another_agency_looks_like_none_and_only_the_administrator_may_rate()
    {
        var other = await Application.NewAgencyAsync();
        (await Problem.OfAsync(PutAsync(other, $"{items}/j/panel/e3"))).Should().BeEquivalentTo(new { Status = 404, Code = "not-found" });
        (await Problem.OfAsync(other.Admin.SendAsync(HttpMethod.Get, $"{items}/j/panel"))).Should().BeEquivalentTo(new { Status = 404, Code = "not-found" });
        (await Problem.OfAsync((await agency.KeyAsync("trainer")).SendAsync(HttpMethod.Get, $"{items}/j/panel"))).Code.Should().Be("role-missing");
        (await Application.AuditRowsAsync(other, "rate.item")).Should().BeEmpty();
    }

    [Test]
    public async Task A_new_version_starts_with_its_file_and_the_old_one_keeps_its_panel()
    {
        await RateAsync("e3", 2, 5, 2);
        await agency.PublishAsync(AssessmentApplicationPanels.Form());
        (await ShowAsync("j")).Should().Match<ShowPanel.Answer>(panel => panel.Version == 2 && panel.Raters.Count == 2);
        (await agency.Admin.GetAsync<ShowPanel.Answer>($"{items}/j/panel?version=1")).Raters.Should().HaveCount(3);
        (await Problem.OfAsync(agency.Admin.SendAsync(HttpMethod.Get, $"{items}/j/panel?version=3"))).Code.Should().Be("not-found");
    }

    private Task<ShowPanel.Answer> ShowAsync(string item) => agency.Admin.GetAsync<ShowPanel.Answer>($"{items}/{item}/panel");

    private Task<RatePanel.Answer> RateAsync(string rater, int a, int b, int c) =>
        agency.Admin.PutAsync<RatePanel.Answer>($"{items}/j/panel/{rater}", new { effectiveness = new { a, b, c } });

    private static Task<HttpResponseMessage> PutAsync(AssessmentApplicationAgency by, string address) =>
        by.Admin.PutAsync(address, new { effectiveness = new { a = 1, b = 2, c = 3 } });

    private static string Text<T>(IReadOnlyDictionary<string, T> byOption) =>
        string.Join(' ', byOption.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}")));
}
