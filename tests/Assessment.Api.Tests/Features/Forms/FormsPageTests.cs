using Assessment.Api.Features.Forms;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Forms;

/// <summary>An administrator without a program: a test uploaded and published on the page, a key for a program made on another.</summary>
public sealed class FormsPageTests : ApplicationTests
{
    [Test]
    public async Task A_form_file_becomes_a_draft_and_is_published_and_faults_are_named()
    {
        var agency = await Application.NewAgencyAsync();
        using var admin = await (await StaffMember.AddAsync(Application, agency, "agency-admin")).BrowserAsync(Application);
        (await admin.GetAsync("/forms")).Html.Should().Contain("no test yet");
        (await admin.PostFileAsync("/forms?handler=Upload", "File", "{}")).Html.Should().Contain("The form has faults");
        (await admin.PostFileAsync("/forms?handler=Upload", "File", AssessmentApplicationForms.Scale))
            .Html.Should().Contain("draft").And.Contain("Publish it");
        var form = (await agency.Admin.PostAsync<ImportForm.Answer>("/api/forms", AssessmentApplicationForms.File(AssessmentApplicationForms.Scale))).FormId;
        (await admin.PostAsync("/forms?handler=Publish", ("form", $"{form}"))).Html.Should().Contain("Version 1 is published");
        (await admin.PostAsync("/forms?handler=Publish", ("form", $"{form}"))).Html.Should().Contain("published already");
    }

    [Test]
    public async Task Pictures_of_a_scenario_are_asked_for_before_the_test_is_published()
    {
        const string Scenario = """
            {"schema":"assessment-form/1","identifier":"bridge","instrument":{"identifier":"bridge","title":"Bridge","kind":"knowledge-test","plane":"training"},
             "edition":"A","title":"Bridge","language":"en","items":[
              {"identifier":"p","type":"stimulus","stem":"Look.","picture":{"file":"looks/street.png","alt":"A street"},"covers":1},
              {"identifier":"s","type":"scenario","stem":"A man stands on a bridge.","start":"n1","nodes":[
               {"identifier":"n1","text":"What do you do?","picture":{"file":"looks/man.png","alt":"A man at a rail"},"choices":[
                {"identifier":"talk","text":"Talk","points":1,"safe":true,"next":"good"},{"identifier":"rush","text":"Rush","safe":false,"next":"bad"}]},
               {"identifier":"good","text":"He steps back.","end":"safe"},{"identifier":"bad","text":"He leans out.","end":"unsafe"}]}]}
            """;
        var agency = await Application.NewAgencyAsync();
        using var admin = await (await StaffMember.AddAsync(Application, agency, "agency-admin")).BrowserAsync(Application);
        await admin.GetAsync("/forms");
        var drafted = await admin.PostFileAsync("/forms?handler=Upload", "File", Scenario);
        drafted.Html.Should().Contain("Still missing: looks/street.png, looks/man.png.").And.NotContain(">Publish<");
        var form = System.Text.RegularExpressions.Regex.Match(drafted.Html, "name=\"form\" value=\"([^\"]+)\"").Groups[1].Value;
        (await admin.PostAsync("/forms?handler=Publish", ("form", form))).Html.Should().Contain("Upload the files that the form names first.");
        (await admin.PostFileAsync("/forms?handler=Files", "files", "cat.png", "x", ("form", form))).Html.Should().Contain("no file by this name").And.Contain("cat.png");
        (await admin.PostFileAsync("/forms?handler=Files", "files", "man.png", "x", ("form", form))).Html.Should().Contain("Still missing: looks/street.png.");
        (await admin.PostFileAsync("/forms?handler=Files", "files", "street.png", "x", ("form", form))).Html.Should().Contain(">Publish<").And.NotContain("Still missing");
        (await admin.PostAsync("/forms?handler=Publish", ("form", form))).Html.Should().Contain("Version 1 is published");
    }

    [Test]
    public async Task Another_agencys_draft_is_not_there()
    {
        var (mine, theirs) = (await Application.NewAgencyAsync(), await Application.NewAgencyAsync());
        var form = (await theirs.Admin.PostAsync<ImportForm.Answer>("/api/forms", AssessmentApplicationForms.File(AssessmentApplicationForms.Scale))).FormId;
        using var admin = await (await StaffMember.AddAsync(Application, mine, "agency-admin")).BrowserAsync(Application);
        (await admin.GetAsync("/forms")).Html.Should().Contain("no test yet");
        (await admin.PostAsync("/forms?handler=Publish", ("form", $"{form}"))).Html.Should().Contain("no form with this id");
    }

    [Test]
    public async Task A_key_for_a_program_opens_the_API()
    {
        var agency = await Application.NewAgencyAsync();
        using var admin = await (await StaffMember.AddAsync(Application, agency, "agency-admin")).BrowserAsync(Application);
        await admin.GetAsync("/accounts");
        var page = await admin.PostAsync("/accounts?handler=Key", ("Program", "Learning management system"));
        var key = System.Text.RegularExpressions.Regex.Match(page.Html, @"<strong class=""code"">([0-9]+\.[0-9]+\.[A-Za-z0-9_-]+)</strong>").Groups[1].Value;
        (await Application.Nobody.WithKey(key).SendAsync(HttpMethod.Get, "/api/waves", null)).StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
    }
}
