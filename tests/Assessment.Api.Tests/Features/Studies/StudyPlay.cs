using Assessment.Api.Features.Demo;
using Assessment.Api.Features.Studies;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Studies;

/// <summary>A study with an evaluator, and agencies whose classes take a pre-test and a post-test.</summary>
internal sealed class StudyPlay(AssessmentApplication application, ApiClient evaluator, Guid id)
{
    public ApiClient Evaluator => evaluator;

    public Guid Id => id;

    /// <summary>The class that played last, and a join code of it.</summary>
    public (AssessmentApplicationClass Class, string JoinCode) LastPlayed { get; private set; }

    public string Analyses => $"/api/studies/{id}/analyses";

    public static async Task<StudyPlay> DeclareAsync(AssessmentApplication application)
    {
        var evaluator = await (await application.NewAgencyAsync("evaluator")).KeyAsync("evaluator");
        var study = await evaluator.PostAsync<AddStudy.Answer>(
            "/api/studies", new { title = "Academy study", designClass = "C", outcomes = "Knowledge gain", plan = "Paired differences by class" });
        return new StudyPlay(application, evaluator, study.StudyId);
    }

    public Task<HttpResponseMessage> JoinAsync(AssessmentApplicationAgency agency) => agency.Admin.PostAsync($"/api/studies/{id}/join");

    /// <summary>A class of an agency that takes both tests; everybody but the refusing ones consents.</summary>
    /// <param name="people">How many.</param>
    /// <param name="refusing">How many of them, from the end of the roster, refuse consent.</param>
    public async Task<AssessmentApplicationAgency> PlayAsync(int people, int refusing = 0)
    {
        var agency = await application.NewAgencyAsync();
        var forms = await agency.PublishKnowledgeAsync();
        var played = await agency.ClassAsync(people);
        var (pre, post) = (await played.OpenAsync("pre", forms), await played.OpenAsync("post", forms));
        for (var person = 0; person < people; person++)
        {
            var consent = person < people - refusing ? "granted" : "refused";
            await played.TakeAsync(pre, person, right: person % 3 == 0, consent);
            await played.TakeAsync(post, person, right: true, consent);
        }

        LastPlayed = (played, pre.JoinCode);
        return agency;
    }
}
