namespace Assessment.Data;

/// <summary>
/// Ratings with rubrics; a level is never changed, a correction is a new rating. A rating stands until it is corrected or the
/// answer that it judges is changed.
/// </summary>
public sealed class RatingStore(Session session)
{
    private const string Standing =
        """
        SELECT r.attempt_no, r.item_no, r.rater_no, r.second, r.rating_id, m.wave, a.form_version_no, l.criterion, l.level
        FROM rubric_rating r
        JOIN rubric_level l ON l.agency_id = r.agency_id AND l.rating_no = r.rating_no
        JOIN attempt a ON a.agency_id = r.agency_id AND a.attempt_no = r.attempt_no
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        JOIN response v ON v.agency_id = r.agency_id AND v.attempt_no = r.attempt_no AND v.item_no = r.item_no
                       AND v.revision = r.revision AND v.value IS NOT NULL
        LEFT JOIN rubric_rating newer ON newer.agency_id = r.agency_id AND newer.replaces_no = r.rating_no
        WHERE newer.rating_no IS NULL AND r.agency_id = @agencyId

        """;

    private const string InOrder = "ORDER BY r.attempt_no, r.item_no, r.second, r.rater_no, l.criterion";

    private const string Ratings =
        """
        SELECT r.agency_id, r.rating_no, r.rating_id, r.attempt_no, r.item_no, r.revision, r.rater_no, r.second, r.rated_at, r.replaces_no, r.correction_reason
        FROM rubric_rating r
        LEFT JOIN rubric_rating newer ON newer.agency_id = r.agency_id AND newer.replaces_no = r.rating_no

        """;

    /// <summary>
    /// Adds a rating without levels and answers its number. An id that is taken, or correcting a corrected one, is a unique
    /// violation; rating what was not assigned breaks a foreign key.
    /// </summary>
    public async Task<int> Add(RatingRow rating)
    {
        ArgumentNullException.ThrowIfNull(rating);
        var ratingNo = await session.NextNumber(rating.AgencyId, "rubric_rating");
        await session.Execute(
            """
            INSERT INTO rubric_rating (agency_id, rating_no, rating_id, attempt_no, item_no, revision, rater_no, second, rated_at, replaces_no,
                                       correction_reason)
            VALUES (@AgencyId, @RatingNo, @RatingId, @AttemptNo, @ItemNo, @Revision, @RaterNo, @Second, @RatedAt, @ReplacesNo, @CorrectionReason)
            """,
            rating with { RatingNo = ratingNo });
        return ratingNo;
    }

    /// <summary>Adds levels to a rating.</summary>
    public Task AddLevels(int agencyId, int ratingNo, IEnumerable<KeyValuePair<string, int>> levels, DateTimeOffset ratedAt) => session.Execute(
        "INSERT INTO rubric_level (agency_id, rating_no, criterion, level, rated_at) VALUES (@agencyId, @ratingNo, @Key, @Value, @ratedAt)",
        levels.Select(level => new { agencyId, ratingNo, level.Key, level.Value, ratedAt }).ToList());

    /// <summary>The agency's rating with this id, corrected or not.</summary>
    public Task<RatingRow?> Find(int agencyId, Guid ratingId) =>
        session.Find<RatingRow>(Ratings + "WHERE r.agency_id = @agencyId AND r.rating_id = @ratingId", new { agencyId, ratingId });

    /// <summary>A rater's rating of this revision of a response that stands; null when there is none.</summary>
    public Task<RatingRow?> FindStanding(int agencyId, int attemptNo, int itemNo, long revision, int raterNo) => session.Find<RatingRow>(
        Ratings +
        """
        WHERE r.agency_id = @agencyId AND r.attempt_no = @attemptNo AND r.item_no = @itemNo AND r.revision = @revision
          AND r.rater_no = @raterNo AND newer.rating_no IS NULL
        """,
        new { agencyId, attemptNo, itemNo, revision, raterNo });

    /// <summary>The levels of an attempt that stand, by item and rater.</summary>
    public Task<IReadOnlyList<RatedLevelRow>> OfAttempt(int agencyId, int attemptNo) =>
        session.List<RatedLevelRow>(Standing + "AND r.attempt_no = @attemptNo " + InOrder, new { agencyId, attemptNo });

    /// <summary>The levels that a rater gave and that stand, by attempt and item.</summary>
    public Task<IReadOnlyList<RatedLevelRow>> OfRater(int agencyId, int raterNo) =>
        session.List<RatedLevelRow>(Standing + "AND r.rater_no = @raterNo " + InOrder, new { agencyId, raterNo });

    /// <summary>The levels of an agency that stand, by attempt, item and rater.</summary>
    public Task<IReadOnlyList<RatedLevelRow>> OfAgency(int agencyId) =>
        session.List<RatedLevelRow>(Standing + InOrder, new { agencyId });

    /// <summary>The levels of an instrument in an agency that stand, by attempt, item and rater.</summary>
    public Task<IReadOnlyList<RatedLevelRow>> OfInstrument(int agencyId, int instrumentNo) =>
        session.List<RatedLevelRow>(Standing + "AND m.instrument_no = @instrumentNo " + InOrder, new { agencyId, instrumentNo });
}
