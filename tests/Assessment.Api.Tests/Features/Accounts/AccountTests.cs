using System.Net;
using Assessment.Api.Features.Accounts;
using Assessment.Data;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features.Accounts;

/// <summary>Signing in on the pages: the first administrator, colleagues by one-time codes, wrong passwords, stopped accounts.</summary>
public sealed class AccountTests : ApplicationTests
{
    private const string Good = StaffMember.Password, Better = "seven calm words on a long road";

    private readonly List<PageClient> browsers = [];

    [TearDown]
    public void CloseBrowsers()
    {
        browsers.ForEach(browser => browser.Dispose());
        browsers.Clear();
    }

    [Test]
    public async Task The_first_administrator_enters_the_agency_with_the_printed_code_which_works_once()
    {
        await using var fresh = await AssessmentApplication.StartAsync();
        var code = await fresh.Services.GetRequiredService<FirstCode>().MakeAsync(default);
        using var browser = new PageClient(fresh.Address);
        await browser.GetAsync("/first");
        (await browser.PostAsync("/first", First("AAAA-AAAA-AAAA-AAAA"))).Html.Should().Contain("one-time code is wrong");
        (await browser.PostAsync("/first", First(code!, state: "ZZ"))).Html.Should().Contain("two letters of a State");
        (await browser.PostAsync("/first", First(code!))).Path.Should().StartWith("/classes");
        (await browser.GetAsync("/accounts")).Html.Should().Contain("Pat Reyes").And.Contain("works");

        using var other = new PageClient(fresh.Address);
        await other.GetAsync("/first");
        (await other.PostAsync("/first", First(code!))).Html.Should().Contain("one-time code is wrong");
        (await fresh.Services.GetRequiredService<FirstCode>().MakeAsync(default)).Should().BeNull("somebody has an account");
    }

    [Test]
    public async Task A_colleague_chooses_a_password_with_the_code_and_signs_in_with_it()
    {
        var (agency, name) = (await Application.NewAgencyAsync(), NewName());
        var code = (await AddAsync(agency, name)).Code;
        var browser = Browser();
        await browser.GetAsync("/welcome");
        (await browser.PostAsync("/welcome", ("Code", code), ("Password", "too short"), ("Again", "too short"))).Html.Should().Contain("15 characters or more");
        (await browser.PostAsync("/welcome", ("Code", code), ("Password", Good), ("Again", Better))).Html.Should().Contain("two passwords differ");
        (await browser.PostAsync("/welcome", ("Code", code.ToLowerInvariant()), ("Password", Good), ("Again", Good))).Path.Should().StartWith("/classes");

        var next = Browser();
        (await next.SignInAsync(name.ToUpperInvariant(), Good)).Path.Should().StartWith("/classes");
        await next.GetAsync("/welcome");
        (await next.PostAsync("/welcome", ("Code", code), ("Password", Better), ("Again", Better))).Status.Should().Be(HttpStatusCode.NotFound, "a code works once");
        (await Application.AuditedAsync(agency, "choose.password")).Should().Be(1);
    }

    [Test]
    public async Task Nobody_signs_in_with_a_wrong_password_and_after_five_of_them_the_right_one_has_to_wait()
    {
        var name = await MemberAsync(await Application.NewAgencyAsync());
        var browser = Browser();
        for (var i = 0; i < 5; i++)
        {
            var page = await browser.SignInAsync(name, Better);
            page.Status.Should().Be(HttpStatusCode.Forbidden);
            page.Html.Should().Contain("do not fit together");
        }

        (await browser.SignInAsync(name, Good)).Html.Should().Contain("Try again in 1 min");
        Application.Clock.Set(Application.Clock.GetUtcNow().AddSeconds(61));
        (await browser.SignInAsync(name, Good)).Path.Should().StartWith("/classes");
        (await Browser().SignInAsync("nobody.of.that.name", Good)).Html.Should().Contain("do not fit together", "the answer is that of a wrong password");
    }

    [Test]
    public async Task Signing_in_goes_back_to_the_page_that_was_wanted_and_never_to_another_host()
    {
        var name = await MemberAsync(await Application.NewAgencyAsync(), "agency-admin");
        var browser = Browser();
        (await browser.GetAsync("/accounts")).Path.Should().Be("/sign-in?to=%2Faccounts");
        (await browser.PostAsync("/sign-in", ("Name", name), ("Password", Good), ("To", "/accounts"))).Path.Should().Be("/accounts");
        var other = Browser();
        await other.GetAsync("/sign-in");
        (await other.PostAsync("/sign-in", ("Name", name), ("Password", Good), ("To", "https://example.org/"))).Path.Should().StartWith("/classes");
    }

    [Test]
    public async Task A_stopped_account_is_out_with_its_next_request_and_nobody_stops_the_own_one()
    {
        var agency = await Application.NewAgencyAsync();
        var (admin, trainer) = (await MemberAsync(agency, "agency-admin"), await MemberAsync(agency, "agency-admin"));
        var (boss, colleague) = (Browser(), Browser());
        await boss.SignInAsync(admin, Good);
        await colleague.SignInAsync(trainer, Good);
        (await colleague.GetAsync("/accounts")).Path.Should().Be("/accounts");
        var (own, others) = (await NumberAsync(admin), await NumberAsync(trainer));
        (await boss.GetAsync("/accounts")).Html.Should().NotContain($"Stop<span class=\"unseen\"> {admin}");
        (await boss.PostAsync("/accounts?handler=Stop", ("account", $"{own}"))).Html.Should().Contain("must not lose its last administrator");
        (await boss.PostAsync("/accounts?handler=Stop", ("account", $"{others}"))).Html.Should().Contain("stopped");
        (await colleague.GetAsync("/accounts")).Path.Should().StartWith("/sign-in");
        (await colleague.SignInAsync(trainer, Good)).Html.Should().Contain("do not fit together");
    }

    [Test]
    public async Task Another_agencys_account_is_not_found()
    {
        var (mine, theirs) = (await Application.NewAgencyAsync(), await Application.NewAgencyAsync());
        for (var i = 0; i < 3; i++) await AddAsync(theirs, NewName());
        var number = await NumberAsync(await MemberAsync(theirs));
        (await Problem.OfAsync(mine.Admin.PostAsync($"/api/accounts/{number}/stop"))).Code.Should().Be("not-found");
        (await Problem.OfAsync(mine.Admin.PostAsync($"/api/accounts/{number}/invite"))).Code.Should().Be("not-found");
    }

    [Test]
    public async Task A_new_password_signs_out_whoever_is_in_with_the_old_one()
    {
        var agency = await Application.NewAgencyAsync();
        var name = await MemberAsync(agency, "agency-admin");
        var (thief, owner) = (Browser(), Browser());
        await thief.SignInAsync(name, Good);
        var again = await agency.Admin.PostAsync<AddAccount.Answer>($"/api/accounts/{await NumberAsync(name)}/invite");
        await owner.GetAsync("/welcome");
        (await owner.PostAsync("/welcome", ("Code", again.Code), ("Password", Better), ("Again", Better))).Path.Should().StartWith("/classes");
        (await thief.GetAsync("/accounts")).Path.Should().StartWith("/sign-in");
    }

    [Test]
    public async Task A_form_of_another_site_is_refused_and_the_cookie_opens_no_address_of_the_API()
    {
        var name = await MemberAsync(await Application.NewAgencyAsync(), "agency-admin");
        var browser = Browser();
        await browser.SignInAsync(name, Good);
        using var handler = new HttpClientHandler { CookieContainer = browser.Cookies };
        using var forged = new HttpClient(handler) { BaseAddress = Application.Address };
        using var form = new FormUrlEncodedContent([new("Label", "Eve"), new("SignInName", "eve.eve"), new("Role", "agency-admin")]);
        (await forged.PostAsync("/accounts?handler=Add", form)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await forged.PostAsync("/api/accounts", null)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await browser.GetAsync("/accounts")).Html.Should().NotContain("Eve");
    }

    [Test]
    public async Task Who_is_signed_in_stays_so_when_the_server_starts_again_and_no_longer_than_a_working_day()
    {
        var file = Path.Combine(Path.GetTempPath(), $"assessment_test_{Guid.NewGuid():N}.db");
        var browserCookies = new CookieContainer();
        await using (var first = await AssessmentApplication.StartAsync(file))
        {
            var name = await MemberAsync(await first.NewAgencyAsync(), "agency-admin", first);
            using var browser = new PageClient(first.Address);
            await browser.SignInAsync(name, Good);
            foreach (Cookie cookie in browser.Cookies.GetAllCookies()) browserCookies.Add(new Uri("http://127.0.0.1"), new Cookie(cookie.Name, cookie.Value));
        }

        await using var second = await AssessmentApplication.StartAgainAsync(file);
        using var handler = new HttpClientHandler { CookieContainer = browserCookies, AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = second.Address };
        (await http.GetAsync("/accounts")).StatusCode.Should().Be(HttpStatusCode.OK);
        second.Clock.Set(second.Clock.GetUtcNow().AddHours(12.1));
        (await http.GetAsync("/accounts")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
    }

    private static (string, string)[] First(string code, string state = "OH") =>
    [
        ("Code", code), ("Agency", "Riverton Police Department"), ("State", state), ("Label", "Pat Reyes"), ("SignInName", "Pat.Reyes"),
        ("Password", Good), ("Again", Good),
    ];

    private static string NewName() => "t" + Guid.NewGuid().ToString("N")[..12];

    private PageClient Browser()
    {
        browsers.Add(new PageClient(Application.Address));
        return browsers[^1];
    }

    private static Task<AddAccount.Answer> AddAsync(AssessmentApplicationAgency agency, string name, string role = "trainer") =>
        agency.Admin.PostAsync<AddAccount.Answer>("/api/accounts", new { signInName = name, label = name, role });

    private async Task<string> MemberAsync(AssessmentApplicationAgency agency, string role = "trainer", AssessmentApplication? application = null) =>
        (await StaffMember.AddAsync(application ?? Application, agency, role)).Name;

    private async Task<int> NumberAsync(string name) =>
        (await Application.ReadAsync(session => new AccountStore(session).FindByName(name)))!.KeyNo;
}
