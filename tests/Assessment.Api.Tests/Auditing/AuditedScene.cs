using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Demo;
using Assessment.Api.Tests.Features.Grants;
using Assessment.Api.Tests.Features.Studies;
using Assessment.Testing;

namespace Assessment.Api.Tests.Auditing;

/// <summary>What the audited use cases act on: one agency with a class, a running attempt, forms, an award and studies.</summary>
internal sealed record AuditedScene(AssessmentApplication Application, AssessmentApplicationAgency Agency, AssessmentApplicationClass Class)
{
    public required Guid Form { get; init; }

    public required Guid Draft { get; init; }

    public required Guid Checklist { get; init; }

    public required OpenAdministration.Answer Door { get; init; }

    public required AssessmentApplicationAttempt Attempt { get; init; }

    public required ApiClient Supervisor { get; init; }

    public required ApiClient PrivacyOfficer { get; init; }

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
        var grantee = await GrantScene.NewAgencyAsync(application, "OH9990600");
        var played = await StudyPlay.DeclareAsync(application);
        (await played.JoinAsync(await played.PlayAsync(people: 2))).EnsureSuccessStatusCode();
        return new AuditedScene(application, agency, people)
        {
            Form = form,
            Draft = await agency.ImportAsync(AssessmentApplicationForms.Scale),
            Checklist = await agency.PublishAsync(AssessmentApplicationForms.Checklist),
            Door = door,
            Attempt = await people.StartAsync(door),
            Supervisor = await agency.KeyAsync("supervisor"),
            PrivacyOfficer = await agency.KeyAsync("privacy-officer"),
            Grantee = grantee,
            Grant = await grantee.AddGrantAsync(),
            Applicant = await GrantScene.NewAgencyAsync(application, "OH9990700"),
            Played = played,
            Declared = await StudyPlay.DeclareAsync(application),
        };
    }
}
