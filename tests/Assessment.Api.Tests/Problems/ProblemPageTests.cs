using System.Net;
using Assessment.Testing;

namespace Assessment.Api.Tests.Problems;

/// <summary>What goes wrong is told to people as a page, in their language, and to programs as a problem document.</summary>
public sealed class ProblemPageTests : ApplicationTests
{
    [TestCase("/nowhere"), TestCase("/take/nowhere"), TestCase("/classes/nowhere/at/all")]
    public async Task An_address_that_is_none_says_so_and_leads_on(string address)
    {
        using var nobody = new PageClient(Application.Address);
        nobody.Prefer("en");
        var page = await nobody.GetAsync(address);
        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Html.Should().Contain("<html lang=\"en\">").And.Contain("There is no such page</h1>").And.Contain("href='/take'");
        page.Policy.Should().StartWith("default-src 'none'");
        nobody.Prefer("es");
        (await nobody.GetAsync(address)).Html.Should().Contain("<html lang=\"es\">").And.Contain("No existe esa página</h1>");
    }

    [Test]
    public async Task A_participant_is_told_in_the_language_chosen_on_the_device()
    {
        using var officer = new PageClient(Application.Address);
        officer.Prefer("en");
        await officer.GetAsync("/take");
        await officer.PostAsync("/take/look", ("look", "es"), ("to", "/take"));
        (await officer.GetAsync("/take")).Html.Should().Contain("<html lang=\"es\"");
        (await officer.GetAsync("/take/nowhere")).Html.Should().Contain("No existe esa página</h1>");
        (await officer.GetAsync("/nowhere")).Html.Should().Contain("There is no such page</h1>");
    }

    [TestCase("/api/nowhere", "text/html"), TestCase("/nowhere", "application/json"), TestCase("/nowhere", "*/*")]
    public async Task Programs_get_a_document(string address, string accept)
    {
        using var http = new HttpClient { BaseAddress = Application.Address };
        http.DefaultRequestHeaders.Accept.ParseAdd(accept);
        using var answer = await http.GetAsync(address);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("<html");
    }

    [TestCase("/take"), TestCase("/sign-in"), TestCase("/language")]
    public async Task A_form_without_its_cookie_says_what_to_do(string address)
    {
        using var closed = new PageClient(Application.Address, keepsCookies: false);
        await closed.GetAsync(address == "/language" ? "/" : address);
        var page = await closed.PostAsync(address, ("Name", "sam"), ("Password", "secret words of mine"));
        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Html.Should().Contain("The form was not taken</h1>").And.Contain("Allow cookies for this site").And.NotContain("secret words");
    }

    [Test]
    public async Task A_fault_says_that_it_is_one_and_nothing_of_what_it_was()
    {
        var agency = await Application.NewAgencyAsync();
        using var admin = await (await StaffMember.AddAsync(Application, agency, "agency-admin")).BrowserAsync(Application);
        await admin.GetAsync("/accounts");
        await Application.WriteAsync(session => session.Execute("CREATE TRIGGER no_account BEFORE INSERT ON account BEGIN SELECT RAISE(ABORT, 'a reason'); END"));
        try
        {
            var page = await admin.PostAsync("/accounts?handler=Add", ("Label", "Sam"), ("SignInName", "sam.lee"), ("Role", "trainer"));
            page.Status.Should().Be(HttpStatusCode.InternalServerError);
            page.Html.Should().Contain("The service has a fault</h1>").And.Contain("What was saved before is still there").And.NotContain("a reason").And.NotContain("sam.lee");
            page.Policy.Should().StartWith("default-src 'none'");
        }
        finally
        {
            await Application.WriteAsync(session => session.Execute("DROP TRIGGER no_account"));
        }
    }
}
