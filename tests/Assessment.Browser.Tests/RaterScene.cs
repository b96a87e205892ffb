using Assessment.Api.Features.Administrations;
using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>An agency in which a coder has two responses to rate, a trainer a scenario to observe and a supervisor a class to follow up.</summary>
internal sealed class RaterScene
{
    private readonly AssessmentApplication application;

    private RaterScene(AssessmentApplication application, AssessmentApplicationClass people) => (this.application, People) = (application, people);

    public AssessmentApplicationClass People { get; }

    public StaffMember Administrator { get; private set; } = null!;

    public StaffMember Coder { get; private set; } = null!;

    public StaffMember Trainer { get; private set; } = null!;

    public StaffMember Supervisor { get; private set; } = null!;

    public List<Guid> Attempts { get; } = [];

    public OpenAdministration.Answer Scenario { get; private set; } = null!;

    public string FollowUp => $"/follow-ups/{People.Id}/follow-up-6m";

    public string Response(int person) => $"/ratings/{Attempts[person]}/e1";

    /// <summary>Plays up to the follow-up after six months, where the clock stays.</summary>
    public static async Task<RaterScene> PlayAsync(AssessmentApplication application)
    {
        application.Clock.Set(AssessmentApplication.FirstDay);
        var agency = await application.NewAgencyAsync();
        var scene = new RaterScene(application, await agency.ClassAsync(3, ["Ann Lee", "Bo Park", "Cy Tan"]));
        var essay = await agency.PublishAsync(AssessmentApplicationForms.Essay());
        var door = await scene.People.OpenAsync("pre", essay);
        for (var person = 0; person < 2; person++)
        {
            var attempt = await scene.People.StartAsync(door, person);
            (await attempt.SaveAsync("e1", Written(person), 1)).EnsureSuccessStatusCode();
            await attempt.SubmitAsync();
            scene.Attempts.Add(attempt.Id);
        }

        scene.Scenario = await scene.People.OpenAsync("post", await agency.PublishAsync(AssessmentApplicationForms.Essay("training").Replace("\"essay\"", "\"bridge\"", StringComparison.Ordinal)));
        await agency.PublishAsync(AssessmentApplicationForms.Checklist);
        scene.Administrator = await StaffMember.AddAsync(application, agency, "agency-admin");
        scene.Coder = await StaffMember.AddAsync(application, agency, "evaluator");
        scene.Trainer = await StaffMember.AddAsync(application, agency, "trainer");
        scene.Supervisor = await StaffMember.AddAsync(application, agency, "supervisor");
        var raters = new[] { await scene.Coder.RateAsync(agency, "coder") };
        (await agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/rating-assignments", new { raters, share = 0, seed = 1 })).EnsureSuccessStatusCode();
        application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(6));
        return scene;
    }

    /// <summary>A page on which somebody is signed in.</summary>
    public async Task<IPage> SignInAsync(StaffMember who, string path, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await Browser.NewPageAsync(width, scheme);
        await page.GotoAsync(Url(path));
        await SignInAsync(page, who);
        return page;
    }

    public static async Task SignInAsync(IPage page, StaffMember who)
    {
        await page.FillAsync("#Name", who.Name);
        await page.FillAsync("#Password", StaffMember.Password);
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync("main h1:not(:text('Sign in'))");
    }

    public string Url(string path) => new Uri(application.Address, path).ToString();

    private static string Written(int person) => string.Join("\n\n",
        $"I am officer {person}. I would stop at a distance, say my name and ask for his.",
        "I would not hurry him. I would say back what I heard, and ask who he would like to talk with.",
        "When he is ready I would offer to walk with him to the clinic, or to call his sister.");
}
