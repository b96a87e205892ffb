using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Forms;
using Assessment.Data;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Forms;

/// <summary>A bank of objectives X (4 statements), Y (2 statements and one under a stimulus) and Z (a judgement), and an item of none.</summary>
public sealed class AssembleFormsTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private Guid bank;

    private string Assemble => $"/api/forms/{bank}/assemble";

    [SetUp]
    public async Task NewBank()
    {
        agency = await Application.NewAgencyAsync();
        bank = await agency.PublishAsync(Bank("bank"), "man.png");
    }

    [Test]
    public async Task Drafts_hold_the_plan_share_no_item_and_are_published_and_given_like_any_other()
    {
        var answer = await AssembleAsync(2, new() { ["X"] = 2, ["Y"] = 1 });
        answer.LeastAnswers.Should().Be(30);
        answer.Forms.Should().HaveCount(2).And.OnlyContain(form => form.Version == 1 && form.MeanDifficulty == null && form.KnownDifficulties == 0);
        answer.Forms.Select(form => form.Edition).Should().Equal("A", "B");
        answer.Forms.Should().OnlyContain(form => form.Objectives.Count == 2 && form.Objectives["X"] == 2 && form.Objectives["Y"] == 1);
        foreach (var form in answer.Forms)
        {
            (await agency.Admin.PostAsync($"/api/forms/{form.FormId}/publish")).EnsureSuccessStatusCode();
        }

        var people = await agency.ClassAsync(2);
        var door = await people.OpenAsync("pre", [.. answer.Forms.Select(form => form.FormId)]);
        var (first, second) = (await people.StartAsync(door), await people.StartAsync(door, 1));
        first.Form.Items.Concat(second.Form.Items).Select(item => item.Identifier).Should().BeEquivalentTo("x1", "x2", "x3", "x4", "y1", "y2");
        first.Form.Items.Select(item => item.Identifier).Should().BeInAscendingOrder("items stand in the bank's order");
        new[] { first, second }.Select(attempt => attempt.Form.Title).Should().BeEquivalentTo("Bank A", "Bank B");
        (await Application.AuditRowsAsync(agency, "assemble.forms")).Should().ContainSingle().Which.ObjectId.Should().Be(bank.ToString());
    }

    /// <summary>
    /// Thirty answers make a difficulty known: x1 0, x2 0.2, x3 0.4, x4 0.8, y1 0.5; y2 has 29. X: groups (x1, x2) and (x3, x4), so that
    /// x4 joins x1 (sums 0.8 and 0.6). y1 (0.5) is harder than y2, dealt as the mean of the known ones (0.38), and joins x2 and x3.
    /// </summary>
    [Test]
    public async Task Difficulty_comes_from_thirty_answers_before_training_of_people_who_agreed()
    {
        var people = await agency.ClassAsync(31);
        var door = await people.OpenAsync("pre", bank);
        for (var person = 0; person < 30; person++)
        {
            await TakeAsync(people, door, person, "granted", [person < 30, person < 24, person < 18, person < 6, person < 15, person < 29 ? true : null]);
        }

        await TakeAsync(people, door, 30, "refused", [false, false, false, false, false, false]);
        var forms = (await AssembleAsync(2, new() { ["X"] = 2, ["Y"] = 1 })).Forms;
        var hard = forms.Single(form => form.KnownDifficulties == 3);
        hard.MeanDifficulty.Should().BeApproximately((0.2 + 0.4 + 0.5) / 3, 1e-12);
        var other = forms.Single(form => form.KnownDifficulties == 2);
        other.MeanDifficulty.Should().BeApproximately((0.0 + 0.8) / 2, 1e-12);
        (await ItemsAsync(hard.FormId), await ItemsAsync(other.FormId)).Should().Be(("x2 x3 y1", "x1 x4 y2"));
    }

    [Test]
    public async Task The_same_seed_gives_the_same_forms_and_replaces_the_drafts()
    {
        var first = await AssembleAsync(2, new() { ["X"] = 1 });
        var items = await ItemsAsync(first);
        var again = await AssembleAsync(2, new() { ["X"] = 1 }, first.Seed);
        again.Should().BeEquivalentTo(first);
        (await ItemsAsync(again)).Should().Be(items);
        var others = new HashSet<string>();
        for (var seed = 0; seed < 12; seed++)
        {
            others.Add(await ItemsAsync(await AssembleAsync(2, new() { ["X"] = 1 }, seed)));
        }

        // Twelve ordered pairs are as likely; twelve draws of one alone would have a chance of 12^-11.
        others.Should().HaveCountGreaterThan(1);
    }

    [Test]
    public async Task A_judgement_comes_with_its_newest_key_and_the_panel_of_it()
    {
        (await agency.Admin.PutAsync($"/api/forms/{bank}/items/z1/panel/e1", new { effectiveness = new { a = 1, b = 3, c = 5 }, steps = 5 })).EnsureSuccessStatusCode();
        await agency.Admin.PostAsync<MakeKey.Answer>($"/api/forms/{bank}/items/z1/keys", new { method = "mean-weight", reason = "First panel" });
        (await agency.Admin.PutAsync($"/api/forms/{bank}/items/z1/panel/e2", new { effectiveness = new { a = 5, b = 3, c = 1 } })).EnsureSuccessStatusCode();
        var form = (await AssembleAsync(1, new() { ["Z"] = 1 })).Forms.Single();
        await agency.Admin.PostAsync<PublishForm.Answer>($"/api/forms/{form.FormId}/publish");
        var panel = await agency.Admin.GetAsync<ShowPanel.Answer>($"/api/forms/{form.FormId}/items/z1/panel");
        panel.Keys.Select(key => (key.Version, key.Method, key.Weights!["b"])).Should().Equal((1, "authored", 0), (2, "mean-weight", 0.5m));
        panel.Raters.Select(rater => rater.Code).Should().Equal("e1");
    }

    [Test]
    public async Task A_bank_too_small_is_refused_by_objective_and_leaves_nothing()
    {
        var problem = await Problem.OfAsync(PostAsync(agency, 2, new() { ["X"] = 2, ["Y"] = 2, ["W"] = 1 }));
        (problem.Status, problem.Code).Should().Be((422, "request-contradicts"));
        problem.Places.Should().Equal("objective W", "objective Y");
        problem.Text.Should().Contain("2 forms need 4 items; the bank has 2.", "the third item of Y is under a stimulus");
        (await Problem.OfAsync(PostAsync(agency, 2, new() { ["X"] = 0 }))).Places.Should().Equal("itemsPerForm.X");
        (await Application.AuditRowsAsync(agency, "assemble.forms")).Should().BeEmpty();
        (await VersionsAsync()).Should().ContainSingle("the bank alone is there");
    }

    [Test]
    public async Task An_edition_that_another_form_has_is_not_taken_from_it()
    {
        bank = await agency.PublishAsync(Bank("A", "second"), "man.png");
        (await Problem.OfAsync(PostAsync(agency, 2, new() { ["X"] = 1 }))).Should().BeEquivalentTo(new { Status = 409, Code = "already-there" });
        (await VersionsAsync()).Should().ContainSingle();
        (await Application.AuditRowsAsync(agency, "assemble.forms")).Should().BeEmpty();
    }

    [Test]
    public async Task A_bank_of_another_agency_looks_like_none_and_only_the_administrator_may_assemble()
    {
        var other = await Application.NewAgencyAsync();
        (await Problem.OfAsync(PostAsync(other, 1, new() { ["X"] = 1 }))).Should().BeEquivalentTo(new { Status = 404, Code = "not-found" });
        (await Problem.OfAsync((await agency.KeyAsync("trainer")).PostAsync(Assemble, new { forms = 1, itemsPerForm = new { X = 1 } }))).Code.Should().Be("role-missing");
        (await Problem.OfAsync(agency.Admin.PostAsync(Assemble, new { forms = 0, itemsPerForm = new { } }))).Status.Should().Be(400);
        (await Application.AuditRowsAsync(other, "assemble.forms")).Should().BeEmpty();
    }

    private static async Task TakeAsync(AssessmentApplicationClass people, OpenAdministration.Answer door, int person, string consent, bool?[] right)
    {
        var attempt = await people.StartAsync(door, person, consent);
        string[] items = ["x1", "x2", "x3", "x4", "y1", "y2"];
        var answers = items.Zip(right).Where(answer => answer.Second is not null)
            .Select(answer => new { item = answer.First, value = answer.Second, revision = 1 }).ToList();
        using var saved = await attempt.Holder.PutAsync($"/api/attempts/{attempt.Id}/responses", new { answers, device = "tablet" });
        saved.EnsureSuccessStatusCode();
        await attempt.SubmitAsync();
    }

    private Task<HttpResponseMessage> PostAsync(AssessmentApplicationAgency by, int forms, Dictionary<string, int> itemsPerForm) =>
        by.Admin.PostAsync(Assemble, new { forms, itemsPerForm });

    private Task<AssembleForms.Answer> AssembleAsync(int forms, Dictionary<string, int> itemsPerForm, long? seed = null) =>
        agency.Admin.PostAsync<AssembleForms.Answer>(Assemble, new { forms, itemsPerForm, seed });

    private async Task<string> ItemsAsync(AssembleForms.Answer answer)
    {
        var forms = new List<string>();
        foreach (var form in answer.Forms) forms.Add(await ItemsAsync(form.FormId));
        return string.Join(" | ", forms);
    }

    private Task<string> ItemsAsync(Guid form) => Application.ReadAsync(async session =>
    {
        var store = new FormStore(session);
        var version = (await store.FindVisible(agency.Number, form))!;
        return string.Join(' ', (await store.Items(version.FormVersionNo)).Select(item => item.Identifier));
    });

    private Task<IReadOnlyList<FormVersionRow>> VersionsAsync() => Application.ReadAsync(async session =>
    {
        var store = new FormStore(session);
        return await store.ListVersions((await store.FindVisible(agency.Number, bank))!.InstrumentNo);
    });

    private static string Bank(string edition, string instrument = "bank")
    {
        var statements = string.Concat(new[] { "x1 X", "x2 X", "x3 X", "x4 X", "y1 Y", "y2 Y" }.Select(item => item.Split(' ')).Select(item =>
            $$"""{"identifier": "{{item[0]}}", "type": "true-false", "objective": "{{item[1]}}", "stem": "{{item[0]}} is so.", "key": true},"""));
        return $$$"""
            {"schema": "assessment-form/1", "identifier": "{{{instrument}}}", "edition": "{{{edition}}}", "title": "Bank", "language": "en", "passMark": 5,
             "instrument": {"identifier": "{{{instrument}}}", "title": "Bank", "kind": "knowledge-test", "plane": "research"},
             "items": [{{{statements}}}
              {"identifier": "none", "type": "true-false", "stem": "Of no objective.", "key": true},
              {"identifier": "z1", "type": "situational-judgement", "objective": "Z", "stem": "What is best?",
               "options": [{"identifier": "a", "text": "A"}, {"identifier": "b", "text": "B"}, {"identifier": "c", "text": "C"}],
               "keys": [{"version": 1, "method": "authored", "weights": {"a": 1, "b": 0, "c": 0}}]},
              {"identifier": "p", "type": "stimulus", "stem": "Look.", "picture": {"file": "man.png", "alt": "A man"}, "covers": 1},
              {"identifier": "y3", "type": "true-false", "objective": "Y", "stem": "He sits.", "key": true}]}
            """;
    }
}
