namespace Assessment.Api.Features.Samples;

/// <summary>Draws the supervisors' checklists at the follow-up: <c>ratings.csv</c>.</summary>
internal sealed class RatingGenerator(Pcg32 random, StudyTruth truth)
{
    /// <summary>The file's heading.</summary>
    public const string Heading = "participant,rater,instrument,wave,form,item,response";

    private const int FollowUp = 2, OfficersPerSupervisor = 8;
    private const double SightOfSupervisor = 0.8;

    /// <summary>The lines, by participant and item; each supervisor rates up to eight officers of one agency.</summary>
    public IReadOnlyList<string> Draw(IReadOnlyList<Learner> learners, SampleForm checklist)
    {
        var severities = new List<double>();
        var lines = new List<string>();
        foreach (var agency in learners.Where(learner => learner.Entry.IsOfficer).GroupBy(learner => learner.Entry.Ori))
        {
            var rated = 0;
            foreach (var officer in agency.Where(_ => random.Chance(truth.SupervisorCoverage)))
            {
                if (rated++ % OfficersPerSupervisor == 0)
                    severities.Add(random.Normal(truth.SupervisorEffectLogits, truth.SupervisorSd));
                lines.AddRange(checklist.Items.Select(item => Rate(officer, checklist, item, severities)));
            }
        }

        return lines;
    }

    private string Rate(Learner officer, SampleForm checklist, SampleItem item, List<double> severities)
    {
        var logit = IndicatorModel.SelfShift + severities[^1] + officer.Use + (officer.AbilityAt(FollowUp, item.Topic!, truth) / 2);
        return PlainCsv.Line(
            officer.Entry.Participant, $"S{severities.Count:00}", checklist.Instrument, Learner.Waves[FollowUp].Code, checklist.Identifier,
            item.Identifier, IndicatorModel.Answer(random, item, logit, SightOfSupervisor));
    }
}
