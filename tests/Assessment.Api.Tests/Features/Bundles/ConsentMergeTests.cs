using Assessment.Api.Features.Bundles;
using Assessment.Data;

namespace Assessment.Api.Tests.Features.Bundles;

/// <summary>Decisions made in two databases; the newest counts, and what was taken back stays taken back.</summary>
public sealed class ConsentMergeTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void Decisions_are_numbered_in_the_order_they_were_made_on_whichever_side()
    {
        var merged = ConsentMerge.Merge([Decision("refused", hour: 2)], [Decision("granted", hour: 0), Decision("granted", hour: 3)]);
        merged.Select(row => (row.DecisionNo, row.Decision, row.DecidedAt.Hour)).Should().Equal((1, "granted", 9), (2, "refused", 11), (3, "granted", 12));
    }

    [Test]
    public void Merging_the_same_again_changes_nothing()
    {
        ConsentRow[] box = [Decision("granted", hour: 0), Decision("refused", hour: 1, wave: "post")];
        var once = ConsentMerge.Merge([], box);
        ConsentMerge.Merge(once, box).Should().Equal(once);
    }

    [Test]
    public void Who_took_consent_back_here_has_taken_back_what_was_granted_on_the_box_before()
    {
        var takenBack = Nine.AddHours(3);
        var merged = ConsentMerge.Merge(
            [Decision("granted", hour: 0) with { WithdrawnAt = takenBack }], [Decision("granted", hour: 1, wave: "post"), Decision("granted", hour: 5, wave: "follow-up-6m")]);
        merged.Select(row => (row.Wave, row.WithdrawnAt)).Should().Equal(("follow-up-6m", null), ("post", takenBack), ("pre", takenBack));
    }

    [Test]
    public void Taken_back_on_the_box_is_taken_back_here() =>
        ConsentMerge.Merge([Decision("granted", hour: 0)], [Decision("granted", hour: 0) with { WithdrawnAt = Nine.AddHours(1) }])
            .Should().ContainSingle().Which.WithdrawnAt.Should().Be(Nine.AddHours(1));

    private static ConsentRow Decision(string decision, int hour, string wave = "pre") =>
        new() { AgencyId = 1, ParticipantNo = 1, Wave = wave, DecisionNo = 1, Decision = decision, TextVersion = "v", DecidedAt = Nine.AddHours(hour) };
}
