using System.Net;
using System.Text.RegularExpressions;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Layout;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Layout;

/// <summary>The staff's pages in English and in Spanish: which language a page takes, and that what is no page stays English.</summary>
public sealed class StaffLanguageTests : ApplicationTests
{
    private readonly List<PageClient> browsers = [];
    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!;

    [SetUp]
    public async Task Scene()
    {
        var agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(1, ["Ann Lee"]);
        door = await people.OpenAsync("pre", await agency.PublishKnowledgeAsync());
    }

    [TearDown]
    public void CloseBrowsers()
    {
        browsers.ForEach(browser => browser.Dispose());
        browsers.Clear();
    }

    [Test]
    public async Task Every_page_of_a_trainer_is_in_the_language_that_the_browser_prefers()
    {
        var trainer = await BrowserAsync("trainer");
        var (one, room) = ($"/classes/{people.Id}", $"/rooms/{door.AdministrationId}");
        await ShowsAsync(
            trainer,
            ("/classes", "Clases"), ("/classes/new", "Clase nueva"), (one, "Pruebas de esta clase"), (one + "/roster", "Personas"), (one + "/taught", "Qué se enseñó"),
            (room, "Prueba previa: "), (room, "Revisión del sistema"), (room + "/wall", "y escriba las seis letras"), (room + "/close", "¿Cerrar Prueba previa?"),
            ($"{one}/sheet/{door.AdministrationId}", "La clase todavía está trabajando"), ("/ratings", "Calificaciones"));
        await people.TakeAsync(door, 0, right: true);
        await trainer.PostAsync(room + "/close");
        await ShowsAsync(trainer, (room, "Esta prueba ha terminado."), (room + "/wall", "La prueba ha terminado"), ($"{one}/sheet/{door.AdministrationId}", "La prueba trata de:"));
    }

    [Test]
    public async Task Every_page_of_the_others_too()
    {
        await people.Agency.PublishAsync(AssessmentApplicationForms.Checklist);
        await ShowsAsync(await BrowserAsync("agency-admin"), ("/accounts", "Cuentas"), ("/forms", "Pruebas"), ("/raters", "Registrar al calificador"));
        await ShowsAsync(await BrowserAsync("privacy-officer"), ("/ratings", "Los responsables de privacidad"), ("/accounts", "Esta página no es para su cuenta"));
        await ShowsAsync(await BrowserAsync("evaluator"), ("/ratings", "su cuenta todavía no es de calificador"));
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(6));
        await ShowsAsync(
            await BrowserAsync("supervisor"), ("/ratings", "Usted registró 0 de 1"), ($"/follow-ups/{people.Id}/follow-up-6m?number=1", "Seguimiento a los 6 meses. Cuenta hasta"));
        using var nobody = new PageClient(Application.Address);
        await ShowsAsync(nobody, ("/", "Quién ve qué"), ("/sign-in", "Nombre de usuario"), ("/welcome", "Elija una contraseña"), ("/first", "Primer administrador"), ("/api", "Ir al contenido"));
    }

    [Test]
    public async Task The_switch_goes_before_what_the_browser_prefers_and_leads_back_to_the_page()
    {
        using var nobody = new PageClient(Application.Address);
        var page = await nobody.GetAsync("/sign-in?to=/classes");
        page.Html.Should().Contain("<html lang=\"en\">").And.Contain("<h1>Sign in</h1>").And.Contain("value=\"es\" lang=\"es\">Español</button>");
        page = await nobody.PostAsync("/language", ("language", "es"), ("to", page.Path));
        page.Path.Should().Be("/sign-in?to=/classes");
        page.Html.Should().Contain("<html lang=\"es\">").And.Contain("<h1>Entrar</h1>").And.Contain("value=\"en\" lang=\"en\">English</button>");
        nobody.Cookies.GetAllCookies()[StaffLanguage.Cookie].Should().Match<Cookie>(cookie => cookie.HttpOnly && cookie.Expires > DateTime.UtcNow.AddDays(300));
        nobody.Prefer("en");
        (await nobody.GetAsync("/welcome")).Html.Should().Contain("<h1>Elija una contraseña</h1>");
        (await nobody.PostAsync("/language", ("language", "xx"), ("to", "//elsewhere.example"))).Should().Match<ShownPage>(shown => shown.Path == "/" && shown.Html.Contains("lang=\"es\""));
        (await nobody.PostAsync("/language", ("language", "en"), ("to", "/"))).Html.Should().Contain("<html lang=\"en\">");
    }

    [Test]
    public async Task Who_is_signed_in_changes_the_language_and_signs_out_from_any_page()
    {
        var trainer = await BrowserAsync("trainer");
        foreach (var address in new[] { "/classes", "/", "/not-allowed" })
        {
            (await trainer.GetAsync(address)).Html.Should().Contain("action=\"/sign-out\"", address);
            (await trainer.PostAsync("/language", ("language", "es"), ("to", "/classes"))).Html.Should().Contain("<h1>Clases</h1>", address);
        }

        (await trainer.PostAsync("/sign-out")).Path.Should().Be("/sign-in");
        (await trainer.GetAsync("/classes")).Path.Should().StartWith("/sign-in");
    }

    [TestCase(null, "en"), TestCase("en-US,es;q=0.5", "en"), TestCase("es-MX,es;q=0.9,en;q=0.8", "es"), TestCase("fr, es;q=0.5, en;q=0.4", "es"), TestCase("fr", "en"), TestCase("*", "en")]
    public async Task The_browsers_first_language_of_the_two_counts(string? preferred, string language)
    {
        using var nobody = new PageClient(Application.Address);
        if (preferred is not null) nobody.Prefer(preferred);
        (await nobody.GetAsync("/sign-in")).Html.Should().Contain($"<html lang=\"{language}\">");
    }

    [Test]
    public async Task What_happened_and_what_was_refused_are_told_in_Spanish()
    {
        var admin = await BrowserAsync("agency-admin");
        admin.Prefer("es");
        await admin.GetAsync("/accounts");
        (await admin.PostAsync("/accounts?handler=Add", ("Label", ""), ("SignInName", "?"), ("Role", "trainer")))
            .Html.Should().Contain("Este dato es necesario.").And.Contain("Tres o más letras");
        (await admin.PostAsync("/accounts?handler=Add", ("Label", "x"), ("SignInName", "x.y.z"), ("Role", "trainer"))).Html.Should().Contain("De 2 a 100 caracteres.");
        (await admin.PostAsync("/accounts?handler=Add", ("Label", "Sam"), ("SignInName", "sam." + people.Id.ToString("N")), ("Role", "trainer"))).Html.Should().Contain("Código de un solo uso, se muestra solo esta vez:");
        (await admin.PostAsync("/accounts?handler=Add", ("Label", "Sam"), ("SignInName", "sam." + people.Id.ToString("N")), ("Role", "trainer")))
            .Html.Should().Contain("<strong>Ya existe algo con este nombre.</strong> <span lang=\"es\">Alguien ya entra con este nombre; elija otro.</span>");
        (await admin.PostAsync($"/rooms/{door.AdministrationId}?handler=Extra", ("Number", "1")))
            .Html.Should().Contain("<strong>No hay nada con este identificador.</strong> <span lang=\"es\">Todavía nadie ha entrado con este número.");
        (await admin.PostAsync("/classes/new", ("StartsOn", "soon"))).Html.Should().Contain("Este valor no corresponde aquí.");
    }

    [Test]
    public async Task What_is_wrong_in_a_file_is_told_in_Spanish_place_by_place_and_a_name_in_the_file_stays_and_is_marked()
    {
        var trainer = await BrowserAsync("trainer");
        trainer.Prefer("es");
        await trainer.GetAsync($"/classes/{people.Id}/roster");
        (await trainer.PostAsync($"/classes/{people.Id}/roster?handler=Add", ("OnRoster", "1"), ("Roster.By", "paste"), ("Roster.Pasted", "name,kind\nDana,king\n")))
            .Html.Should().Contain("<strong>La lista tiene fallas.</strong> <span lang=\"es\">La lista tiene 1 falla; no se inscribió a nadie.</span>")
            .And.Contain("<li><span lang=\"es\">línea 2, columna kind</span>: <span lang=\"es\">Se espera uno de estos: officer, cmhp-employee, cmhp-agreement.</span></li>");
        var admin = await BrowserAsync("agency-admin");
        admin.Prefer("es");
        await admin.GetAsync("/forms");
        (await admin.PostFileAsync("/forms?handler=Upload", "File", "{\"schema\":\"other\"}"))
            .Html.Should().Contain("<li><span lang=\"en\">schema</span>: <span lang=\"es\">Se espera \"assessment-form/1\".</span></li>").And.Contain("<li><span lang=\"es\">archivo</span>: <span lang=\"es\">Falta \"items\".</span></li>");
        admin.Prefer("en");
        (await admin.PostFileAsync("/forms?handler=Upload", "File", "{\"schema\":\"other\"}"))
            .Html.Should().Contain("<li><span lang=\"en\">file</span>: <span lang=\"en\">\"items\" is missing.</span></li>");
    }

    [TestCase("Post-test of this class opens on 2026-03-02.", "Prueba posterior de esta clase: se abre el 2026-03-02.", "es")]
    [TestCase("Only a rater of kind coder may judge here; the administrator registers raters with their keys.", "Aquí solo puede juzgar un calificador de tipo codificador; el administrador registra a los calificadores con sus cuentas.", "es")]
    [TestCase("The roster has faults", "La lista tiene fallas", "es")]
    [TestCase("The form has no item \"Save\".", "La forma no tiene la pregunta \"Save\".", "es")]
    [TestCase("Nobody has written this sentence.", "Nobody has written this sentence.", "en")]
    public void A_sentence_is_told_with_the_Spanish_of_what_was_inserted_or_stays_English(string sentence, string told, string language)
    {
        Words.InSpanish(() => Words.Texts.Told(sentence)).Should().Be((told, language));
        Words.Texts.Told(sentence).Should().Be((sentence, "en"));
    }

    [Test]
    public async Task The_live_view_speaks_the_language_of_its_page_and_not_of_the_moment()
    {
        var trainer = await BrowserAsync("trainer");
        trainer.Prefer("es");
        var feed = Regex.Match((await trainer.GetAsync($"/rooms/{door.AdministrationId}")).Html, "data-feed=\"([^\"]+)\"").Groups[1].Value;
        trainer.Prefer("en");
        (await trainer.FirstEventAsync(feed)).Should().StartWith("event: room").And.Contain("Sin entrar").And.Contain("0 de 1 entraron, 0 entregaron.");
        (await trainer.FirstEventAsync(feed.Replace("=es", "=en", StringComparison.Ordinal))).Should().Contain("Not joined");
    }

    [Test]
    public async Task The_API_is_English_whatever_the_caller_prefers()
    {
        using var http = new HttpClient { BaseAddress = Application.Address };
        var answers = new List<string>();
        foreach (var language in new[] { "en", "es" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/attempts?{StaffLanguage.InAddress}={language}") { Content = new StringContent("{\"token\":\"\"}", null, "application/json") };
            using var unknown = new HttpRequestMessage(HttpMethod.Post, "/api/attempts/continue") { Content = new StringContent("{\"moveCode\":\"ABCDEF\",\"token\":\"0000-0000-0000-0000\"}", null, "application/json") };
            foreach (var sent in new[] { request, unknown })
            {
                sent.Headers.AcceptLanguage.ParseAdd(language);
                sent.Headers.Add("Cookie", $"{StaffLanguage.Cookie}=c={language}|uic={language}");
                using var answer = await http.SendAsync(sent);
                answer.IsSuccessStatusCode.Should().BeFalse();
                answers.Add(Regex.Replace(await answer.Content.ReadAsStringAsync(), "\"traceId\":\"[^\"]*\"", ""));
            }
        }

        answers[2].Should().Be(answers[0]);
        answers[3].Should().Be(answers[1]).And.Contain("title");
    }

    [Test]
    public async Task Participants_pages_keep_a_choice_of_their_own()
    {
        using var nobody = new PageClient(Application.Address);
        await nobody.GetAsync("/sign-in");
        await nobody.PostAsync("/language", ("language", "es"), ("to", "/sign-in"));
        (await nobody.GetAsync("/take")).Html.Should().Contain("<html lang=\"en\"");
    }

    /// <summary>Each address answers in Spanish with these words, and no sentence that has a Spanish one stands on it in English.</summary>
    private static async Task ShowsAsync(PageClient browser, params (string Address, string Words)[] pages)
    {
        foreach (var (address, words) in pages)
        {
            browser.Prefer("es-US, es;q=0.9");
            var page = await browser.GetAsync(address);
            page.Html.Should().Contain("<html lang=\"es\">", address).And.Contain(words, address);
            if (address != "/api") English.Where(sentence => Regex.IsMatch(page.Html, $">\\s*{Regex.Escape(sentence)}\\s*<")).Should().BeEmpty(address);
            browser.Prefer("en-US");
            page = await browser.GetAsync(address);
            page.Html.Should().Contain("<html lang=\"en\">", address).And.NotContain(words, address);
        }
    }

    private static IEnumerable<string> English =>
        Words.InSpanish(() => Words.Texts.GetAllStrings(includeParentCultures: false).Where(text => text.Value != text.Name).Select(text => text.Name).ToList());

    private async Task<PageClient> BrowserAsync(string role)
    {
        browsers.Add(await (await StaffMember.AddAsync(Application, people.Agency, role)).BrowserAsync(Application));
        return browsers[^1];
    }
}
