using Assessment.Api.Features.Studies;
using Assessment.Data;
using Assessment.Domain.Delivery;
using Assessment.Evaluation.Scores;

namespace Assessment.Api.Tests.Features.Studies;

public sealed class ConsentsTests
{
    /// <summary>The waves in the order of time, one of them added by the operator.</summary>
    private static readonly WaveRow[] Order =
        [.. new[] { "pre", "post", "follow-up-3m", "follow-up-6m", "follow-up-12m" }.Select((code, ordinal) => new WaveRow { Code = code, Ordinal = ordinal })];

    [TestCase("pre granted", ConsentedWaves.All)]
    [TestCase("pre granted, follow-up-3m refused", ConsentedWaves.Pre | ConsentedWaves.Post, TestName = "A refusal at an added wave holds at the waves after it")]
    [TestCase("pre refused, follow-up-3m granted", ConsentedWaves.FollowUp6 | ConsentedWaves.FollowUp12, TestName = "A consent at an added wave holds at the waves after it")]
    [TestCase("pre granted, follow-up-3m refused, follow-up-12m granted", ConsentedWaves.Pre | ConsentedWaves.Post | ConsentedWaves.FollowUp12)]
    public void A_decision_holds_until_the_next_one_in_time(string decisions, ConsentedWaves expected)
    {
        var rows = decisions.Split(", ").Select(decision => decision.Split(' '))
            .Select(parts => new ConsentRow { AgencyId = 1, ParticipantNo = 2, Wave = parts[0], Decision = parts[1] });
        new Consents(rows, Order).Of(1, 2).Should().Be(expected);
    }

    [Test]
    public void Each_wave_that_analyses_name_has_a_bit() =>
        Wave.All.Select(wave => (ConsentedWaves)(1 << wave.Ordinal)).Should()
            .Equal(ConsentedWaves.Pre, ConsentedWaves.Post, ConsentedWaves.FollowUp6, ConsentedWaves.FollowUp12);
}
