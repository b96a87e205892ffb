namespace Assessment.Data;

/// <summary>Awards with what is owed, answered, aimed at and spent under each.</summary>
public sealed class GrantStore(Session session)
{
    private const string Grants =
        """
        SELECT agency_id, grant_no, grant_id, award_number, stream, title, period_from, period_to, amount_cents,
               first_fiscal_year, passed_through_by
        FROM grant_award

        """;

    /// <summary>Adds an award and answers its number. An award number the agency has already is a unique violation.</summary>
    public async Task<int> Add(GrantRow grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var grantNo = await session.NextNumber(grant.AgencyId, "grant_award");
        await session.Execute(
            """
            INSERT INTO grant_award (agency_id, grant_no, grant_id, award_number, stream, title, period_from, period_to, amount_cents,
                                     first_fiscal_year, passed_through_by)
            VALUES (@AgencyId, @GrantNo, @GrantId, @AwardNumber, @Stream, @Title, @PeriodFrom, @PeriodTo, @AmountCents,
                    @FirstFiscalYear, @PassedThroughBy)
            """,
            grant with { GrantNo = grantNo });
        return grantNo;
    }

    /// <summary>The agency's award with this id.</summary>
    public Task<GrantRow?> Find(int agencyId, Guid grantId) =>
        session.Find<GrantRow>(Grants + "WHERE agency_id = @agencyId AND grant_id = @grantId", new { agencyId, grantId });

    /// <summary>The awards with this number, of any agency: for the operator, who holds the database itself.</summary>
    public Task<IReadOnlyList<GrantRow>> FindByAwardNumber(string awardNumber) =>
        session.List<GrantRow>(Grants + "WHERE award_number = @awardNumber ORDER BY agency_id", new { awardNumber });

    /// <summary>The awards of an agency by number.</summary>
    public Task<IReadOnlyList<GrantRow>> List(int agencyId) =>
        session.List<GrantRow>(Grants + "WHERE agency_id = @agencyId ORDER BY grant_no", new { agencyId });

    /// <summary>Enters a report that is owed, or that it was handed in.</summary>
    public Task PutReport(GrantReportRow report) => session.Execute(
        """
        INSERT INTO grant_report (agency_id, grant_no, fiscal_year, report_year, fiscal_from, fiscal_to, due_on, submitted_on, receipt,
                                  contact_role, other_funds_elected, unspent_plan, cost_per_officer_cents, statements)
        VALUES (@AgencyId, @GrantNo, @FiscalYear, @ReportYear, @FiscalFrom, @FiscalTo, @DueOn, @SubmittedOn, @Receipt,
                @ContactRole, @OtherFundsElected, @UnspentPlan, @CostPerOfficerCents, @Statements)
        ON CONFLICT (agency_id, grant_no, fiscal_year) DO UPDATE
        SET report_year = excluded.report_year, fiscal_from = excluded.fiscal_from, fiscal_to = excluded.fiscal_to, due_on = excluded.due_on,
            submitted_on = excluded.submitted_on, receipt = excluded.receipt, contact_role = excluded.contact_role,
            other_funds_elected = excluded.other_funds_elected, unspent_plan = excluded.unspent_plan,
            cost_per_officer_cents = excluded.cost_per_officer_cents, statements = excluded.statements
        """,
        report);

    /// <summary>The reports owed for an award by year.</summary>
    public Task<IReadOnlyList<GrantReportRow>> Reports(int agencyId, int grantNo) => session.List<GrantReportRow>(
        """
        SELECT agency_id, grant_no, fiscal_year, report_year, fiscal_from, fiscal_to, due_on, submitted_on, receipt,
               contact_role, other_funds_elected, unspent_plan, cost_per_officer_cents, statements
        FROM grant_report WHERE agency_id = @agencyId AND grant_no = @grantNo ORDER BY fiscal_year
        """,
        new { agencyId, grantNo });

    /// <summary>Answers a narrative question, in place of an earlier answer.</summary>
    public Task PutAnswer(NarrativeAnswerRow answer) => session.Execute(
        """
        INSERT INTO narrative_answer (agency_id, grant_no, fiscal_year, question_no, answer)
        VALUES (@AgencyId, @GrantNo, @FiscalYear, @QuestionNo, @Answer)
        ON CONFLICT (agency_id, grant_no, fiscal_year, question_no) DO UPDATE SET answer = excluded.answer
        """,
        answer);

    /// <summary>The narrative answers of a year by question.</summary>
    public Task<IReadOnlyList<NarrativeAnswerRow>> Answers(int agencyId, int grantNo, int fiscalYear) => session.List<NarrativeAnswerRow>(
        """
        SELECT agency_id, grant_no, fiscal_year, question_no, answer FROM narrative_answer
        WHERE agency_id = @agencyId AND grant_no = @grantNo AND fiscal_year = @fiscalYear ORDER BY question_no
        """,
        new { agencyId, grantNo, fiscalYear });

    /// <summary>Sets a target, in place of an earlier one.</summary>
    public Task PutTarget(MeasureTargetRow target) => session.Execute(
        """
        INSERT INTO measure_target (agency_id, grant_no, fiscal_year, measure_code, target, unit, source)
        VALUES (@AgencyId, @GrantNo, @FiscalYear, @MeasureCode, @Target, @Unit, @Source)
        ON CONFLICT (agency_id, grant_no, fiscal_year, measure_code) DO UPDATE
        SET target = excluded.target, unit = excluded.unit, source = excluded.source
        """,
        target);

    /// <summary>The targets of a year by measure.</summary>
    public Task<IReadOnlyList<MeasureTargetRow>> Targets(int agencyId, int grantNo, int fiscalYear) => session.List<MeasureTargetRow>(
        """
        SELECT agency_id, grant_no, fiscal_year, measure_code, target, unit, source FROM measure_target
        WHERE agency_id = @agencyId AND grant_no = @grantNo AND fiscal_year = @fiscalYear ORDER BY measure_code
        """,
        new { agencyId, grantNo, fiscalYear });

    /// <summary>Books money and answers the line's number; a correction is a line of its own.</summary>
    public Task<int> AddMoney(MoneyLineRow line) => session.Value<int>(
        """
        INSERT INTO money_line (agency_id, grant_no, line_no, kind, category, amount_cents, booked_on, note)
        SELECT @AgencyId, @GrantNo, COALESCE(MAX(line_no), 0) + 1, @Kind, @Category, @AmountCents, @BookedOn, @Note
        FROM money_line WHERE agency_id = @AgencyId AND grant_no = @GrantNo
        RETURNING line_no
        """,
        line);

    /// <summary>All money lines of an award in order.</summary>
    public Task<IReadOnlyList<MoneyLineRow>> Money(int agencyId, int grantNo) => session.List<MoneyLineRow>(
        """
        SELECT agency_id, grant_no, line_no, kind, category, amount_cents, booked_on, note
        FROM money_line WHERE agency_id = @agencyId AND grant_no = @grantNo ORDER BY line_no
        """,
        new { agencyId, grantNo });
}
