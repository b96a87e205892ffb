namespace Assessment.Data;

/// <summary>Forms, their versions and items. A form has one draft at most; a published version never changes again.</summary>
public sealed class FormStore(Session session)
{
    private const string Versions =
        """
        SELECT v.form_version_no, v.form_no, f.form_id, f.instrument_no, f.identifier, f.edition, f.language, v.version,
               v.title, v.content, v.content_hash, v.pass_mark, v.max_points, v.saved_at, v.published_at
        FROM form_version v JOIN form f ON f.form_no = v.form_no

        """;

    /// <summary>
    /// Saves a draft: in place of the draft the form has, or as a new version after its newest published one, or as a new form.
    /// An edition and language that another form of the instrument has is a unique violation.
    /// </summary>
    /// <returns>Number of the version saved.</returns>
    public async Task<int> SaveDraft(FormDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var formNo = await FormNo(draft);
        var formVersionNo = await session.Find<int?>(
            "SELECT form_version_no FROM form_version WHERE form_no = @formNo AND published_at IS NULL",
            new { formNo }) ?? await session.NextNumber(0, "form_version");
        await session.Execute(
            """
            INSERT INTO form_version (form_version_no, form_no, version, title, content, content_hash, pass_mark, max_points, saved_at)
            SELECT @formVersionNo, @formNo, COALESCE(MAX(version), 0) + 1, @Title, @Content, @ContentHash, @PassMark, @MaxPoints, @SavedAt
            FROM form_version WHERE form_no = @formNo AND published_at IS NOT NULL
            ON CONFLICT (form_version_no) DO UPDATE
            SET title = excluded.title, content = excluded.content, content_hash = excluded.content_hash,
                pass_mark = excluded.pass_mark, max_points = excluded.max_points, saved_at = excluded.saved_at
            """,
            new { formVersionNo, formNo, draft.Title, draft.Content, draft.ContentHash, draft.PassMark, draft.MaxPoints, draft.SavedAt });
        await ReplaceItems(formVersionNo, draft.Items);
        return formVersionNo;
    }

    /// <summary>Freezes a draft; false when there is no such draft or it is published already.</summary>
    public async Task<bool> Publish(int formVersionNo, DateTimeOffset publishedAt) => await session.Execute(
        "UPDATE form_version SET published_at = @publishedAt WHERE form_version_no = @formVersionNo AND published_at IS NULL",
        new { formVersionNo, publishedAt }) == 1;

    /// <summary>Adds a version that was published in another database, under the version that it has there; answers its number here.</summary>
    public async Task<int> AddPublished(FormDraft draft, int version, DateTimeOffset publishedAt)
    {
        var formVersionNo = await SaveDraft(draft);
        await session.Execute(
            "UPDATE form_version SET version = @version, published_at = @publishedAt WHERE form_version_no = @formVersionNo",
            new { formVersionNo, version, publishedAt });
        return formVersionNo;
    }

    /// <summary>The version with this number.</summary>
    public Task<FormVersionRow?> FindVersion(int formVersionNo) =>
        session.Find<FormVersionRow>(Versions + "WHERE v.form_version_no = @formVersionNo", new { formVersionNo });

    /// <summary>The newest version of a form, draft or not, when the agency may see its instrument.</summary>
    public Task<FormVersionRow?> FindVisible(int agencyId, Guid formId) => session.Find<FormVersionRow>(
        Versions +
        """
        JOIN instrument i ON i.instrument_no = f.instrument_no
        WHERE f.form_id = @formId AND (i.owner_agency_id = @agencyId OR i.shared)
        ORDER BY v.version DESC LIMIT 1
        """,
        new { agencyId, formId });

    /// <summary>The newest published version of a form, when the agency may see its instrument.</summary>
    public Task<FormVersionRow?> FindUsable(int agencyId, Guid formId) => session.Find<FormVersionRow>(
        Versions +
        """
        JOIN instrument i ON i.instrument_no = f.instrument_no
        WHERE f.form_id = @formId AND (i.owner_agency_id = @agencyId OR i.shared) AND v.published_at IS NOT NULL
        ORDER BY v.version DESC LIMIT 1
        """,
        new { formId, agencyId });

    /// <summary>A published version of a form of the owner's; the newest when no version is named.</summary>
    public Task<FormVersionRow?> FindPublished(int ownerAgencyId, Guid formId, int? version) => session.Find<FormVersionRow>(
        Versions +
        """
        JOIN instrument i ON i.instrument_no = f.instrument_no
        WHERE f.form_id = @formId AND i.owner_agency_id = @ownerAgencyId AND v.published_at IS NOT NULL
          AND v.version = COALESCE(@version, (SELECT MAX(newest.version) FROM form_version newest
                                              WHERE newest.form_no = f.form_no AND newest.published_at IS NOT NULL))
        """,
        new { formId, ownerAgencyId, version });

    /// <summary>The newest published version of each form of an instrument, in the order of their editions.</summary>
    public Task<IReadOnlyList<FormVersionRow>> Published(int instrumentNo) => session.List<FormVersionRow>(
        Versions +
        """
        JOIN (SELECT form_no, MAX(version) AS version FROM form_version WHERE published_at IS NOT NULL GROUP BY form_no) newest
          ON newest.form_no = v.form_no AND newest.version = v.version
        WHERE f.instrument_no = @instrumentNo
        ORDER BY f.edition, f.language
        """,
        new { instrumentNo });

    /// <summary>All versions of all forms of an instrument, by edition and version.</summary>
    public Task<IReadOnlyList<FormVersionRow>> ListVersions(int instrumentNo) => session.List<FormVersionRow>(
        Versions + "WHERE f.instrument_no = @instrumentNo ORDER BY f.edition, f.language, v.version",
        new { instrumentNo });

    /// <summary>The items of a version in printed order, with their tactics.</summary>
    public async Task<IReadOnlyList<ItemRow>> Items(int formVersionNo)
    {
        var items = await session.List<ItemRow>(
            """
            SELECT form_version_no, item_no, identifier, type, topic_code, objective_code, ability, max_points, reversed
            FROM item WHERE form_version_no = @formVersionNo ORDER BY item_no
            """,
            new { formVersionNo });
        var tactics = await session.List<ItemTactic>(
            "SELECT item_no, tactic_code FROM item_tactic WHERE form_version_no = @formVersionNo ORDER BY item_no, tactic_code",
            new { formVersionNo });
        var byItem = tactics.ToLookup(tactic => tactic.ItemNo, tactic => tactic.TacticCode);
        return [.. items.Select(item => item with { Tactics = [.. byItem[item.ItemNo]] })];
    }

    private async Task<int> FormNo(FormDraft draft)
    {
        var known = await session.Find<int?>(
            "SELECT form_no FROM form WHERE instrument_no = @InstrumentNo AND identifier = @Identifier",
            new { draft.InstrumentNo, draft.Identifier });
        if (known is { } formNo)
        {
            await session.Execute(
                "UPDATE form SET edition = @Edition, language = @Language WHERE form_no = @formNo",
                new { formNo, draft.Edition, draft.Language });
            return formNo;
        }

        var newNo = await session.NextNumber(0, "form");
        await session.Execute(
            """
            INSERT INTO form (form_no, form_id, instrument_no, identifier, edition, language)
            VALUES (@newNo, @FormId, @InstrumentNo, @Identifier, @Edition, @Language)
            """,
            new { newNo, draft.FormId, draft.InstrumentNo, draft.Identifier, draft.Edition, draft.Language });
        return newNo;
    }

    private async Task ReplaceItems(int formVersionNo, IReadOnlyList<ItemRow> items)
    {
        await session.Execute("DELETE FROM item_tactic WHERE form_version_no = @formVersionNo", new { formVersionNo });
        await session.Execute("DELETE FROM item WHERE form_version_no = @formVersionNo", new { formVersionNo });
        await session.Execute(
            """
            INSERT INTO item (form_version_no, item_no, identifier, type, topic_code, objective_code, ability, max_points, reversed)
            VALUES (@FormVersionNo, @ItemNo, @Identifier, @Type, @TopicCode, @ObjectiveCode, @Ability, @MaxPoints, @Reversed)
            """,
            items.Select(item => new
            {
                FormVersionNo = formVersionNo,
                item.ItemNo,
                item.Identifier,
                item.Type,
                item.TopicCode,
                item.ObjectiveCode,
                item.Ability,
                item.MaxPoints,
                item.Reversed,
            }).ToList());
        await session.Execute(
            "INSERT INTO item_tactic (form_version_no, item_no, tactic_code) VALUES (@formVersionNo, @ItemNo, @tactic)",
            items.SelectMany(item => item.Tactics, (item, tactic) => new { formVersionNo, item.ItemNo, tactic }).ToList());
    }

    private sealed record ItemTactic
    {
        public int ItemNo { get; init; }

        public string TacticCode { get; init; } = "";
    }
}
