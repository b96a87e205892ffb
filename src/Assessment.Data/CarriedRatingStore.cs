namespace Assessment.Data;

/// <summary>A level of a rating, whether the rating stands or not.</summary>
public sealed record CarriedLevelRow
{
    /// <summary>The rating.</summary>
    public int RatingNo { get; init; }

    /// <summary>Criterion of the item's rubric.</summary>
    public string Criterion { get; init; } = "";

    /// <summary>Level, lowest 1.</summary>
    public int Level { get; init; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset RatedAt { get; init; }
}

/// <summary>What raters did in a class, as it is carried between databases: corrected ratings too.</summary>
public sealed class CarriedRatingStore(Session session)
{
    /// <summary>The raters who were given attempts of a class, by number; without their keys.</summary>
    public Task<IReadOnlyList<RaterRow>> Raters(int agencyId, int deliveryNo) => session.List<RaterRow>(
        """
        SELECT r.agency_id, r.rater_no, r.rater_id, r.kind, r.label FROM rater r
        WHERE r.agency_id = @agencyId
          AND EXISTS (SELECT 1 FROM rating_assignment s JOIN attempt a ON a.agency_id = s.agency_id AND a.attempt_no = s.attempt_no
                      WHERE s.agency_id = r.agency_id AND s.rater_no = r.rater_no AND a.delivery_no = @deliveryNo)
        ORDER BY r.rater_no
        """,
        new { agencyId, deliveryNo });

    /// <summary>Who was given which attempt of a class, first raters before second ones.</summary>
    public Task<IReadOnlyList<AssignmentRow>> Assignments(int agencyId, int deliveryNo) => session.List<AssignmentRow>(
        """
        SELECT s.agency_id, s.attempt_no, s.rater_no, s.second, s.assigned_at
        FROM rating_assignment s JOIN attempt a ON a.agency_id = s.agency_id AND a.attempt_no = s.attempt_no
        WHERE a.agency_id = @agencyId AND a.delivery_no = @deliveryNo ORDER BY s.attempt_no, s.second, s.rater_no
        """,
        new { agencyId, deliveryNo });

    /// <summary>All ratings of a class by number, so that a correction stands behind what it corrects.</summary>
    public Task<IReadOnlyList<RatingRow>> Ratings(int agencyId, int deliveryNo) => session.List<RatingRow>(
        """
        SELECT r.agency_id, r.rating_no, r.rating_id, r.attempt_no, r.item_no, r.revision, r.rater_no, r.second, r.rated_at, r.replaces_no, r.correction_reason
        FROM rubric_rating r JOIN attempt a ON a.agency_id = r.agency_id AND a.attempt_no = r.attempt_no
        WHERE a.agency_id = @agencyId AND a.delivery_no = @deliveryNo ORDER BY r.rating_no
        """,
        new { agencyId, deliveryNo });

    /// <summary>The levels of all ratings of a class, by rating and criterion.</summary>
    public Task<IReadOnlyList<CarriedLevelRow>> Levels(int agencyId, int deliveryNo) => session.List<CarriedLevelRow>(
        """
        SELECT l.rating_no, l.criterion, l.level, l.rated_at
        FROM rubric_level l
        JOIN rubric_rating r ON r.agency_id = l.agency_id AND r.rating_no = l.rating_no
        JOIN attempt a ON a.agency_id = r.agency_id AND a.attempt_no = r.attempt_no
        WHERE a.agency_id = @agencyId AND a.delivery_no = @deliveryNo ORDER BY l.rating_no, l.criterion
        """,
        new { agencyId, deliveryNo });
}
