using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Ratings;

/// <summary>
/// What the calling rater is to judge, with the own levels and nobody else's. No name: an evaluator sees the study code, others
/// the participant of a training instrument, and of a research instrument the attempt alone.
/// </summary>
internal static class ListRatingWork
{
    /// <param name="Number">The level's number, lowest 1.</param>
    /// <param name="Anchor">What a performance of this level looks like.</param>
    internal sealed record Step(int Number, string Anchor);

    internal sealed record Criterion(string Identifier, string Title, IReadOnlyList<Step> Levels);

    /// <param name="RatingId">Id of the own rating.</param>
    /// <param name="Levels">Own level by criterion.</param>
    internal sealed record Own(Guid RatingId, IReadOnlyDictionary<string, int> Levels);

    /// <param name="AttemptId">The attempt.</param>
    /// <param name="Item">The item.</param>
    /// <param name="Wave">The wave.</param>
    /// <param name="Person">Study code or participant id; null where the rater may know neither.</param>
    /// <param name="Second">A second, blind rating.</param>
    internal sealed record Work(Guid AttemptId, string Item, string Wave, string? Person, bool Second)
    {
        /// <summary>Place on the roster, from 1, where the rater may know the participant.</summary>
        public int? Number { get; init; }

        /// <summary>Language of the task and the rubric.</summary>
        public string Language { get; init; } = "en";

        /// <summary>The task.</summary>
        public string Stem { get; init; } = "";

        /// <summary>The response; null for an observed scenario.</summary>
        public string? Response { get; init; }

        /// <summary>Revision of the response; goes with the rating.</summary>
        public long Revision { get; init; }

        /// <summary>The rubric.</summary>
        public IReadOnlyList<Criterion> Criteria { get; init; } = [];

        /// <summary>The own rating of this revision; null while there is none.</summary>
        public Own? Own { get; init; }

        /// <summary>Every criterion has its level.</summary>
        public bool Complete => Own?.Levels.Count == Criteria.Count;
    }

    internal sealed record Answer(IReadOnlyList<Work> Items);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/ratings/work", Handle)
        .RequireStaff(Role.Trainer, Role.Supervisor, Role.Evaluator).WithTags("Ratings")
        .WithSummary("Lists the responses the calling rater is to judge, with the rubric and the own levels.");

    [Audited("list.rating-work")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Staff staff, Database database, FormVersions forms, TimeProvider clock, CancellationToken stop)
    {
        var read = await database.WriteAsync(async session =>
        {
            if (await new RaterStore(session).FindByKey(staff.AgencyId, staff.KeyNo) is not { } rater)
            {
                return Refusals.RoleMissing.Because("This key is no rater's; the administrator registers raters with their keys.");
            }

            await Audit.RecordAsync(session, staff, "list.rating-work", rater.RaterId, clock.GetUtcNow());
            return (Result<(IReadOnlyList<RatingWorkRow> Work, IReadOnlyList<RatedLevelRow> Levels)>)(
                await new AssignmentStore(session).Work(staff.AgencyId, rater.RaterNo), await new RatingStore(session).OfRater(staff.AgencyId, rater.RaterNo));
        }, stop);
        if (read.IsRefused)
        {
            return read.Refusal!.ToProblem();
        }

        var own = read.Value.Levels.ToLookup(row => (row.AttemptNo, row.ItemNo));
        var items = new List<Work>();
        foreach (var row in read.Value.Work)
        {
            var form = await forms.FindAsync(row.FormVersionNo, stop);
            items.Add(Of(row, (ConstructedResponse)form.Form.Items[row.ItemNo - 1], [.. own[(row.AttemptNo, row.ItemNo)]], staff.Role) with { Language = form.Form.Language });
        }

        return TypedResults.Ok(new Answer(items));
    }

    private static Work Of(RatingWorkRow row, ConstructedResponse item, IReadOnlyList<RatedLevelRow> own, string role) =>
        new(row.AttemptId, item.Identifier, row.Wave, Person(row, role), row.Second)
        {
            Number = role != Role.Evaluator && row.Plane == "training" ? row.Position + 1 : null,
            Stem = item.Stem,
            Response = row.Value == ObserveScenario.Observed ? null : row.Value,
            Revision = row.Revision,
            Criteria = [.. item.Rubric.Criteria.Select(line => new Criterion(line.Identifier, line.Title, [.. line.Levels.Select((level, i) => new Step(i + 1, level.Anchor))]))],
            Own = own.Count == 0 ? null : new Own(own[0].RatingId, own.ToDictionary(level => level.Criterion, level => level.Level)),
        };

    private static string? Person(RatingWorkRow row, string role) =>
        role == Role.Evaluator ? row.StudyCode
        : row.Plane == "training" ? row.ParticipantId.ToString("D")
        : null;
}
