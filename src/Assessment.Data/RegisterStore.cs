namespace Assessment.Data;

/// <summary>The dated lists a grantee answers from: barriers and the plan to train everybody.</summary>
public sealed class RegisterStore(Session session)
{
    /// <summary>Adds a barrier and answers its number.</summary>
    public async Task<int> AddBarrier(BarrierRow barrier)
    {
        ArgumentNullException.ThrowIfNull(barrier);
        var barrierNo = await session.NextNumber(barrier.AgencyId, "barrier");
        await session.Execute(
            """
            INSERT INTO barrier (agency_id, barrier_no, topic_code, code, first_month, last_month, description, action)
            VALUES (@AgencyId, @BarrierNo, @TopicCode, @Code, @FirstMonth, @LastMonth, @Description, @Action)
            """,
            barrier with { BarrierNo = barrierNo });
        return barrierNo;
    }

    /// <summary>Barriers of an agency that hindered at some time between two days, both included.</summary>
    public Task<IReadOnlyList<BarrierRow>> Barriers(int agencyId, DateOnly from, DateOnly to) => session.List<BarrierRow>(
        """
        SELECT agency_id, barrier_no, topic_code, code, first_month, last_month, description, action
        FROM barrier WHERE agency_id = @agencyId AND first_month <= @to AND (last_month IS NULL OR last_month >= @from)
        ORDER BY barrier_no
        """,
        new { agencyId, from, to });

    /// <summary>Adds a part of the plan and answers its number. A topic and quarter that are planned already are a unique violation.</summary>
    public async Task<int> AddPlan(TrainingPlanRow plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var planNo = await session.NextNumber(plan.AgencyId, "training_plan");
        await session.Execute(
            """
            INSERT INTO training_plan (agency_id, plan_no, topic_code, quarter, officers_planned, cost_cents)
            VALUES (@AgencyId, @PlanNo, @TopicCode, @Quarter, @OfficersPlanned, @CostCents)
            """,
            plan with { PlanNo = planNo });
        return planNo;
    }

    /// <summary>The plan of an agency by topic and quarter.</summary>
    public Task<IReadOnlyList<TrainingPlanRow>> Plan(int agencyId) => session.List<TrainingPlanRow>(
        """
        SELECT agency_id, plan_no, topic_code, quarter, officers_planned, cost_cents
        FROM training_plan WHERE agency_id = @agencyId ORDER BY topic_code, quarter
        """,
        new { agencyId });
}
