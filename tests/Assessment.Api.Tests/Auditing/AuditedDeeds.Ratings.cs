using Assessment.Api.Tests.Features.Ratings;

namespace Assessment.Api.Tests.Auditing;

/// <summary>Deeds of raters and of who gives them work.</summary>
internal sealed partial class AuditedDeeds
{
    private void AddRatings(AuditedScene scene)
    {
        var (written, assigned) = (scene.Written, scene.Assigned);
        deeds["assign.ratings"] = (Assign(share: 0), Assign(share: 1));
        deeds["list.rating-work"] = (Get(assigned.Coders[0].Key, "/api/ratings/work"), Get(scene.Declared.Evaluator, "/api/ratings/work"));
        deeds["list.follow-up-work"] = (Get(scene.Supervisor, "/api/follow-ups/work"), Get(scene.Declared.Evaluator, "/api/follow-ups/work"));
        deeds["show.follow-up"] = (null, Get(scene.Supervisor, $"/api/follow-ups/{Unknown}")); // done in ShowOwnFollowUpTests
        deeds["save.rating"] = (Save(), Save(replaces: Unknown));
        deeds["observe.scenario"] = (Observe(scene.Class.People[0].ParticipantId), Observe(Unknown));

        // One rater cannot rate twice.
        AuditedCall Assign(double share) => Post(written.Agency.Admin, written.Assignments, new { raters = new[] { written.Coders[0].RaterId }, share, seed = 1 });

        AuditedCall Save(Guid? replaces = null) => Put(
            assigned.Coders[0].Key,
            $"/api/ratings/{Guid.NewGuid()}",
            RatingScene.Levels(assigned.Attempts[0], listening: 3, options: 2, replaces, replaces is null ? null : "Misread."));

        AuditedCall Observe(Guid participantId) =>
            Post(scene.Trainer, $"/api/administrations/{scene.Scenario}/observations", new { attemptId = Guid.NewGuid(), participantId });
    }
}
