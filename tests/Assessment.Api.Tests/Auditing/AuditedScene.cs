using System.Globalization;
using Assessment.Api.Features.Accounts;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Demo;
using Assessment.Api.Features.Partners;
using Assessment.Api.Features.Trainers;
using Assessment.Api.Tests.Features.Attempts;
using Assessment.Api.Tests.Features.Grants;
using Assessment.Api.Tests.Features.Ratings;
using Assessment.Api.Tests.Features.Studies;
using Assessment.Testing;

namespace Assessment.Api.Tests.Auditing;

/// <summary>What the audited use cases act on: one agency with a class, a running attempt and forms; others with answers to rate, an award and studies.</summary>
internal sealed record AuditedScene(AssessmentApplication Application, AssessmentApplicationAgency Agency, AssessmentApplicationClass Class)
{
    public required Guid Form { get; init; }

    public required Guid Draft { get; init; }

    public required Guid Checklist { get; init; }

    /// <summary>A draft that names man.png, which is not uploaded.</summary>
    public required Guid Pictured { get; init; }

    /// <summary>Published, with one item of an objective.</summary>
    public required Guid Bank { get; init; }

    /// <summary>Published, with items of situational judgement: j with a panel, n without.</summary>
    public required Guid Judgement { get; init; }

    public required OpenAdministration.Answer Door { get; init; }

    public required AssessmentApplicationAttempt Attempt { get; init; }

    /// <summary>An administration to the class whose form is rated by who observes.</summary>
    public required Guid Scenario { get; init; }

    /// <summary>An administration that waits for its start.</summary>
    public required Guid Held { get; init; }

    /// <summary>Number of a colleague's account.</summary>
    public required int Account { get; init; }

    public required Guid TrainerId { get; init; }

    public required Guid PartnerId { get; init; }

    public required ApiClient Trainer { get; init; }

    public required ApiClient Supervisor { get; init; }

    public required ApiClient PrivacyOfficer { get; init; }

    /// <summary>Has an answer that is given to no rater yet.</summary>
    public required RatingScene Written { get; init; }

    /// <summary>Has an answer that is given to both raters.</summary>
    public required RatingScene Assigned { get; init; }

    /// <summary>Has an award.</summary>
    public required GrantScene Grantee { get; init; }

    public required Guid Grant { get; init; }

    /// <summary>Has none yet.</summary>
    public required GrantScene Applicant { get; init; }

    /// <summary>An agency has joined it and its classes were tested.</summary>
    public required StudyPlay Played { get; init; }

    /// <summary>Nobody has joined it.</summary>
    public required StudyPlay Declared { get; init; }

    public static async Task<AuditedScene> SetAsync(AssessmentApplication application)
    {
        application.Clock.Set(AssessmentApplication.FirstDay);
        var agency = await application.NewAgencyAsync();
        var people = await agency.ClassAsync(2);
        var form = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"));
        var door = await people.OpenAsync("pre", [form], new { timeLimitMinutes = 30 });
        var assigned = await RatingScene.PlayAsync(application, people: 1);
        await assigned.AssignAsync(share: 1);
        var grantee = await GrantScene.NewAgencyAsync(application, "OH9990600");
        var played = await StudyPlay.DeclareAsync(application);
        (await played.JoinAsync(await played.PlayAsync(people: 2))).EnsureSuccessStatusCode();
        return new AuditedScene(application, agency, people)
        {
            Form = form,
            Draft = await agency.ImportAsync(AssessmentApplicationForms.Scale),
            Checklist = await agency.PublishAsync(AssessmentApplicationForms.Checklist),
            Pictured = await agency.ImportAsync(FormViewTests.Json),
            Bank = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("bank", "bank")),
            Judgement = await agency.PublishAsync(AssessmentApplicationPanels.Form()),
            Door = door,
            Attempt = await people.StartAsync(door),
            Scenario = (await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Essay("training")))).AdministrationId,
            Held = (await (await agency.ClassAsync(1)).OpenAsync("pre", [form], new { held = true })).AdministrationId,
            Account = (await agency.Admin.PostAsync<AddAccount.Answer>(
                "/api/accounts", new { signInName = "first.trainer", label = "First trainer", role = "trainer" })).Account,
            TrainerId = (await agency.Admin.PostAsync<AddTrainer.Answer>("/api/trainers", new { name = "T. Example", background = "officer" })).TrainerId,
            PartnerId = (await agency.Admin.PostAsync<AddPartner.Answer>(
                "/api/partners", new { name = "County Mental Health", kind = "mental-health", since = "2020-01-01" })).PartnerId,
            Trainer = await RaterAsync(application, agency, "trainer"),
            Supervisor = await RaterAsync(application, agency, "supervisor"),
            PrivacyOfficer = await agency.KeyAsync("privacy-officer"),
            Written = await RatingScene.PlayAsync(application, people: 1),
            Assigned = assigned,
            Grantee = grantee,
            Grant = await grantee.AddGrantAsync(),
            Applicant = await GrantScene.NewAgencyAsync(application, "OH9990700"),
            Played = played,
            Declared = await StudyPlay.DeclareAsync(application),
        };
    }

    /// <summary>A key that is a rater's already, so that judging leaves the one entry of the judgement.</summary>
    private static async Task<ApiClient> RaterAsync(AssessmentApplication application, AssessmentApplicationAgency agency, string role)
    {
        var key = await agency.KeyTextAsync(role);
        var keyNumber = int.Parse(key.Split('.')[1], CultureInfo.InvariantCulture);
        (await agency.Admin.PostAsync("/api/raters", new { kind = role, label = $"The {role}", keyNumber })).EnsureSuccessStatusCode();
        return application.Nobody.WithKey(key);
    }
}
