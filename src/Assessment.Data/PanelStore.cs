namespace Assessment.Data;

/// <summary>One expert's ratings of the options of an item.</summary>
public sealed record PanelRatingRow
{
    /// <summary>The form version.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>The item.</summary>
    public int ItemNo { get; init; }

    /// <summary>Code of the expert.</summary>
    public string Rater { get; init; } = "";

    /// <summary>Counts from 1 within the rater; given by the store.</summary>
    public int Revision { get; init; }

    /// <summary>Steps of the rating scale.</summary>
    public int Steps { get; init; }

    /// <summary>Effectiveness per option, canonical JSON.</summary>
    public string Effectiveness { get; init; } = "";

    /// <summary>Staff key of the instrument's owner.</summary>
    public int KeyNo { get; init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset EnteredAt { get; init; }
}

/// <summary>Ratings of expert panels that were entered after publication. A correction is a new row; the newest counts.</summary>
public sealed class PanelStore(Session session)
{
    /// <summary>Adds a rating and answers its revision.</summary>
    public Task<int> Add(PanelRatingRow rating) => session.Value<int>(
        """
        INSERT INTO panel_rating (form_version_no, item_no, rater, revision, steps, effectiveness, key_no, entered_at)
        SELECT @FormVersionNo, @ItemNo, @Rater, COALESCE(MAX(revision), 0) + 1, @Steps, @Effectiveness, @KeyNo, @EnteredAt
        FROM panel_rating WHERE form_version_no = @FormVersionNo AND item_no = @ItemNo AND rater = @Rater
        RETURNING revision
        """,
        rating);

    /// <summary>The newest rating of each rater of an item, by rater.</summary>
    public async Task<IReadOnlyList<PanelRatingRow>> Newest(int formVersionNo, int itemNo)
    {
        var rows = await session.List<PanelRatingRow>(
            """
            SELECT r.form_version_no, r.item_no, r.rater, r.revision, r.steps, r.effectiveness, r.key_no, r.entered_at
            FROM panel_rating r
            WHERE r.form_version_no = @formVersionNo AND r.item_no = @itemNo
              AND r.revision = (SELECT MAX(newest.revision) FROM panel_rating newest WHERE newest.form_version_no = r.form_version_no
                                AND newest.item_no = r.item_no AND newest.rater = r.rater)
            """,
            new { formVersionNo, itemNo });
        return [.. rows.OrderBy(row => row.Rater, StringComparer.Ordinal)];
    }
}
