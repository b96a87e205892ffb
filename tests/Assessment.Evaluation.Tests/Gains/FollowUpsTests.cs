using Assessment.Domain.Delivery;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Gains;
using Assessment.Evaluation.Scores;
using Assessment.Statistics;
using static Assessment.Evaluation.Tests.StudyExample;

namespace Assessment.Evaluation.Tests.Gains;

public sealed class FollowUpsTests
{
    [Test]
    public void Score_is_shown_of_applicable_by_source()
    {
        using var builder = With(Checklist("self"), Checklist("supervisor")).Enrolled(2)
            .Attempt(1, 2, 0, [1, 1, 0, null]).Attempt(1, 2, 1, [1, 0, null, null]).Attempt(2, 2, 0, [null, null, 1, null]);
        var found = GainAnalysis.Run(builder.Build(), Options()).Instruments;
        // Self: 2 of 3 and 1 of 1; supervisor: 1 of 2.
        Wave6(found, "self").Score.Should().BeOfType<Estimate>().Which.Value.Should().BeApproximately(((200.0 / 3) + 100) / 2, 1e-12);
        Wave6(found, "supervisor").Response.Should().Match<Share>(share => share.Count == 1 && share.N == 2);
        Wave6(found, "supervisor").Score.Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("n = 1");
    }

    [Test]
    public void Checklist_without_any_opportunity_is_done_and_has_no_score()
    {
        using var builder = With(Checklist("self")).Enrolled(1).Row(1, 2, null, null, null, null);
        var found = Wave6(GainAnalysis.Run(builder.Build(), Options()).Instruments, "self");
        found.Response.Count.Should().Be(1);
        found.Score.N.Should().Be(0);
    }

    // Training ended on 15 January; months 4 to 7 run from 15 May to 15 August.
    [TestCase("2025-05-14", 0, 0, 1)]
    [TestCase("2025-05-15", 0, 1, 0)]
    [TestCase("2025-08-15", 0, 1, 0)]
    [TestCase("2025-08-16", 1, 0, 0)]
    public void Due_means_that_the_window_has_closed(string asOf, int due, int open, int notYet)
    {
        using var builder = With(Checklist("self")).Enrolled(1);
        var options = Options() with { AsOf = DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture) };
        var found = Wave6(GainAnalysis.Run(builder.Build(), options).Instruments, "self");
        (found.Due, found.Open, found.NotYet).Should().Be((due, open, notYet));
    }

    [Test]
    public void Done_while_the_window_is_open_is_early_and_no_part_of_the_response()
    {
        using var builder = With(Checklist("self")).Enrolled(2).Row(1, 2, 1, 1, 1, 1);
        var found = Wave6(GainAnalysis.Run(builder.Build(), Options() with { AsOf = new(2025, 6, 1) }).Instruments, "self");
        (found.DoneEarly, found.Response.Count, found.Response.N).Should().Be((1, 0, 0));
    }

    [Test]
    public void People_without_consent_are_not_due()
    {
        var research = Checklist("self") with { Plane = Domain.Instruments.Plane.Research };
        using var builder = With(research).Enrolled(3, consent: ConsentedWaves.Pre | ConsentedWaves.Post);
        var found = Wave6(GainAnalysis.Run(builder.Build(), Options()).Instruments, "self");
        (found.NoConsent, found.Due).Should().Be((3, 0));
    }

    private static FollowUpFinding Wave6(IReadOnlyList<InstrumentFindings> found, string source) =>
        found.Single(instrument => instrument.Source == source).FollowUps.Single(followUp => followUp.Wave == Wave.FollowUp6.Code);
}
