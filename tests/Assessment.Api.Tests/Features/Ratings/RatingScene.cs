using System.Globalization;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Demo;
using Assessment.Api.Features.Raters;
using Assessment.Api.Features.Ratings;
using Assessment.Domain.Scoring;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Ratings;

/// <summary>A class that wrote answers to be rated, and two coders with evaluators' keys.</summary>
internal sealed class RatingScene
{
    private RatingScene(AssessmentApplication app, AssessmentApplicationClass people, OpenAdministration.Answer door) =>
        (App, People, Door) = (app, people, door);

    public AssessmentApplication App { get; }

    public AssessmentApplicationClass People { get; }

    public AssessmentApplicationAgency Agency => People.Agency;

    public OpenAdministration.Answer Door { get; }

    public List<Guid> Attempts { get; } = [];

    /// <summary>The same attempts in the hands of their devices.</summary>
    public List<AssessmentApplicationAttempt> Taken { get; } = [];

    public List<(ApiClient Key, Guid RaterId)> Coders { get; } = [];

    /// <summary>Plays up to the handing in of one answer per person.</summary>
    public static async Task<RatingScene> PlayAsync(AssessmentApplication app, int people, string plane = "research")
    {
        var agency = await app.NewAgencyAsync();
        var group = await agency.ClassAsync(people);
        var scene = new RatingScene(app, group, await group.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Essay(plane))));
        for (var person = 0; person < people; person++)
        {
            var attempt = await group.StartAsync(scene.Door, person);
            (await attempt.SaveAsync("e1", $"I would listen to person {person}.", 1)).EnsureSuccessStatusCode();
            await attempt.SubmitAsync();
            scene.Attempts.Add(attempt.Id);
            scene.Taken.Add(attempt);
        }

        scene.Coders.Add(await scene.RaterAsync("coder", "evaluator"));
        scene.Coders.Add(await scene.RaterAsync("coder", "evaluator"));
        return scene;
    }

    public async Task<(ApiClient Key, Guid RaterId)> RaterAsync(string kind, string role)
    {
        var text = await Agency.KeyTextAsync(role);
        var keyNumber = int.Parse(text.Split('.')[1], CultureInfo.InvariantCulture);
        return (App.Nobody.WithKey(text), (await Agency.Admin.PostAsync<AddRater.Answer>("/api/raters", new { kind, label = "Rater", keyNumber })).RaterId);
    }

    public string Assignments => $"/api/administrations/{Door.AdministrationId}/rating-assignments";

    public Task<AssignRatings.Answer> AssignAsync(double share, long seed = 1) =>
        Agency.Admin.PostAsync<AssignRatings.Answer>(Assignments, new { raters = Coders.Select(coder => coder.RaterId), share, seed });

    public async Task<IReadOnlyList<ListRatingWork.Work>> WorkAsync(ApiClient rater) => (await rater.GetAsync<ListRatingWork.Answer>("/api/ratings/work")).Items;

    /// <summary>The coder who has an attempt as first or second rater.</summary>
    public async Task<ApiClient> CoderOfAsync(Guid attempt, bool second = false)
    {
        foreach (var (key, _) in Coders)
        {
            if ((await WorkAsync(key)).Any(work => work.AttemptId == attempt && work.Second == second)) return key;
        }

        throw new InvalidOperationException("No coder has this attempt.");
    }

    public static object Levels(Guid attempt, int? listening, int? options, Guid? replaces = null, string? reason = null)
    {
        var levels = new Dictionary<string, int>();
        if (listening is { } one) levels["listening"] = one;
        if (options is { } two) levels["options"] = two;
        return new { attemptId = attempt, item = "e1", levels, replaces, correctionReason = reason };
    }

    public static Task<HttpResponseMessage> SendAsync(ApiClient rater, Guid rating, object body) => rater.PutAsync($"/api/ratings/{rating}", body);

    public static Task<SaveRating.Answer> RateAsync(ApiClient rater, Guid rating, Guid attempt, int? listening, int? options) =>
        rater.PutAsync<SaveRating.Answer>($"/api/ratings/{rating}", Levels(attempt, listening, options));

    /// <summary>Points on the score sheet of an attempt for its only item; null while it is not scored.</summary>
    public async Task<double?> PointsAsync(Guid attempt)
    {
        var scores = (await App.ReadAsync(session => session.List<byte[]>(
            """
            SELECT s.scores FROM score_sheet s JOIN attempt a ON a.agency_id = s.agency_id AND a.attempt_no = s.attempt_no
            WHERE a.agency_id = @Number AND a.attempt_id = @attempt
            """,
            new { Agency.Number, attempt }))).Single();
        return ScoreSheet.ItemAt(scores, 0)?.Value;
    }
}
